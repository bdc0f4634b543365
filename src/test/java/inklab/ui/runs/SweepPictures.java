package inklab.ui.runs;

import inklab.recipe.Presets;
import inklab.sweep.SweepFolder;
import inklab.ui.Snapshots;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Draws real sweeps into {@code target/pictures}: to be looked at. */
public final class SweepPictures {
    private SweepPictures() {}

    /** @param args the data folder, the folder of runs beside which the sweeps lie, a sweep's name; then any word for one picture alone */
    public static void main(String[] args) throws Exception {
        draw(args, "sweep-light", 1440, 900, Theme.LIGHT, Locale.ENGLISH);
        if (args.length == 3) {
            draw(args, "sweep-dark-1280", 1280, 800, Theme.DARK, Locale.ENGLISH);
            draw(args, "sweep-chinese", 1280, 800, Theme.LIGHT, Locale.CHINESE);
            draw(args, "sweep-1920", 1920, 1080, Theme.LIGHT, Locale.ENGLISH);
            draw(args, "sweep-projector", 1440, 900, Theme.PROJECTOR, Locale.ENGLISH);
        }
        System.exit(0);
    }

    private static void draw(String[] args, String name, int width, int height, Theme theme, Locale language)
            throws Exception {
        Path runs = Path.of(args[1]);
        RunsBench bench = Snapshots.onFx(() ->
                new RunsBench(new Presets().find("ciresan-elastic").orElseThrow(), language, Path.of(args[0]), runs));
        Scene scene = Snapshots.onFx(() -> {
            bench.look.darkProperty().set(theme == Theme.DARK);
            bench.look.projectorProperty().set(theme == Theme.PROJECTOR);
            Scene shown = new Scene(bench.shell, width, height);
            theme.apply(shown, Typeface.of(language));
            return shown;
        });
        Snapshots.draw(name, scene);
        Snapshots.onFx(() -> {
            HBox which = (HBox) bench.shell.lookup("#runs-which");
            ((ToggleButton) which.getChildren().get(1)).fire();
            SweepFolder folder = new SweepFolder(runs.resolveSibling("sweeps").resolve(args[2]));
            if (folder.exists()) bench.workspace.sweeps().open(folder);
            else bench.workspace.sweeps().plan(args[2]);
            return null;
        });
        for (int i = 0; i < 500 && !Snapshots.onFx(() -> shows(bench, args[2])); i++) Thread.sleep(20);
        Snapshots.onFx(() -> {
            SweepsModel model = bench.workspace.sweeps();
            model.shownProperty().get().best().ifPresent(model::choose);
            return null;
        });
        Snapshots.draw(name, scene);
        Thread.sleep(1500);
        System.out.println(Snapshots.draw(name, scene));
        Snapshots.onFx(() -> {
            bench.workspace.close();
            return null;
        });
    }

    private static boolean shows(RunsBench bench, String name) {
        SweepShown shown = bench.workspace.sweeps().shownProperty().get();
        return shown != null && shown.folder().name().equals(name);
    }
}
