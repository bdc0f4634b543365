package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.LayerSpec;
import inklab.recipe.Recipe;
import inklab.ui.Place;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** One recipe, many workspaces: what was done in one is undone from another. */
class UndoJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void edits_made_in_distort_and_in_build_are_undone_and_redone_from_train() throws Exception {
        try (RealWindow window = new RealWindow(folder)) {
            Recipe first = window.selection().recipe();
            window.robot.clickOn("#rail-distort");
            window.robot.clickOn("#distort-alpha");
            window.until(60, () -> !window.node("distort-adopt").isDisabled());
            window.robot.clickOn("#distort-adopt");
            WaitForAsyncUtils.waitForFxEvents();
            Recipe distorted = window.selection().recipe();
            assertThat(distorted.distortion()).isNotEqualTo(first.distortion());

            window.robot.clickOn("#rail-build");
            window.robot.clickOn("#layer-4");
            window.robot.clickOn("#add-dropout");
            WaitForAsyncUtils.waitForFxEvents();
            Recipe built = window.selection().recipe();
            assertThat(built.net().layers()).hasAtLeastOneElementOfType(LayerSpec.Dropout.class);

            window.robot.clickOn("#rail-train");
            assertThat(window.place()).isEqualTo(Place.TRAIN);
            window.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(window.selection().recipe()).isEqualTo(distorted);
            window.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(window.selection().recipe()).isEqualTo(first);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            assertThat(window.selection().recipe()).isEqualTo(built);
        }
    }
}
