package inklab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ImageSource;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.recipe.DataSettings;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.train.CatalogueImages;
import inklab.train.RunFolder;
import inklab.train.RunProgress;
import inklab.train.RunQueue;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import inklab.ui.Language;
import inklab.ui.Look;
import inklab.ui.Navigation;
import inklab.ui.Notices;
import inklab.ui.Place;
import inklab.ui.QueueTraining;
import inklab.ui.RecipeFiles;
import inklab.ui.Recipes;
import inklab.ui.Selection;
import inklab.ui.Shell;
import inklab.ui.ShellParts;
import inklab.ui.Texts;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import inklab.ui.widget.CurveChart;
import inklab.ui.widget.CurveData;
import inklab.ui.work.FxThread;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The quick recipe trained in the window by mouse: begun, paused, gone on with, stopped, taken up again and finished. */
@ExtendWith(ApplicationExtension.class)
class TrainJourneyTest {
    private static final int EPOCHS = 4;

    @TempDir
    private static Path folder;

    private final Engine engine = new Dl4jEngine();
    private final RunQueue queue = new RunQueue(() -> engine);
    private final Runs runs = new Runs(folder.resolve("runs"));
    private final Notices notices = new Notices();
    private final Jobs jobs = Jobs.threads("journey", 1, new FxThread(), TrainJourneyTest::lost);
    private QueueTraining training;
    private TrainView view;

    @Start
    void start(Stage stage) {
        Recipe quick = new Presets().find("quick-ink").orElseThrow();
        Recipe recipe = quick.withData(new DataSettings("ink", 6000, 200, 0, DataSettings.Pixels.UNIT))
                .withTraining(quick.training().withEpochs(EPOCHS));
        Selection selection = new Selection(recipe);
        Texts texts = new Texts(Shell.class, Locale.ENGLISH);
        ImageSource ink = (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed);
        Catalogue catalogue = new Catalogue(new DataFolder(folder), ink, notice -> {});
        training = new QueueTraining(
                queue, runs, new CatalogueImages(catalogue), Habits.onCpu(2), selection, notices, texts);
        Look look = new Look();
        ShellParts parts = new ShellParts(
                selection,
                new Navigation(Place.TRAIN),
                look,
                new Language("en", Locale.ENGLISH),
                Typeface.of(Locale.ENGLISH),
                notices,
                new Recipes(selection, new RecipeFiles(new Presets()), jobs, notices, texts, List.of()),
                training,
                texts);
        Texts words = new Texts(TrainView.class, Locale.ENGLISH);
        TrainViewModel model = new TrainViewModel(
                training, selection, new CatalogueSamples(catalogue, ink), runs, jobs, new Presets(), words);
        view = new TrainView(model, parts.navigation(), look, words);
        Scene scene = new Scene(new Shell(parts, Map.of(Place.TRAIN, () -> view)), 1440, 900);
        Theme.LIGHT.apply(scene, Typeface.of(Locale.ENGLISH));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.close());
        queue.close();
        jobs.close();
        engine.close();
    }

    @Test
    void the_quick_recipe_is_begun_paused_stopped_taken_up_again_and_finished(FxRobot robot)
            throws TimeoutException, IOException {
        robot.clickOn("#train-empty-start");
        until(() -> step() > 20);
        until(() -> curve(robot, "#train-loss").points() > 10);
        until(() -> seen(robot, "#train-pause"));

        robot.clickOn("#train-pause");
        until(() -> phase() == RunProgress.Phase.PAUSED);
        RunFolder run = training.jobProperty().get().folder();
        assertThat(run.last()).as("a pause is written down").isPresent();
        long paused = step();
        until(() -> text(robot, "#train-pause").equals("Resume"));
        // A pause that does not hold shows within a few steps.
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        assertThat(step()).isEqualTo(paused);

        robot.clickOn("#train-pause");
        until(() -> step() > paused + 5);

        robot.clickOn("#train-stop");
        until(() -> phase() == RunProgress.Phase.STOPPED);
        until(() -> seen(robot, "#train-go-on") && !seen(robot, "#train-stop"));
        assertThat(run.result()).isEmpty();
        long stopped = step();

        robot.clickOn("#train-go-on");
        until(() -> training.jobProperty().get().folder().path().equals(run.path())
                && phase() == RunProgress.Phase.FINISHED);
        until(() -> training.liveProperty().get() == null);
        assertThat(run.result().orElseThrow().epochs()).isEqualTo(EPOCHS);
        assertThat(run.metrics().snapshot().loss().points())
                .as("every step once, whatever lay between")
                .isEqualTo((6000 + 63) / 64 * (long) EPOCHS)
                .isGreaterThan(stopped);
        until(() -> text(robot, "#train-best").endsWith("%"));
        assertThat(runs.list()).hasSize(1);
        // Best, settings, doctor and rate have room below each other.
        WaitForAsyncUtils.waitForFxEvents();
        ScrollPane panel = robot.lookup(".panel-scroll").query();
        assertThat(panel.getContent().getLayoutBounds().getHeight())
                .isLessThanOrEqualTo(panel.getViewportBounds().getHeight());
    }

    @Test
    void numbers_of_a_schedule_and_an_optimiser_stand_beside_their_names(FxRobot robot) {
        robot.clickOn("#train-set-optimizer").clickOn("Adam");
        assertThat(text(robot, "#train-set-optimizer")).isEqualTo("Adam");
        assertThat(text(robot, "#train-set-beta1 .inline-shown")).isEqualTo("β₁ 0.9");
        assertThat(seen(robot, "#train-set-momentum")).isFalse();
        robot.clickOn("#train-set-schedule").clickOn("exponential");
        robot.clickOn("#train-set-factor").write("0.5").push(KeyCode.ENTER);
        assertThat(text(robot, "#train-set-factor .inline-shown")).isEqualTo("× 0.5");
        Node schedule = robot.lookup("#train-set-schedule").query();
        Node factor = robot.lookup("#train-set-factor").query();
        assertThat(factor.localToScene(0, 0).getY())
                .isEqualTo(schedule.localToScene(0, 0).getY());
    }

    private RunProgress.Phase phase() {
        return training.jobProperty().get().control().progress().phase();
    }

    /** Steps done since the run began. */
    private long step() {
        TrainingJob job = training.jobProperty().get();
        if (job == null) return 0;
        RunProgress at = job.control().progress();
        return (long) Math.max(0, at.epoch() - 1) * at.stepsPerEpoch() + at.step();
    }

    private static CurveData curve(FxRobot robot, String chart) {
        return robot.lookup(chart)
                .<CurveChart>tryQuery()
                .filter(one -> !one.series().isEmpty())
                .map(one -> one.series().get(0).data())
                .orElseGet(CurveData::new);
    }

    private static boolean seen(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>tryQuery().map(Labeled::getText).orElse("");
    }

    private static void until(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, holds);
    }

    private static void lost(Throwable fault) {
        throw new AssertionError(fault);
    }
}
