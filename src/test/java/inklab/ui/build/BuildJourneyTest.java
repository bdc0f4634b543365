package inklab.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.tiny.TinyEngine;
import inklab.net.Notation;
import inklab.net.Shape;
import inklab.ui.SomeRecipes;
import inklab.ui.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The workspace in the real window, by mouse and by keyboard. */
class BuildJourneyTest extends ApplicationTest {
    private static final String CIRESAN = "1x29x29-20C4-MP2-40C5-MP3-150N-10N";
    private static final Specimen BLANK =
            new Specimen("MNIST", 7, "3", new Shape(1, 28, 28), new byte[784], 50_000, false);

    private BuildBench bench;

    @Override
    public void start(Stage stage) {
        // What is tried on a network is not what is tested here: it would only cost time.
        bench = new BuildBench(
                SomeRecipes.CIRESAN,
                Locale.ENGLISH,
                recipe -> BLANK,
                (recipe, specimen, run) -> recipe.net().layers().size() < 3
                        ? Optional.empty()
                        : Optional.of(new Depths(recipe.net(), new byte[784], List.of(), false)),
                (recipe, specimen, cancelled) -> new EngineSpeedMeter(TinyEngine::new, 1)
                        .measure(SomeRecipes.withNet("1x28x28-10N"), specimen, cancelled));
        Scene scene = new Scene(bench.shell, 1440, 900);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private String net() {
        WaitForAsyncUtils.waitForFxEvents();
        return Notation.print(bench.selection.recipe().net());
    }

    private Button field(int layer, String id) {
        return from(lookup("#layer-" + (layer < 0 ? "input" : Integer.toString(layer))))
                .lookup((Node n) -> n instanceof Button && id.equals(n.getUserData()))
                .query();
    }

    private void type(int layer, String id, String typed) {
        clickOn(field(layer, id));
        write(typed);
        push(KeyCode.ENTER);
    }

    private void fix(String label) {
        Node button = lookup((Node n) -> n instanceof Button b && b.getText().equals(label))
                .query();
        clickOn(button);
    }

    /** From a palette button to the middle between two places of the column. */
    private void dragIn(LayerKind kind, double y) {
        Bounds stack = lookup("#layer-input")
                .query()
                .localToScreen(lookup("#layer-input").query().getBoundsInLocal());
        drag("#add-" + kind.id()).moveTo(stack.getCenterX(), y).moveBy(0, 2).drop();
    }

    private double below(int layer) {
        Node card = lookup("#layer-" + (layer < 0 ? "input" : Integer.toString(layer)))
                .query();
        return card.localToScreen(card.getBoundsInLocal()).getMaxY() - 4;
    }

    @Test
    void the_net_of_ciresan_is_built_by_hand_from_an_empty_stack() {
        interact(() -> bench.workspace.model().clear());
        assertThat(net()).isEqualTo("1x29x29");
        clickOn("#add-convolution");
        type(0, "kernel", "4");
        assertThat(net()).isEqualTo("1x29x29-20C4");
        dragIn(LayerKind.MAX_POOL, below(0));
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2");
        clickOn("#add-convolution");
        clickOn("#add-max-pool");
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-40C5");
        fix("Use 3 × 3");
        clickOn("#add-dense");
        clickOn("#add-output");
        assertThat(net()).isEqualTo(CIRESAN);
        assertThat(bench.selection.undoableProperty().get()).isTrue();
        for (int i = 0; i < 8; i++) clickOn("#build-undo");
        assertThat(net()).isEqualTo(CIRESAN);
    }

    @Test
    void the_net_is_built_by_notation_and_the_cards_follow() {
        clickOn("#notation");
        push(KeyCode.CONTROL, KeyCode.A);
        write("1x28x28-32C5-MP2-100N-10N");
        push(KeyCode.ENTER);
        assertThat(net()).isEqualTo("1x28x28-32C5-MP2-100N-10N");
        assertThat(lookup(".layer-card").queryAll()).hasSize(5);
        assertThat(field(0, "maps").getText()).isEqualTo("32 maps");
        type(0, "maps", "48");
        assertThat(net()).isEqualTo("1x28x28-48C5-MP2-100N-10N");
    }

    @Test
    void a_card_is_dragged_to_another_place() {
        Node grip = lookup("#layer-1").query();
        Bounds from = grip.localToScreen(grip.getBoundsInLocal());
        drag(from.getMinX() + 18, from.getCenterY())
                .moveTo(from.getMinX() + 18, below(3) - 2)
                .moveBy(0, 1);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#build-slot").tryQuery()).isPresent();
        drop();
        assertThat(net()).isEqualTo("1x29x29-20C4-40C5-MP3-MP2-150N-10N");
    }

    @Test
    void by_keyboard_alone_layers_are_chosen_moved_copied_added_and_deleted() {
        interact(() -> lookup("#layer-0").query().requestFocus());
        push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        push(KeyCode.ALT, KeyCode.UP);
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-MP3-40C5-150N-10N");
        push(KeyCode.DELETE);
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-40C5-150N-10N");
        push(KeyCode.CONTROL, KeyCode.D);
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-40C5-40C5-150N-10N");
        push(KeyCode.CONTROL, KeyCode.Z);
        write("+");
        WaitForAsyncUtils.waitForFxEvents();
        push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-40C5-150N-BN-10N");
    }
}
