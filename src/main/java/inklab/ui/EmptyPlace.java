package inklab.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where there is nothing yet: a dashed outline at the final size, one icon, one sentence, the one action. */
public final class EmptyPlace extends VBox {
    /** With no action. */
    public EmptyPlace(Node icon, String sentence) {
        getStyleClass().add("empty-place");
        Label words = new Label(sentence);
        words.getStyleClass().addAll("type-body", "tone-2");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMaxWidth(360);
        getChildren().addAll(icon, words);
    }

    public EmptyPlace(Node icon, String sentence, String actionSays, Runnable action) {
        this(icon, sentence);
        Button button = new Button(actionSays);
        button.setOnAction(e -> action.run());
        getChildren().add(button);
    }
}
