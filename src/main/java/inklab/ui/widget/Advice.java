package inklab.ui.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A hint in plain words: an icon, what is the matter in bold, and why and what would help below it. */
public final class Advice extends HBox {
    /** @param why empty where the first line says all */
    public Advice(ProblemStrip.Level level, String what, String why) {
        getStyleClass().addAll("advice", level.styleClass());
        setSpacing(10);
        setAlignment(Pos.TOP_LEFT);
        VBox words = new VBox();
        words.getStyleClass().add("advice-words");
        Label head = new Label(what);
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        head.getStyleClass().addAll("type-note", "advice-what");
        words.getChildren().add(head);
        if (!why.isEmpty()) {
            Label more = new Label(why);
            more.setWrapText(true);
            more.setMinHeight(USE_PREF_SIZE);
            more.getStyleClass().add("type-note");
            words.getChildren().add(more);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(level.icon(), words);
    }
}
