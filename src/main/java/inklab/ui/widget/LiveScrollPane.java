package inklab.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane for what changes often. JavaFX keeps a picture of everything in a scroll pane's view, to scroll it fast, and at every change
 * of anything in it draws that whole picture anew; without that picture, only what changed is drawn.
 */
public class LiveScrollPane extends ScrollPane {
    public LiveScrollPane() {}

    public LiveScrollPane(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        for (Node part : getChildrenUnmodifiable()) if (part.getStyleClass().contains("viewport")) part.setCache(false);
        return skin;
    }
}
