package inklab.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.evaluate.Models;
import inklab.recipe.DataSettings;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.train.CatalogueImages;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import inklab.ui.widget.PadStroke;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A 3 drawn with the mouse on a net that learnt on Ink for a moment. */
@ExtendWith(ApplicationExtension.class)
class DrawJourneyTest {
    @TempDir
    private static Path folder;

    private final Engine engine = new Dl4jEngine();
    private Recipe recipe;
    private DrawBench bench;

    @Start
    void start(Stage stage) {
        Recipe quick = new Presets().find("quick-ink").orElseThrow();
        recipe = quick.withData(new DataSettings("ink", 4000, 200, 0, DataSettings.Pixels.UNIT))
                .withTraining(quick.training().withEpochs(3));
        bench = new DrawBench(
                recipe,
                Locale.ENGLISH,
                new RunShelf(new Runs(folder.resolve("runs")), Models.ofRunsAlone(folder.resolve("runs"))),
                engine,
                folder.resolve("kept.strokes.jsonl"));
        Scene scene = new Scene(bench.shell, 1440, 900);
        Theme.LIGHT.apply(scene, Typeface.of(Locale.ENGLISH));
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void train() throws IOException {
        InkDigits ink = InkDigits.open();
        Catalogue catalogue = new Catalogue(new DataFolder(folder), ink, notice -> {});
        new TrainingJob(
                        recipe,
                        new Runs(folder.resolve("runs")).fresh(recipe),
                        new CatalogueImages(catalogue),
                        Habits.onCpu(2),
                        false)
                .run(engine);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> bench.workspace.close());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void a_3_drawn_with_the_mouse_is_read_kept_and_undone(FxRobot robot) throws TimeoutException {
        DrawViewModel model = bench.workspace.model();
        robot.interact(model::look);
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> model.standProperty().get() == DrawViewModel.Stand.READY);
        for (PadStroke stroke : SomeDrawings.digit(3)) draw(robot, stroke);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> model.verdictProperty().get().tally().digit() == 3);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#draw-digit").queryAs(Text.class).getText()).isEqualTo("3");
        robot.clickOn("#draw-keep");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> model.kept().right() == 1);
        robot.clickOn("#draw-undo");
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> model.verdictProperty().get().isBlank());
        assertThat(robot.lookup("#draw-digit").queryAs(Text.class).getText()).isEmpty();
        robot.clickOn("#draw-redo");
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> model.verdictProperty().get().tally().digit() == 3);
    }

    private void draw(FxRobot robot, PadStroke stroke) {
        boolean down = false;
        // A mouse reports fewer places than a pen.
        for (int i = 0; i < stroke.points().size(); i += 3) {
            PadStroke.Point p = stroke.points().get(i);
            double scale = bench.workspace.pad().getWidth() / 280;
            Point2D at = bench.workspace.pad().localToScreen(p.x() * scale, p.y() * scale);
            robot.moveTo(at);
            if (!down) robot.press(MouseButton.PRIMARY);
            down = true;
        }
        robot.release(MouseButton.PRIMARY);
    }
}
