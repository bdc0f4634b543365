package inklab.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.evaluate.CommitteeFile;
import inklab.sweep.LocalCrew;
import inklab.sweep.Trial;
import inklab.ui.Notice;
import inklab.ui.Place;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One of Inklab's sweeps by mouse: planned, trained, a cell of its map chosen, its best made a committee, its table and map saved. */
@ExtendWith(ApplicationExtension.class)
class SweepJourneyTest {
    @TempDir
    private static Path folder;

    private final Engine engine = new Dl4jEngine();
    private RunsBench bench;

    @Start
    void start(Stage stage) throws IOException {
        InkDigits ink = InkDigits.open();
        bench = new RunsBench(
                SomeRuns.recipe("current", 9, "ink"),
                Locale.ENGLISH,
                folder.resolve("data"),
                folder.resolve("runs"),
                // Fewer digits than the sweep asks for: six nets in a few seconds.
                (sweep, at) -> () ->
                        LocalCrew.of(engine, (recipe, cancelled) -> ink.make(1000, 100, 100, 1), at, "cpu", 1, 1));
        Scene scene = new Scene(bench.shell, 1440, 900);
        Theme.LIGHT.apply(scene, Typeface.of(Locale.ENGLISH));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> bench.workspace.close());
        engine.close();
    }

    private static void await(Callable<Boolean> until) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, until);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private SweepShown shown() {
        return bench.workspace.sweeps().shownProperty().get();
    }

    private List<String> said() {
        return List.copyOf(bench.notices.shown()).stream().map(Notice::what).toList();
    }

    @Test
    void a_sweep_is_planned_trained_looked_at_and_made_a_committee_of(FxRobot robot) throws Exception {
        robot.clickOn("Sweeps");
        robot.clickOn("#sweep-which").clickOn("Plan quick-six");
        await(() -> shown() != null && shown().trials().size() == 6);
        assertThat(folder.resolve("sweeps")).doesNotExist();

        robot.clickOn("#sweep-go");
        Set<Integer> over = new TreeSet<>();
        await(() -> {
            over.add(shown().over());
            return shown().isOver();
        });
        // They were seen to finish one by one.
        assertThat(over).anyMatch(ended -> ended > 0 && ended < 6);
        assertThat(shown().trials()).extracting(Trial::status).containsOnly(Trial.Status.FINISHED);
        await(() -> said().contains("The sweep quick-six is over."));
        assertThat(robot.lookup("#sweep-go").queryAs(Button.class).isVisible()).isFalse();

        // The map's choosers have room for their axes' names.
        assertThat(robot.lookup(".card .run-filter").queryAllAs(Region.class))
                .hasSizeGreaterThan(1)
                .allMatch(chooser -> chooser.getWidth() > 40);

        // Three rates down, two seeds across: the cell in the middle at the left.
        Node cells = robot.lookup("#sweep-map").query();
        Bounds map = cells.localToScreen(cells.getBoundsInLocal());
        robot.clickOn(map.getMinX() + 0.4 * map.getWidth(), map.getMinY() + 0.45 * map.getHeight());
        await(() -> bench.workspace.sweeps().chosen().isPresent());
        Trial chosen = bench.workspace.sweeps().chosen().orElseThrow();
        assertThat(chosen.member().words()).isEqualTo("rate 0.05, seed 1");
        assertThat(bench.selection.runProperty().get()).isEqualTo(folder.resolve("sweeps/quick-six/quick-six-003"));
        TableView<?> table = robot.lookup("#sweep-table").queryAs(TableView.class);
        assertThat(((Trial) table.getSelectionModel().getSelectedItem()).name()).isEqualTo(chosen.name());

        robot.doubleClickOn("#sweep-members")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("3")
                .push(KeyCode.ENTER);
        robot.clickOn("#sweep-committee");
        await(() -> said().stream().anyMatch(words -> words.startsWith("The best 3 together misread ")));
        CommitteeFile best = CommitteeFile.read(folder.resolve("sweeps/quick-six/best-3.committee.json"));
        assertThat(best.members()).hasSize(3).contains(pathOf(shown().best().orElseThrow()));

        WaitForAsyncUtils.asyncFx(
                        () -> bench.workspace.sweepPanel().setPlaces(name -> Optional.of(folder.resolve(name))))
                .get();
        robot.clickOn("#sweep-csv");
        await(() -> said().contains("The table is in " + folder.resolve("quick-six.csv") + "."));
        assertThat(Files.readAllLines(folder.resolve("quick-six.csv")))
                .hasSize(7)
                .anyMatch(line -> line.startsWith("quick-six-003,0.05,1,finished,4,"));
        robot.clickOn("#sweep-png");
        await(() -> said().contains("The picture is in " + folder.resolve("quick-six.png") + "."));
        BufferedImage picture = ImageIO.read(folder.resolve("quick-six.png").toFile());
        assertThat(colours(picture)).isGreaterThan(6);

        robot.clickOn("#sweep-inspect");
        await(() -> bench.navigation.place() == Place.INSPECT);
    }

    private String pathOf(Trial trial) {
        return shown().folder().run(trial.name()).path().toString();
    }

    private static int colours(BufferedImage picture) {
        Set<Integer> colours = new TreeSet<>();
        for (int y = 0; y < picture.getHeight(); y += 4)
            for (int x = 0; x < picture.getWidth(); x += 4) colours.add(picture.getRGB(x, y));
        return colours.size();
    }
}
