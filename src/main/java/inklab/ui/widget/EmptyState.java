package inklab.ui.widget;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Nothing here yet: a dashed outline at the final size, one icon, one sentence, the one action. */
public final class EmptyState extends VBox {
    /**
     * @param icon may be null
     * @param title may be empty
     * @param action the one button; may be null
     */
    public EmptyState(Node icon, String title, String sentence, Node action) {
        getStyleClass().add("empty-place");
        setAlignment(Pos.CENTER);
        setSpacing(8);
        if (icon != null) getChildren().add(icon);
        if (!title.isEmpty()) {
            Label head = new Label(title);
            head.getStyleClass().add("type-heading");
            getChildren().add(head);
        }
        Label words = new Label(sentence);
        words.getStyleClass().add("type-caption");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        words.setMaxWidth(420);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().add(words);
        if (action != null) getChildren().add(action);
        setAccessibleText(title.isEmpty() ? sentence : title + ". " + sentence);
    }
}
