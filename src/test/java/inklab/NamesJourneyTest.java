package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.ui.Notice;
import inklab.ui.Place;
import inklab.ui.widget.Painted;
import inklab.ui.work.Toolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What a screen reader says of everything that can have the focus, and of every chart. */
class NamesJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void everything_that_takes_the_focus_and_every_chart_has_a_name_in_every_workspace() throws Exception {
        try (RealWindow window = new RealWindow(folder)) {
            List<String> nameless = new ArrayList<>();
            for (Place place : Place.values()) {
                Toolkit.run(() -> {
                    window.window.parts().navigation().go(place);
                    return null;
                });
                WaitForAsyncUtils.waitForFxEvents();
                Toolkit.run(() -> {
                    walk(window.window.scene().getRoot(), place, nameless);
                    return null;
                });
            }
            assertThat(nameless).isEmpty();
            // Nothing failed on the way round.
            assertThat(Toolkit.run(
                            () -> List.copyOf(window.window.parts().notices().shown())))
                    .noneMatch(notice -> notice.kind() == Notice.Kind.DANGER);
        }
    }

    private static void walk(Node node, Place place, List<String> nameless) {
        // What no pointer reaches only repeats what stands beside it.
        if (!node.isVisible() || node.isMouseTransparent()) return;
        // A progress bar says its value, and belongs to the words above it.
        boolean chart = node instanceof Painted && node.getAccessibleRole() != AccessibleRole.PROGRESS_INDICATOR;
        // A scroll pane is scrolled by keys, but is nothing to name.
        if ((node.isFocusTraversable() || chart)
                && !(node instanceof ScrollPane)
                && name(node).isBlank()) nameless.add(place + ": " + path(node));
        if (node instanceof Parent parent)
            for (Node child : parent.getChildrenUnmodifiable()) walk(child, place, nameless);
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) return node.getAccessibleText();
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) return labeled.getText();
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text == null ? "" : text.toString();
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder(node.getClass().getSimpleName() + " " + node.getStyleClass());
        for (Node at = node; at != null; at = at.getParent())
            if (at.getId() != null)
                return path.append(" in #").append(at.getId()).toString();
        return path.append(" in ").append(node.getParent()).toString();
    }
}
