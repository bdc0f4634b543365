package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.ui.Place;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first start to a training and its end, without a pointer. */
class KeyboardJourneyTest {
    @TempDir
    private Path folder;

    private RealWindow window;

    @BeforeEach
    void open() throws Exception {
        window = new RealWindow(folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Tab until a node has the focus; every stop on the way shows where it is. */
    private void tabTo(String id) {
        Set<Node> seen = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            Node at = window.focus();
            if (at != null && isOrHolds(at, id)) return;
            window.press(KeyCode.TAB);
            Node now = window.focus();
            assertThat(now).as("Tab leads nowhere").isNotNull();
            assertThat(now.isFocusVisible()).as("focus is seen on " + now).isTrue();
            seen.add(now);
        }
        throw new AssertionError("Tab never came to " + id + ", only to " + seen);
    }

    private static boolean isOrHolds(Node node, String id) {
        return id.equals(node.getId())
                || (node.getParent() != null && id.equals(node.getParent().getId()));
    }

    @Test
    void a_setting_is_changed_and_a_net_trained_paused_resumed_and_stopped_by_keys_alone() throws Exception {
        // The rail is one stop, its items are chosen by arrow keys.
        tabTo("rail-draw");
        window.press(KeyCode.UP);
        window.press(KeyCode.UP);
        window.press(KeyCode.SPACE);
        assertThat(window.place()).isEqualTo(Place.TRAIN);

        tabTo("train-set-epochs");
        window.press(KeyCode.SPACE);
        window.type("3");
        window.press(KeyCode.ENTER);
        assertThat(window.selection().recipe().training().epochs()).isEqualTo(3);
        assertThat(window.focus().getParent().getId()).isEqualTo("train-set-epochs");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.selection().recipe().training().epochs()).isEqualTo(8);

        tabTo("train");
        window.press(KeyCode.SPACE);
        var live = window.window.parts().training().liveProperty();
        window.until(180, () -> live.get() != null && live.get().epoch() > 0);
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.until(90, () -> live.get().paused());
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.until(90, () -> !live.get().paused());
        window.press(KeyCode.CONTROL, KeyCode.PERIOD);
        window.until(180, () -> live.get() == null);
        assertThat(folder.resolve("data/runs/quick-ink/checkpoints")).isNotEmptyDirectory();
    }

    @Test
    void the_overview_opens_on_f1_lists_the_workspaces_own_keys_and_escape_gives_the_focus_back() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.place()).isEqualTo(Place.BUILD);
        tabTo("add-dense");
        Node before = window.focus();
        window.press(KeyCode.F1);
        assertThat(window.window.shell().overlay().isOpen()).isTrue();
        window.press(KeyCode.TAB);
        for (Node at = window.focus(); ; at = at.getParent()) {
            assertThat(at).as("focus stays in the overview").isNotNull();
            if (at == window.window.shell().overlay()) break;
        }
        window.press(KeyCode.ESCAPE);
        assertThat(window.window.shell().overlay().isOpen()).isFalse();
        assertThat(window.focus()).isSameAs(before);
    }

    @Test
    void every_workspace_is_reached_by_its_number() {
        KeyCode[] digits = {
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7
        };
        List<Place> places = List.of(Place.values());
        for (Place place : places) {
            window.press(KeyCode.CONTROL, digits[places.indexOf(place)]);
            assertThat(window.place()).isEqualTo(place);
        }
    }
}
