package inklab.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.Dataset;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.train.CatalogueImages;
import inklab.train.Checkpoint;
import inklab.train.Keep;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingImages;
import inklab.train.TrainingJob;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import inklab.ui.widget.ConfusionMatrix;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.MapStrip;
import inklab.ui.widget.MistakeStrip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Walks through a net that learnt on Ink for a moment, by mouse and by keyboard. */
@ExtendWith(ApplicationExtension.class)
class InspectJourneyTest {
    private static final int TEST = 400;

    @TempDir
    private static Path folder;

    private static Engine engine;
    private static Recipe recipe;
    private static TrainingImages images;
    private static Path run;
    private InspectBench bench;
    private InspectViewModel model;

    @BeforeAll
    static void train() throws IOException {
        engine = new Dl4jEngine();
        Recipe quick = new Presets().find("quick-ink").orElseThrow();
        recipe = quick.withData(new DataSettings("ink", 2500, 100, 0, DataSettings.Pixels.UNIT))
                .withTraining(quick.training().withEpochs(3));
        Catalogue catalogue = new Catalogue(new DataFolder(folder), InkDigits.open(), notice -> {});
        TrainingImages all = new CatalogueImages(catalogue);
        images = (wanted, cancelled) -> {
            Dataset whole = all.load(wanted, cancelled);
            return new Dataset(
                    whole.id(), whole.train(), whole.validation(), whole.test().range(0, TEST));
        };
        run = folder.resolve("runs").resolve("quick");
        new TrainingJob(recipe, new RunFolder(run), images, Habits.onCpu(2).keeping(new Keep(8)), false).run(engine);
    }

    @Start
    void start(Stage stage) {
        bench = new InspectBench(recipe, Locale.ENGLISH, new Runs(folder.resolve("runs")), images, engine);
        model = bench.workspace.model();
        Scene scene = new Scene(bench.shell, 1440, 900);
        Theme.LIGHT.apply(scene, Typeface.of(Locale.ENGLISH));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> bench.workspace.close());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void settled(int epoch) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onFx(() -> model.exhibitProperty().get() != null
                        && model.epochProperty().get() == epoch
                        && InspectPictures.isSettled(model)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean onFx(BooleanSupplier question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question::getAsBoolean);
    }

    /** What the net of an epoch answers to every test image, by a network of the test's own. */
    private static int[] answers(int epoch) throws IOException {
        Checkpoint checkpoint = new RunFolder(run)
                .checkpoints().stream()
                        .filter(one -> one.isWhole() && one.epochs() == epoch)
                        .findFirst()
                        .orElseThrow();
        var test = images.load(recipe, () -> false).test();
        Preparation preparation = Preparation.of(recipe);
        int[] answers = new int[test.size()];
        try (Network network = engine.network(recipe.net(), NetworkSettings.forPredicting())) {
            network.load(checkpoint.weights());
            for (int i = 0; i < answers.length; i++)
                answers[i] = Lens.greatest(network.predict(preparation.numbers(test.image(i)), 1));
        }
        return answers;
    }

    private static Image picture(Node node) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> CopyPicture.of(node));
    }

    private static boolean differ(Image a, Image b) {
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) return true;
        for (int y = 0; y < a.getHeight(); y++)
            for (int x = 0; x < a.getWidth(); x++)
                if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) return true;
        return false;
    }

    /** The upper left corner of the matrix's cells and their distance, as the widget lays ten digits out. */
    private static Point2D middleOf(ConfusionMatrix matrix, int cell) {
        double top = Math.ceil(14 * 1.6);
        double pitch = Math.floor(Math.min((matrix.getWidth() - 34) / 10, (matrix.getHeight() - top) / 10));
        double left = 34 + Math.floor(Math.max(0, matrix.getWidth() - 34 - pitch * 10) / 2);
        return matrix.localToScreen(left + (cell % 10 + 0.5) * pitch, top + (Math.floorDiv(cell, 10) + 0.5) * pitch);
    }

    @Test
    void scrubbing_changes_filters_matrix_and_mistakes_together(FxRobot robot) throws Exception {
        settled(3);
        Node filters = robot.lookup("#inspect-filters-0").query();
        Node matrix = robot.lookup("#inspect-matrix").query();
        MistakeStrip hardest = robot.lookup("#inspect-hardest").query();
        Image filtersBefore = picture(filters);
        Image matrixBefore = picture(matrix);
        List<String> mistakesBefore =
                hardest.items().stream().map(MistakeStrip.Item::caption).toList();

        // The knob stands at the right end; the arrow keys walk with it.
        Node track = robot.lookup(".epoch-track").query();
        Point2D end = track.localToScreen(track.getBoundsInLocal().getWidth() - 14, 40);
        robot.moveTo(end).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        robot.type(KeyCode.LEFT);
        settled(2);
        robot.type(KeyCode.LEFT);
        settled(1);
        int wrong = 0;
        int[] answers = answers(1);
        var test = images.load(recipe, () -> false).test();
        for (int i = 0; i < answers.length; i++) if (answers[i] != test.label(i)) wrong++;

        assertThat(model.scores().scoreProperty().get().misread()).isEqualTo(wrong);
        assertThat(model.lookProperty().get().epoch()).isEqualTo(1);
        assertThat(differ(filtersBefore, picture(filters))).as("filters").isTrue();
        assertThat(differ(matrixBefore, picture(matrix))).as("matrix").isTrue();
        assertThat(hardest.items().stream().map(MistakeStrip.Item::caption).toList())
                .isNotEqualTo(mistakesBefore);
        robot.type(KeyCode.END);
        settled(3);
        assertThat(differ(filtersBefore, picture(filters))).as("filters again").isFalse();
        assertThat(hardest.items().stream().map(MistakeStrip.Item::caption).toList())
                .isEqualTo(mistakesBefore);
    }

    @Test
    void a_click_on_a_cell_shows_exactly_its_images(FxRobot robot) throws Exception {
        settled(3);
        int[] answers = answers(3);
        var test = images.load(recipe, () -> false).test();
        ConfusionMatrix matrix = robot.lookup("#inspect-matrix").query();
        MistakeStrip strip = robot.lookup("#inspect-cell").query();
        int worst = model.scores().cellProperty().get();
        int right = 11 * (worst / 10);
        for (int cell : new int[] {right, worst, 99}) {
            robot.moveTo(middleOf(matrix, cell)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
            WaitForAsyncUtils.waitForFxEvents();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < answers.length; i++)
                if (test.label(i) == cell / 10 && answers[i] == cell % 10) expected.add(Integer.toString(i));
            assertThat(strip.items().stream().map(MistakeStrip.Item::caption).toList())
                    .containsExactlyElementsOf(expected);
        }
        // From cell to cell by keyboard, too.
        robot.type(KeyCode.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.scores().cellProperty().get()).isEqualTo(89);
    }

    @Test
    void an_image_and_a_unit_are_chosen_by_mouse_and_keys(FxRobot robot) throws Exception {
        settled(3);
        MistakeStrip hardest = robot.lookup("#inspect-hardest").query();
        Point2D first = hardest.localToScreen(30, 30);
        robot.moveTo(first).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        settled(3);
        assertThat(Integer.toString(model.exhibitProperty().get().index()))
                .isEqualTo(hardest.items().get(0).caption());
        robot.type(KeyCode.RIGHT);
        settled(3);
        assertThat(Integer.toString(model.exhibitProperty().get().index()))
                .isEqualTo(hardest.items().get(1).caption());

        LayerRow maps = robot.lookup("#inspect-maps-0").query();
        MapStrip strip = maps.strip();
        robot.moveTo(strip.localToScreen(30, 30)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> onFx(() -> model.lookProperty().get().unit().unit().map() == 0));
        settled(3);
        Unit unit = model.lookProperty().get().unit().unit();
        assertThat(unit.layer()).isZero();
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> onFx(() -> model.lookProperty().get().unit().unit().map() == 1));
        settled(3);
    }

    @Test
    void a_digit_drawn_on_the_pad_is_what_the_page_looks_at(FxRobot robot) throws Exception {
        settled(3);
        robot.clickOn("#inspect-draw");
        Node pad = robot.lookup("#inspect-pad").query();
        boolean down = false;
        for (var stroke : Drawn.seven())
            for (int i = 0; i < stroke.points().size(); i += 2) {
                var point = stroke.points().get(i);
                double scale = pad.getBoundsInLocal().getWidth() / 280;
                robot.moveTo(pad.localToScreen(point.x() * scale, point.y() * scale));
                if (!down) robot.press(MouseButton.PRIMARY);
                down = true;
            }
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> onFx(() -> model.lookProperty()
                                .get()
                                .exhibit()
                                .equals(model.exhibitProperty().get())
                        && model.exhibitProperty().get().isOwn()
                        && model.lookProperty().get().answer() == 7));
        robot.clickOn("#inspect-pad-close");
        assertThat(bench.workspace.view().pad().isOpen()).isFalse();
        // Escape closes it as well, and the drawing stays.
        robot.clickOn("#inspect-draw");
        robot.type(KeyCode.ESCAPE);
        assertThat(bench.workspace.view().pad().isOpen()).isFalse();
        assertThat(model.exhibitProperty().get().isOwn()).isTrue();
    }
}
