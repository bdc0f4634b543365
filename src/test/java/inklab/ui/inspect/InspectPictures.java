package inklab.ui.inspect;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.recipe.Recipe;
import inklab.train.CatalogueImages;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.ui.Live;
import inklab.ui.Snapshots;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Scene;

/** Draws the workspace on a run that was really trained, into {@code target/pictures}: to be looked at. */
public final class InspectPictures {
    private final Engine engine = new Dl4jEngine();
    private final Path run;

    private InspectPictures(Path run) {
        this.run = run;
    }

    /** @param args a run folder, kept with a history; then any word for one picture alone, or the one picture's name */
    public static void main(String[] args) throws Exception {
        InspectPictures pictures = new InspectPictures(Path.of(args[0]));
        String only = args.length > 1 ? args[1] : "";
        pictures.all(only);
        System.exit(0);
    }

    private void all(String only) throws Exception {
        Locale english = Locale.ENGLISH;
        draw(only, "inspect-light", 1440, 900, Theme.LIGHT, english, bench -> {});
        draw(only, "inspect-dark", 1440, 900, Theme.DARK, english, bench -> {});
        draw(only, "inspect-1280", 1280, 800, Theme.LIGHT, english, bench -> {});
        draw(only, "inspect-1920", 1920, 1080, Theme.DARK, english, bench -> {});
        draw(only, "inspect-chinese", 1440, 900, Theme.LIGHT, Locale.CHINESE, bench -> {});
        draw(only, "inspect-projector", 1440, 900, Theme.PROJECTOR, english, bench -> {});
        draw(
                only,
                "inspect-epoch-0",
                1440,
                900,
                Theme.LIGHT,
                english,
                bench -> bench.workspace.model().setEpoch(0));
        draw(only, "inspect-deep", 1440, 900, Theme.LIGHT, english, bench -> {
            int[] layers = bench.workspace.model().lookProperty().get().layers().stream()
                    .mapToInt(LayerLook::index)
                    .toArray();
            bench.workspace.model().chooseUnit(Unit.of(layers[1], 3));
        });
        draw(only, "inspect-vector", 1440, 900, Theme.LIGHT, english, bench -> {
            int[] layers = bench.workspace.model().lookProperty().get().layers().stream()
                    .mapToInt(LayerLook::index)
                    .toArray();
            bench.workspace.model().chooseUnit(Unit.of(layers[layers.length - 1], 5));
        });
        draw(only, "inspect-pad", 1440, 900, Theme.LIGHT, english, bench -> {
            bench.workspace.view().pad().show(true);
            bench.workspace.view().pad().pad().setStrokes(Drawn.seven());
        });
        draw(only, "inspect-walk", 1440, 900, Theme.LIGHT, english, bench -> {});
        draw(only, "inspect-none", 1440, 900, Theme.LIGHT, english, null);
    }

    private void draw(
            String only, String name, int width, int height, Theme theme, Locale language, Consumer<InspectBench> act)
            throws Exception {
        if (!only.isEmpty() && !name.equals(only)) return;
        boolean any = act != null;
        Recipe recipe = new RunFolder(run).recipe();
        Catalogue catalogue = new Catalogue(
                DataFolder.find(null, System.getenv(), System.getProperties()), InkDigits.open(), notice -> {});
        Runs runs = new Runs(any ? run.toAbsolutePath().getParent() : run.resolve("none"));
        InspectBench bench =
                Snapshots.onFx(() -> new InspectBench(recipe, language, runs, new CatalogueImages(catalogue), engine));
        InspectViewModel model = bench.workspace.model();
        Scene scene = Snapshots.onFx(() -> {
            bench.look.darkProperty().set(theme == Theme.DARK);
            bench.look.projectorProperty().set(theme == Theme.PROJECTOR);
            if (any) bench.selection.runProperty().set(run.toAbsolutePath());
            if (any) bench.live.set(new Live(run.getFileName().toString(), 15, 40, 0.37, 600, false));
            Scene shown = new Scene(bench.shell, width, height);
            theme.apply(shown, Typeface.of(language));
            return shown;
        });
        wait(() -> any
                ? model.exhibitProperty().get() != null && isSettled(model)
                : model.standProperty().get() == InspectViewModel.Stand.READY && isSettled(model));
        if (any) {
            Snapshots.onFx(() -> {
                act.accept(bench);
                return null;
            });
            wait(() -> isSettled(model));
        }
        if (name.equals("inspect-walk")) walk(model);
        Snapshots.draw(name, scene);
        System.out.println(Snapshots.draw(name, scene));
        Snapshots.onFx(() -> {
            bench.workspace.close();
            return null;
        });
    }

    /** How long an epoch takes to appear, milliseconds: the first time, and again. */
    private static void walk(InspectViewModel model) throws InterruptedException {
        for (String round : List.of("first", "again"))
            for (int epoch : model.subjectProperty().get().epochs()) {
                long begun = System.nanoTime();
                Snapshots.onFx(() -> {
                    model.setEpoch(epoch);
                    return null;
                });
                waitFinely(() -> isSettled(model));
                System.out.printf(
                        Locale.ROOT, "%s: epoch %d in %.0f ms%n", round, epoch, (System.nanoTime() - begun) / 1e6);
            }
    }

    private static void waitFinely(BooleanSupplier until) throws InterruptedException {
        while (!Snapshots.onFx(until::getAsBoolean)) Thread.sleep(1);
    }

    /** Whether everything shows the epoch and the image that are chosen. */
    static boolean isSettled(InspectViewModel model) {
        Look look = model.lookProperty().get();
        Score score = model.scores().scoreProperty().get();
        Growth growth = model.growthProperty().get();
        int epoch = model.epochProperty().get();
        return look != null
                && score != null
                && growth != null
                && !model.scores().scoringProperty().get()
                && look.epoch() == epoch
                && look.exhibit().equals(model.exhibitProperty().get())
                && score.epoch() == epoch
                && growth.epoch() == epoch
                && growth.unit().equals(look.unit().unit());
    }

    private static void wait(BooleanSupplier until) throws InterruptedException {
        for (int i = 0; i < 3000; i++) {
            if (Snapshots.onFx(until::getAsBoolean)) return;
            Thread.sleep(20);
        }
        throw new AssertionError("it did not come");
    }
}
