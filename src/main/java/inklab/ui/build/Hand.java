package inklab.ui.build;

import inklab.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;

/** Drags layers, from the palette and within the column, by press, drag and release; a label follows the pointer. */
final class Hand {
    private static final double SLACK = 6;

    private final BuildViewModel model;
    private final StackView stack;
    private final Texts texts;
    private final Label label = new Label();
    private final Popup follower = new Popup();
    private double pressX;
    private double pressY;
    private boolean pressed;
    private boolean dragging;

    Hand(BuildViewModel model, StackView stack, Texts texts) {
        this.model = model;
        this.stack = stack;
        this.texts = texts;
        label.getStyleClass().add("drag-label");
        follower.getContent().add(label);
        follower.setAutoFix(false);
    }

    /** Lets layers of this kind be dragged out of a button of the palette; pressing it does what it does. */
    void serves(Button button, LayerKind kind) {
        serve(button, owner -> model.hold(kind));
    }

    /** Lets a card be dragged to another place. */
    void serves(LayerCardView card) {
        serve(card, owner -> {
            if (card.card().index() >= 0) model.lift(card.card().index());
        });
    }

    private void serve(Node owner, Consumer<Node> take) {
        owner.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            pressed = e.getButton() == MouseButton.PRIMARY && !onControl(e, owner);
            pressX = e.getSceneX();
            pressY = e.getSceneY();
        });
        owner.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> {
            if (!pressed) return;
            if (!dragging && Math.hypot(e.getSceneX() - pressX, e.getSceneY() - pressY) > SLACK) begin(owner, take);
            if (dragging) follow(owner, e);
        });
        owner.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            pressed = false;
            if (!dragging) return;
            boolean there = stack.placeAt(e.getSceneX(), e.getSceneY()) >= 0;
            end();
            if (there) model.drop();
            else model.letGo();
            e.consume();
        });
        owner.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!dragging || e.getCode() != KeyCode.ESCAPE) return;
            end();
            model.letGo();
            e.consume();
        });
    }

    /** Whether a press belongs to something on the card that is to be pressed itself. */
    private static boolean onControl(MouseEvent e, Node owner) {
        for (Node at = (Node) e.getTarget(); at != null && at != owner; at = at.getParent())
            if (at instanceof Button || at instanceof TextInputControl) return true;
        return false;
    }

    private void begin(Node owner, Consumer<Node> take) {
        stack.setDragging(true);
        take.accept(owner);
        if (model.placingProperty().get().isEmpty()) {
            stack.setDragging(false);
            pressed = false;
            return;
        }
        dragging = true;
        Placing held = model.placingProperty().get().get();
        label.setText(texts.get("kind." + held.kind().id()));
        if (owner instanceof Button button) button.disarm();
    }

    private void follow(Node owner, MouseEvent e) {
        int place = stack.placeAt(e.getSceneX(), e.getSceneY());
        if (place >= 0) model.hover(place);
        if (!follower.isShowing()) follower.show(owner, e.getScreenX() + 14, e.getScreenY() + 10);
        follower.setX(e.getScreenX() + 14);
        follower.setY(e.getScreenY() + 10);
        e.consume();
    }

    private void end() {
        dragging = false;
        pressed = false;
        stack.setDragging(false);
        follower.hide();
    }
}
