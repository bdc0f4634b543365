package inklab.ui.widget;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Tells a scroll pane's content that the vertical bar takes room beside it: {@code :scrolled} in style sheets. */
public final class ScrollRoom {
    private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

    private ScrollRoom() {}

    /** From now on; the content may change. With a padding that is smaller by the bar's 8 px, nothing moves when the bar comes. */
    public static void watch(ScrollPane pane) {
        pane.viewportBoundsProperty().addListener(o -> mark(pane));
        pane.contentProperty().addListener(o -> mark(pane));
        mark(pane);
    }

    private static void mark(ScrollPane pane) {
        Node content = pane.getContent();
        double viewport = pane.getViewportBounds().getWidth();
        if (content != null) content.pseudoClassStateChanged(SCROLLED, viewport > 0 && pane.getWidth() - viewport > 1);
    }
}
