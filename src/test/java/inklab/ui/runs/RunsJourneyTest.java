package inklab.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.evaluate.Committee;
import inklab.train.Outputs;
import inklab.train.RunFolder;
import inklab.ui.Notice;
import inklab.ui.Place;
import inklab.ui.Theme;
import inklab.ui.Typeface;
import inklab.ui.widget.PublishedScale;
import inklab.ui.widget.SubsetPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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

/** A committee of two ticked with the mouse; a run renamed, deleted and put back. */
@ExtendWith(ApplicationExtension.class)
class RunsJourneyTest {
    @TempDir
    private static Path folder;

    private RunsBench bench;

    @BeforeAll
    static void train() throws IOException {
        for (int seed = 1; seed <= 3; seed++) SomeRuns.train(folder.resolve("runs"), "net-" + seed, seed);
    }

    @Start
    void start(Stage stage) throws IOException {
        bench = new RunsBench(
                SomeRuns.recipe("current", 9, "pictures/tiny"),
                Locale.ENGLISH,
                folder.resolve("data"),
                folder.resolve("runs"));
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

    private static void await(Callable<Boolean> until) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, until);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Outputs stored(String run) throws IOException {
        return new RunFolder(folder.resolve("runs").resolve(run))
                .outputs()
                .orElseThrow()
                .test();
    }

    private List<String> shown() {
        return bench.workspace.model().shown().stream().map(RunRow::name).toList();
    }

    private static CheckBox box(FxRobot robot, String run) {
        return robot.lookup(".run-row .check-box").queryAllAs(CheckBox.class).stream()
                .filter(box -> box.getAccessibleText() != null
                        && box.getAccessibleText().startsWith(run + " "))
                .findFirst()
                .orElseThrow();
    }

    /** The name in a row: the search field may hold the same words. */
    private static Label name(FxRobot robot, String run) {
        return robot.lookup(".run-name").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getText().equals(run))
                .findFirst()
                .orElseThrow();
    }

    private static String said(Node node) {
        return String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void two_runs_ticked_show_the_error_of_their_averaged_outputs(FxRobot robot) throws Exception {
        await(() -> shown().size() == 3);
        robot.clickOn(box(robot, "net-1"));
        robot.clickOn(box(robot, "net-3"));
        await(() -> bench.workspace.committee().standing().members().size() == 2);
        Committee expected = new Committee(List.of(stored("net-1"), stored("net-3")));
        String figure = RunWords.error(expected.average().error());
        String votes = RunWords.error(expected.votes().error());
        assertThat(said(robot.lookup("#runs-subsets").queryAs(SubsetPlot.class)))
                .contains("all together " + figure);
        assertThat(said(robot.lookup("#runs-scale").queryAs(PublishedScale.class)))
                .contains("ours " + figure.replace(" %", "").replaceAll("^(\\d+\\.\\d)$", "$10"));
        robot.clickOn("Votes");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(said(robot.lookup("#runs-subsets").queryAs(SubsetPlot.class)))
                .contains("all together " + votes);
        robot.clickOn("Disputed");
        await(() -> !robot.lookup("#runs-disputed")
                .queryAs(ListView.class)
                .getItems()
                .isEmpty());
        ListView<?> disputed = robot.lookup("#runs-disputed").queryAs(ListView.class);
        assertThat(disputed.getItems().size())
                .isEqualTo(bench.workspace.committee().standing().dissents().size());
    }

    @Test
    void a_run_is_found_renamed_deleted_and_put_back(FxRobot robot) throws Exception {
        await(() -> shown().size() == 3);
        robot.clickOn("#runs-find").write("net-2");
        await(() -> shown().equals(List.of("net-2")));
        robot.clickOn(name(robot, "net-2"));
        robot.push(KeyCode.F2);
        robot.write("second").push(KeyCode.ENTER);
        await(() -> Files.exists(folder.resolve("runs/second")));
        robot.clickOn("#runs-find").push(KeyCode.ESCAPE);
        await(() -> shown().contains("second") && shown().size() == 3);
        robot.clickOn(name(robot, "second")).push(KeyCode.DELETE);
        await(() -> shown().size() == 2);
        assertThat(Files.exists(folder.resolve("runs/second"))).isFalse();
        Notice notice = bench.notices.shown().get(bench.notices.shown().size() - 1);
        assertThat(notice.what()).contains("second");
        robot.clickOn(notice.action().orElseThrow().says());
        await(() -> shown().contains("second"));
        assertThat(new RunFolder(folder.resolve("runs/second"))
                        .result()
                        .orElseThrow()
                        .run())
                .isEqualTo("second");
        // For the other journey.
        Files.move(folder.resolve("runs/second"), folder.resolve("runs/net-2"));
    }

    @Test
    void enter_opens_the_chosen_run_in_inspect(FxRobot robot) throws Exception {
        await(() -> shown().size() == 3);
        robot.clickOn(name(robot, "net-1")).push(KeyCode.ENTER);
        await(() -> bench.navigation.place() == Place.INSPECT);
        assertThat(bench.selection.runProperty().get()).isEqualTo(folder.resolve("runs/net-1"));
    }

    @Test
    void a_row_that_is_in_view_is_renamed_where_it_stands(FxRobot robot) throws Exception {
        await(() -> shown().size() == 3);
        String last = shown().get(2);
        robot.clickOn(name(robot, last)).push(KeyCode.F2);
        for (String other : shown().subList(0, 2))
            assertThat(name(robot, other).localToScene(0, 0).getY())
                    .as(other)
                    .isGreaterThan(robot.lookup("#runs-list")
                            .query()
                            .localToScene(0, 0)
                            .getY());
        robot.push(KeyCode.ESCAPE);
    }
}
