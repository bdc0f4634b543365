package inklab.ui.widget;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What is wrong, what follows from it, and a button that mends it, on a soft strip. Dashed, the same strip is a drop slot. */
public final class ProblemStrip extends HBox {
    /** How bad it is. */
    public enum Level {
        DANGER("danger", Glyph.Shape.DANGER),
        WARNING("warning", Glyph.Shape.WARNING),
        GOOD("good", Glyph.Shape.GOOD),
        INFO("info", Glyph.Shape.INFO);

        private final String styleClass;
        private final Glyph.Shape icon;

        Level(String styleClass, Glyph.Shape icon) {
            this.styleClass = styleClass;
            this.icon = icon;
        }

        String styleClass() {
            return styleClass;
        }

        Glyph icon() {
            return new Glyph(icon);
        }
    }

    private final Text what = new Text();
    private final Text consequence = new Text();
    private final TextFlow words = new TextFlow(what, consequence);

    /** @param consequence empty for none */
    public ProblemStrip(Level level, String what, String consequence) {
        getStyleClass().addAll("problem-strip", level.styleClass());
        setAccessibleRole(AccessibleRole.TEXT);
        setSpacing(10);
        setFillHeight(false);
        setAlignment(Pos.CENTER_LEFT);
        this.what.getStyleClass().add("what");
        this.consequence.getStyleClass().add("consequence");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().addAll(level.icon(), words);
        setWords(what, consequence);
    }

    /** Other words for the same strip. */
    public void setWords(String what, String consequence) {
        this.what.setText(what);
        this.consequence.setText(consequence.isEmpty() ? "" : "   " + consequence);
        setAccessibleText(consequence.isEmpty() ? what : what + " " + consequence);
    }

    /** Adds the button that mends it. */
    public ProblemStrip withFix(String label, Runnable fix) {
        Button button = new Button(label);
        button.getStyleClass().add("fix");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> fix.run());
        getChildren().add(button);
        return this;
    }

    /** Draws the strip dashed, as a place to drop something. */
    public ProblemStrip asDropSlot() {
        getStyleClass().add("drop-slot");
        return this;
    }
}
