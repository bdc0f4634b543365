package inklab.ui.widget;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet with rounded corners: a heading with a quiet note and actions at its right, the content, and room for a problem strip below. */
public final class Card extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Label title = new Label();
    private final Label note = new Label();
    // Not calm itself: the head about it is, and must hear when an action has other words.
    private final HBox actions = new HBox(8);
    private final Region spacer = spacer();
    private final HBox head = new CalmRow(12, title, note, spacer, actions);
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");
    private Node content;
    private Node problem;

    /** A card without heading, for content that speaks for itself. */
    public Card(Node content) {
        this("", content);
    }

    /** A card with a heading over its content. */
    public Card(String heading, Node content) {
        getStyleClass().add("card");
        setSpacing(8);
        title.getStyleClass().add("type-heading");
        note.getStyleClass().add("type-caption");
        title.setMinWidth(USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(USE_PREF_SIZE);
        setTitle(heading);
        setContent(content);
        chosen.addListener((o, was, is) -> {
            pseudoClassStateChanged(CHOSEN, is);
            getStyleClass().remove("chosen");
            if (is) getStyleClass().add("chosen");
        });
    }

    /** The heading; empty for none. */
    public void setTitle(String words) {
        title.setText(words);
        arrange();
    }

    /** Quiet words beside the heading. */
    public void setNote(String words) {
        note.setText(words);
    }

    /** Something else than quiet words beside the heading. */
    public void setLegend(Node legend) {
        HBox.setHgrow(spacer, Priority.SOMETIMES);
        head.getChildren().setAll(title, legend, spacer, actions);
    }

    /** Controls at the heading's right. */
    public ObservableList<Node> actions() {
        return actions.getChildren();
    }

    /** What the card holds; it takes the height that is left. */
    public void setContent(Node shown) {
        content = shown;
        if (content != null) setVgrow(content, Priority.ALWAYS);
        arrange();
    }

    /** A strip at the card's foot; null for none. */
    public void setProblem(Node strip) {
        problem = strip;
        arrange();
    }

    /** Whether the card wears the accent ring of the chosen one. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }

    private void arrange() {
        getChildren().clear();
        if (!title.getText().isEmpty()) getChildren().add(head);
        if (content != null) getChildren().add(content);
        if (problem != null) getChildren().add(problem);
    }

    private static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
