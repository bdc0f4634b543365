package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A choice of one among a few, side by side on a bed; exactly one is chosen. Left and right move the choice. */
public final class Segments extends HBox {
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected");
    private final List<ToggleButton> buttons = new ArrayList<>();

    /** The first of the words is chosen. */
    public Segments(List<String> words) {
        getStyleClass().add("segments");
        setFillHeight(true);
        setMaxWidth(USE_PREF_SIZE);
        for (int i = 0; i < words.size(); i++) {
            ToggleButton button = new ToggleButton(words.get(i));
            int index = i;
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setMinWidth(USE_PREF_SIZE);
            // A press on the chosen one must not leave none chosen.
            button.setOnAction(e -> {
                selected.set(index);
                show();
            });
            buttons.add(button);
        }
        getChildren().addAll(buttons);
        selected.addListener(o -> show());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    /** The chosen index. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Other words for the same choices. */
    public void setWords(List<String> words) {
        for (int i = 0; i < buttons.size(); i++) buttons.get(i).setText(words.get(i));
    }

    private void show() {
        for (int i = 0; i < buttons.size(); i++) {
            boolean chosen = i == selected.get();
            buttons.get(i).setSelected(chosen);
            buttons.get(i).setFocusTraversable(chosen);
        }
    }

    private void key(KeyEvent e) {
        int to = switch (e.getCode()) {
            case LEFT, UP -> selected.get() - 1;
            case RIGHT, DOWN -> selected.get() + 1;
            default -> -1;
        };
        if (to < 0 || to >= buttons.size()) return;
        selected.set(to);
        buttons.get(to).requestFocus();
        e.consume();
    }
}
