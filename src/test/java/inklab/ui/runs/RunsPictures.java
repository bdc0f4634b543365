package inklab.ui.runs;

import inklab.recipe.Recipe;
import inklab.ui.Snapshots;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Draws the workspace on a folder of real runs into {@code target/pictures}: to be looked at. */
public final class RunsPictures {
    private final Path data;
    private final Path runs;
    private final List<String> ticked;

    private RunsPictures(Path data, Path runs, List<String> ticked) {
        this.data = data;
        this.runs = runs;
        this.ticked = ticked;
    }

    /** @param args the data folder, the folder of runs, the names of those to tick with commas between; then any word for one picture alone */
    public static void main(String[] args) throws Exception {
        RunsPictures pictures = new RunsPictures(Path.of(args[0]), Path.of(args[1]), List.of(args[2].split(",", -1)));
        pictures.draw("runs-light", 1440, 900, Theme.LIGHT, Locale.ENGLISH, 0);
        if (args.length == 3) {
            pictures.draw("runs-dark", 1440, 900, Theme.DARK, Locale.ENGLISH, 0);
            pictures.draw("runs-1280", 1280, 800, Theme.LIGHT, Locale.ENGLISH, 1);
            pictures.draw("runs-1920", 1920, 1080, Theme.DARK, Locale.ENGLISH, 0);
            pictures.draw("runs-1120", 1120, 720, Theme.LIGHT, Locale.ENGLISH, 0);
            pictures.draw("runs-chinese", 1440, 900, Theme.LIGHT, Locale.CHINESE, 0);
            pictures.draw("runs-disputed", 1440, 900, Theme.LIGHT, Locale.ENGLISH, 2);
            pictures.draw("runs-projector", 1440, 900, Theme.PROJECTOR, Locale.ENGLISH, 0);
            RunsPictures none = new RunsPictures(pictures.data, pictures.runs, List.of());
            none.draw("runs-unticked", 1440, 900, Theme.LIGHT, Locale.ENGLISH, 0);
            RunsPictures empty = new RunsPictures(pictures.data, pictures.runs.resolve("nowhere"), List.of());
            empty.draw("runs-none", 1440, 900, Theme.LIGHT, Locale.ENGLISH, 0);
        }
        System.exit(0);
    }

    private void draw(String name, int width, int height, Theme theme, Locale language, int kind) throws Exception {
        Recipe recipe = new inklab.recipe.Presets().find("ciresan-elastic").orElseThrow();
        RunsBench bench = Snapshots.onFx(() -> new RunsBench(recipe, language, data, runs));
        RunsViewModel model = bench.workspace.model();
        Scene scene = Snapshots.onFx(() -> {
            bench.look.darkProperty().set(theme == Theme.DARK);
            bench.look.projectorProperty().set(theme == Theme.PROJECTOR);
            Scene shown = new Scene(bench.shell, width, height);
            theme.apply(shown, Typeface.of(language));
            return shown;
        });
        wait(() -> model.readProperty().get());
        Snapshots.onFx(() -> {
            model.tickOnly(ticked.stream().filter(one -> !one.isEmpty()).toList());
            return null;
        });
        wait(() -> bench.workspace.committee().standing().members().size()
                == model.members().size());
        Snapshots.draw(name, scene);
        if (kind > 0)
            Snapshots.onFx(() -> {
                HBox segments = (HBox) bench.shell.lookup("#runs-committee-kind");
                ((ToggleButton) segments.getChildren().get(kind)).fire();
                return null;
            });
        Thread.sleep(2500);
        System.out.println(Snapshots.draw(name, scene));
        Snapshots.onFx(() -> {
            bench.workspace.close();
            return null;
        });
    }

    private static void wait(BooleanSupplier until) throws InterruptedException {
        for (int i = 0; i < 3000; i++) {
            if (Snapshots.onFx(until::getAsBoolean)) return;
            Thread.sleep(20);
        }
        throw new AssertionError("it did not come");
    }
}
