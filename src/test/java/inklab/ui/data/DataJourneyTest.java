package inklab.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.ui.SomeRecipes;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
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

/** A small MNIST laid by hand, the built-in digits, and whatever the user imports. */
@ExtendWith(ApplicationExtension.class)
class DataJourneyTest {
    private static final Recipe RECIPE =
            SomeRecipes.CIRESAN.withData(new DataSettings("mnist", 0, 20, 0, DataSettings.Pixels.UNIT));

    @TempDir
    private static Path all;

    private Path folder;

    private Path data;
    private Path answer;
    private DataStage window;
    private DataViewModel model;

    @Start
    void start(Stage unused) throws IOException {
        folder = Files.createTempDirectory(all, "journey");
        data = folder.resolve("data");
        SmallMnist.write(data.resolve("mnist"), 400, 50);
        InkDigits ink = InkDigits.open();
        window = new DataStage(
                RECIPE,
                new CatalogueStock(new Catalogue(new DataFolder(data), ink, notice -> {})),
                folder.resolve("wall.properties"),
                (near, title) -> Optional.ofNullable(answer),
                Locale.ENGLISH,
                1440,
                900);
        model = window.workspace.model();
    }

    @BeforeEach
    void open() throws Exception {
        wait(() -> "mnist".equals(shown()) && !wall().isEmpty());
        wait(() -> model.shelf().cards().size() == 4);
    }

    @AfterEach
    void close() {
        Toolkit.run(() -> {
            window.workspace.close();
            window.stage.close();
            return null;
        });
        assertThat(window.lost).isEmpty();
    }

    private static void wait(Callable<Boolean> until) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> Toolkit.run(() -> {
                    try {
                        return until.call();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }));
    }

    private String shown() {
        Images images = model.imagesProperty().get();
        return images == null ? "" : images.id();
    }

    private List<Integer> wall() {
        return Toolkit.run(() -> model.pageProperty().get().cells().stream()
                .map(Page.Cell::index)
                .toList());
    }

    private List<Integer> labels() {
        return Toolkit.run(() -> model.pageProperty().get().cells().stream()
                .map(cell -> model.imagesProperty().get().label(cell.index()))
                .distinct()
                .toList());
    }

    /** The middle of class c on the band. */
    private static Point2D onBand(FxRobot robot, int c) {
        Node band = robot.lookup("#data-band").query();
        double width = band.getLayoutBounds().getWidth();
        return band.localToScreen(width * (c + 0.5) / 10, band.getLayoutBounds().getHeight() / 2);
    }

    @Test
    void a_damaged_data_set_is_refused_in_one_sentence_and_nothing_is_lost(FxRobot robot) throws Exception {
        answer = folder.resolve("download");
        SmallMnist.write(answer, 400, 50);
        Path cut = answer.resolve("train-images-idx3-ubyte.gz");
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Path mine = data.resolve("mnist").resolve("train-images-idx3-ubyte.gz");
        byte[] before = Files.readAllBytes(mine);
        List<Integer> hung = wall();

        robot.clickOn("#data-import");
        wait(() -> robot.lookup("#data-card-mnist-problem").tryQuery().isPresent());
        String says =
                robot.lookup("#data-card-mnist-problem").queryAs(Label.class).getText();
        assertThat(says)
                .startsWith("train-images-idx3-ubyte.gz ")
                .contains("cut off")
                .endsWith("import it again.")
                .doesNotContain("Exception", "\n");
        assertThat(Files.readAllBytes(mine)).isEqualTo(before);
        assertThat(wall()).isEqualTo(hung);

        robot.clickOn("#data-shuffle");
        wait(() -> !wall().equals(hung) && !wall().isEmpty());
        robot.clickOn("#data-card-mnist-dismiss");
        wait(() -> robot.lookup("#data-card-mnist-problem").tryQuery().isEmpty());

        Files.write(cut, whole);
        robot.clickOn("#data-import");
        wait(() -> model.shelf().cards().stream().noneMatch(ShelfCard::isBusy)
                && !model.shelf().slot().isBusy()
                && model.imagesProperty().get() != null);
        assertThat(robot.lookup("#data-card-mnist-problem").tryQuery()).isEmpty();
        assertThat(model.shelf().slot().problemProperty().get()).isEmpty();
    }

    @Test
    void another_data_set_and_a_class_change_the_wall_and_undo_brings_the_first_back(FxRobot robot) throws Exception {
        List<Integer> first = wall();
        robot.clickOn("#data-card-ink");
        wait(() -> "ink".equals(shown()) && !wall().isEmpty());
        assertThat(window.parts.selection().recipe().data().dataset()).isEqualTo("ink");
        assertThat(window.parts.selection().recipe().net()).isEqualTo(RECIPE.net());
        assertThat(labels()).hasSizeGreaterThan(5);

        robot.clickOn(onBand(robot, 7));
        wait(() -> labels().equals(List.of(7)));

        robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
        wait(() -> "mnist".equals(shown()) && !wall().isEmpty());
        assertThat(wall()).isEqualTo(first);
        assertThat(window.parts.selection().recipe()).isEqualTo(RECIPE);
    }

    @Test
    void the_keyboard_alone_chooses_a_card_a_class_and_a_picture(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#data-card-mnist").query().requestFocus());
        robot.type(KeyCode.LEFT).type(KeyCode.ENTER);
        wait(() -> "ink".equals(shown()) && model.summaryProperty().get() != null);
        robot.interact(() -> robot.lookup("#data-band").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        wait(() -> labels().equals(List.of(0)));
        robot.interact(() -> robot.lookup("#data-wall").query().requestFocus());
        robot.type(KeyCode.HOME).type(KeyCode.RIGHT);
        wait(() -> model.specimenProperty().get() != null
                && model.specimenProperty().get().index() == wall().get(1));
        int before = wall().get(0);
        robot.type(KeyCode.PAGE_DOWN);
        wait(() -> !wall().contains(before));
    }

    @Test
    void a_folder_dropped_on_the_window_becomes_a_card_in_use(FxRobot robot) throws Exception {
        Path leaves = folder.resolve("leaves");
        SomePictures.write(leaves, List.of("birch", "oak", "elm"), 12);
        robot.interact(() -> {
            assertThat(window.workspace.accepts(leaves)).isTrue();
            window.workspace.open(leaves);
        });
        wait(() -> "pictures/leaves".equals(shown())
                && wall().size() == model.imagesProperty().get().train());
        assertThat(robot.lookup("#data-card-pictures-leaves").tryQuery()).isPresent();
        assertThat(robot.lookup("#data-fit").tryQuery()).isPresent();
        robot.clickOn("#data-fit .fix");
        wait(() -> robot.lookup("#data-fit").tryQuery().isEmpty());
    }

    @Test
    void the_panel_needs_no_scroll_bar_and_in_a_lower_window_the_specimen_gives_way() throws Exception {
        wait(() -> model.specimenProperty().get() != null
                && model.summaryProperty().get() != null);
        ScrollPane panel = (ScrollPane) window.shell.lookup(".panel-scroll");
        Node specimen = window.shell.lookup("#data-specimen");
        for (int height : new int[] {900, 800}) {
            Toolkit.run(() -> {
                window.stage.setHeight(height);
                window.stage.setWidth(height == 800 ? 1280 : 1440);
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
            Toolkit.run(() -> {
                window.shell.layout();
                assertThat(panel.getContent().getLayoutBounds().getHeight())
                        .isLessThanOrEqualTo(panel.getViewportBounds().getHeight());
                assertThat(specimen.getLayoutBounds().getHeight()).isGreaterThanOrEqualTo(height == 800 ? 112 : 224);
                return null;
            });
        }
    }
}
