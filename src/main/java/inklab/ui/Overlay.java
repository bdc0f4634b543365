package inklab.ui;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One card over a veiled window. Escape or a click beside it closes it; focus stays inside and then returns to where it was. */
public final class Overlay extends StackPane {
    private final ChangeListener<Node> hold = (o, was, now) -> held(now);
    private Node before;

    Overlay() {
        getStyleClass().add("veil");
        setVisible(false);
        setOnMouseClicked(e -> {
            if (e.getTarget() == this) close();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            close();
            e.consume();
        });
    }

    /** Shows this card, in place of any other. */
    public void open(Region card) {
        close();
        if (getScene() != null) before = getScene().getFocusOwner();
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.getStyleClass().add("overlay-card");
        getChildren().setAll(card);
        setVisible(true);
        card.setFocusTraversable(true);
        card.requestFocus();
        if (getScene() != null) getScene().focusOwnerProperty().addListener(hold);
    }

    /** Closes what is open; nothing when nothing is. */
    public void close() {
        if (!isVisible()) return;
        setVisible(false);
        if (getScene() != null) getScene().focusOwnerProperty().removeListener(hold);
        getChildren().clear();
        if (before != null) before.requestFocus();
        before = null;
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** While a card is open, focus that wanders out of it is led back. */
    private void held(Node now) {
        for (Node node = now; node != null; node = node.getParent()) if (node == this) return;
        if (isVisible() && !getChildren().isEmpty()) getChildren().get(0).requestFocus();
    }
}
