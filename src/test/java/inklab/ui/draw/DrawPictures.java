package inklab.ui.draw;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.distort.Distortion;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.evaluate.Models;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.pad.StrokesWriter;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.CatalogueImages;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import inklab.ui.Snapshots;
import inklab.ui.Theme;
import inklab.ui.widget.PadStroke;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;

/** Draws the workspace as it is, with nets really trained on Ink, into {@code target/pictures}: to be looked at. */
public final class DrawPictures {
    private static final int[] WIDTHS = {0, 20, 18, 16, 14};

    private final Engine engine = new Dl4jEngine();
    private final Path folder;

    private DrawPictures(Path folder) {
        this.folder = folder;
    }

    /** @param args a folder for runs and drawings, kept for the next time; then any word for one picture alone */
    public static void main(String[] args) throws Exception {
        DrawPictures pictures = new DrawPictures(Path.of(args[0]));
        pictures.train();
        List<PadStroke> small = SomeDrawings.digit(4, 40, 30, 130, 0);
        pictures.draw("draw-light", 1440, 900, Theme.LIGHT, Locale.ENGLISH, WIDTHS.length, small);
        if (args.length == 1) {
            pictures.draw("draw-dark", 1440, 900, Theme.DARK, Locale.ENGLISH, WIDTHS.length, small);
            pictures.draw("draw-1280", 1280, 800, Theme.LIGHT, Locale.ENGLISH, WIDTHS.length, small);
            pictures.draw("draw-1920", 1920, 1080, Theme.DARK, Locale.ENGLISH, WIDTHS.length, small);
            pictures.draw("draw-chinese", 1440, 900, Theme.LIGHT, Locale.CHINESE, WIDTHS.length, small);
            pictures.draw("draw-blank", 1440, 900, Theme.LIGHT, Locale.ENGLISH, 1, List.of());
            pictures.draw("draw-none", 1440, 900, Theme.LIGHT, Locale.ENGLISH, 0, small);
            pictures.draw(
                    "draw-projector", 1440, 900, Theme.PROJECTOR, Locale.ENGLISH, WIDTHS.length, SomeDrawings.digit(3));
        }
        System.exit(0);
    }

    private void train() throws Exception {
        InkDigits ink = InkDigits.open();
        Catalogue catalogue = new Catalogue(new DataFolder(folder), ink, notice -> {});
        for (int width : WIDTHS) {
            Path run = folder.resolve("runs").resolve(width == 0 ? "width as it is" : width + " px wide");
            if (Files.exists(run)) continue;
            Recipe recipe = recipe(width);
            new TrainingJob(recipe, new RunFolder(run), new CatalogueImages(catalogue), Habits.onCpu(2), true)
                    .run(engine);
        }
        Path kept = folder.resolve("kept.strokes.jsonl");
        if (Files.exists(kept)) return;
        for (int i = 0; i < 24; i++) {
            int digit = (i * 7 + 4) % 10;
            StrokesWriter.append(
                    kept,
                    PadReader.strokes(SomeDrawings.digit(digit, 60, 40, 180, i + 1))
                            .labelled(String.valueOf(digit)));
        }
    }

    private static Recipe recipe(int width) {
        return new Recipe(
                "ink-" + width,
                "",
                new DataSettings("ink", 4000, 500, width, DataSettings.Pixels.UNIT),
                Distortion.NONE,
                Notation.parse("1x29x29-20C4-MP2-40C5-MP3-150N-10N").net().orElseThrow(),
                new TrainingSettings(
                        64, 2, 0, 0, new Optimizer.Momentum(0.9), new Schedule.Constant(0.02), 0, 0, 3 + width));
    }

    private void draw(
            String name, int width, int height, Theme theme, Locale language, int nets, List<PadStroke> strokes)
            throws Exception {
        Runs runs = new Runs(folder.resolve(nets == 0 ? "no-runs" : "runs"));
        Path kept = folder.resolve(nets < 2 ? "none.strokes.jsonl" : "kept.strokes.jsonl");
        DrawBench bench = Snapshots.onFx(() ->
                new DrawBench(recipe(0), language, new RunShelf(runs, Models.ofRunsAlone(runs.root())), engine, kept));
        DrawViewModel model = bench.workspace.model();
        Scene scene = Snapshots.onFx(() -> {
            bench.look.darkProperty().set(theme == Theme.DARK);
            bench.look.projectorProperty().set(theme == Theme.PROJECTOR);
            Scene shown = new Scene(bench.shell, width, height);
            theme.apply(shown, inklab.ui.Typeface.of(language));
            return shown;
        });
        wait(() -> model.standProperty().get() == (nets == 0 ? DrawViewModel.Stand.NONE : DrawViewModel.Stand.READY));
        if (nets > 1) {
            Snapshots.onFx(() -> {
                for (Candidate net : model.candidatesProperty().get()) model.tick(net, true);
                return null;
            });
            wait(() -> model.standProperty().get() == DrawViewModel.Stand.READY
                    && model.chosenProperty().get().size() == nets);
        }
        Snapshots.draw(name, scene);
        Snapshots.onFx(() -> {
            bench.workspace.pad().setStrokes(strokes);
            return null;
        });
        if (!strokes.isEmpty()) wait(() -> !model.verdictProperty().get().isBlank());
        if (nets > 1) wait(() -> model.kept().scored() == model.kept().all().size());
        System.out.println(Snapshots.draw(name, scene));
        Snapshots.onFx(() -> {
            bench.workspace.close();
            return null;
        });
    }

    private static void wait(java.util.function.BooleanSupplier until) throws InterruptedException {
        for (int i = 0; i < 3000; i++) {
            if (Snapshots.onFx(until::getAsBoolean)) return;
            Thread.sleep(20);
        }
        throw new AssertionError("it did not come");
    }
}
