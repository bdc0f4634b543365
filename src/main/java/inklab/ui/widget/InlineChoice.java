package inklab.ui.widget;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** A setting with a few named values: reads as words on a 28 px field, opens a menu on click, Space or Enter. */
public final class InlineChoice extends Button {
    private final ContextMenu menu = new ContextMenu();
    private IntConsumer onChosen = i -> {};

    /** @param name what a screen reader calls the setting */
    public InlineChoice(String name) {
        getStyleClass().addAll("inline-shown", "inline-choice");
        setAccessibleText(name);
        setOnAction(e -> {
            if (menu.isShowing()) menu.hide();
            else menu.show(this, Side.BOTTOM, 0, 4);
        });
    }

    /** The choices, and which one stands. */
    public void setChoices(List<String> words, int chosen) {
        menu.getItems().clear();
        for (int i = 0; i < words.size(); i++) {
            MenuItem item = new MenuItem(words.get(i));
            int index = i;
            item.setOnAction(e -> onChosen.accept(index));
            menu.getItems().add(item);
        }
        setText(words.get(chosen));
    }

    /** Called with the index of the choice the user makes; the words change when {@link #setChoices} is called. */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }
}
