package inklab.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * One of the seven, as the shell sees it: nodes for its four slots, and word of when it is looked at. It is built when it is first
 * shown, and kept; no workspace knows another. What they share is {@link Selection}.
 */
public interface Workspace extends AutoCloseable {
    Place place();

    /** The line beside the title: what is loaded, how far it is. */
    ObservableValue<String> state();

    /** The buttons on the header's right; the same nodes at each call. In projector mode they stand at the foot instead. */
    List<Node> actions();

    /** What fills the content; it grows with the window, and scrolls when its minimal size does not fit. The same node at each call. */
    Node content();

    /** What stands in the panel, 272 px wide (232 in a small window); empty for none. The same node at each call. */
    Optional<Node> panel();

    /** In projector mode, what stands at the foot, right of the actions. */
    default Optional<Node> projectorFoot() {
        return Optional.empty();
    }

    /** Its own keys, live while it is shown and listed in the overview. */
    default List<Shortcut> shortcuts() {
        return List.of();
    }

    /** Style sheets of its own, beside the theme's. */
    default List<String> styleSheets() {
        return List.of();
    }

    /** Whether a file dropped on the window is something for this workspace; it then receives it by {@link #open}. */
    default boolean accepts(Path file) {
        return false;
    }

    /** Takes a file that it {@link #accepts}. */
    default void open(Path file) {}

    /** It is now in view: samplers start here. */
    default void shown() {}

    /** It is out of view: samplers stop, work that was only for the eye is cancelled. */
    default void hidden() {}

    /** The window closes: what must survive is written, threads end. */
    @Override
    default void close() {}
}
