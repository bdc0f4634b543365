package inklab.ui.distort;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.tiny.TinyEngine;
import inklab.recipe.Presets;
import inklab.train.Runs;
import inklab.ui.work.Toolkit;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DistortJourneyTest {
    @TempDir
    private static Path folder;

    private DistortStage window;

    @Start
    void start(Stage unused) {
        window = new DistortStage(
                new Presets().find("quick-ink").orElseThrow(),
                new Runs(folder),
                TinyEngine::new,
                folder,
                Locale.ENGLISH,
                1440,
                900);
    }

    @AfterEach
    void close() {
        Toolkit.run(() -> {
            window.workspace.close();
            window.stage.close();
            return null;
        });
    }

    private Wall wall() {
        return Toolkit.run(() -> window.workspace.model().wallProperty().get());
    }

    private byte[] settled(java.util.function.Predicate<Wall> done) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            Wall now = wall();
            return now != null && done.test(now);
        });
        return wall().images().get(0);
    }

    @Test
    void dragging_alpha_and_sigma_changes_the_wall_and_space_shows_the_originals(FxRobot robot) throws Exception {
        byte[] first = settled(w -> true);
        Node alpha = robot.lookup("#distort-alpha .slider-track").query();
        robot.drag(alpha, MouseButton.PRIMARY).moveBy(60, 0).drop();
        byte[] strong = settled(w -> w.ask().distortion().elastic().alpha() > 40);
        assertThat(strong).isNotEqualTo(first);
        Node sigma = robot.lookup("#distort-sigma .slider-track").query();
        robot.drag(sigma, MouseButton.PRIMARY).moveBy(-80, 0).drop();
        byte[] rough = settled(w -> w.ask().distortion().elastic().sigma() < 6);
        assertThat(rough).isNotEqualTo(strong);
        robot.press(KeyCode.SPACE);
        byte[] original = settled(w -> w.ask().original());
        assertThat(original)
                .isEqualTo(Toolkit.run(() ->
                        window.workspace.model().sampleProperty().get().images().image(0)));
        robot.release(KeyCode.SPACE);
        settled(w -> !w.ask().original());
        robot.clickOn("#distort-adopt");
        assertThat(window.parts.selection().recipe().distortion().elastic().sigma())
                .isLessThan(6);
    }

    @Test
    void the_chain_beside_scale_opens_a_slider_for_each_axis_and_closes_them_to_one(FxRobot robot) throws Exception {
        settled(w -> true);
        Node height = robot.lookup("#distort-scale_y").query();
        assertThat(height.isVisible()).isFalse();
        robot.clickOn("#distort-chain");
        assertThat(height.isVisible()).isTrue();
        Node track = robot.lookup("#distort-scale_y .slider-track").query();
        robot.drag(track, MouseButton.PRIMARY).moveBy(40, 0).drop();
        settled(w -> w.ask().distortion().scaleY() > 0.1);
        assertThat(wall().ask().distortion().scaleX()).isZero();
        robot.clickOn("#distort-adopt");
        assertThat(window.parts.selection().recipe().distortion().scaleY()).isGreaterThan(0.1);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        settled(w -> w.ask().distortion().scaleY() == 0);
        assertThat(height.isVisible()).isFalse();
    }
}
