package inklab.ui.build;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** A layer's settings in a row: each a few words that a click turns into an editor. */
final class FieldRow extends HBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final BuildViewModel model;
    private List<Field> shown = List.of();
    private boolean reachable;

    FieldRow(BuildViewModel model) {
        this.model = model;
        getStyleClass().add("field-row");
    }

    /** Shows these settings; an editor that is open closes. */
    void show(List<Field> fields) {
        if (sameWords(fields)) {
            shown = fields;
            return;
        }
        shown = fields;
        getChildren().clear();
        for (int i = 0; i < fields.size(); i++) getChildren().add(button(i));
    }

    /** Whether the tab key reaches them. */
    void setReachable(boolean reach) {
        reachable = reach;
        getChildren().forEach(child -> child.setFocusTraversable(reach));
    }

    private boolean sameWords(List<Field> fields) {
        if (fields.size() != shown.size() || getChildren().size() != shown.size()) return false;
        for (int i = 0; i < fields.size(); i++)
            if (!fields.get(i).id().equals(shown.get(i).id())
                    || !fields.get(i).text().equals(shown.get(i).text())
                    || !(getChildren().get(i) instanceof Button)) return false;
        return true;
    }

    private Button button(int i) {
        Field field = shown.get(i);
        Button button = new Button(field.text());
        button.getStyleClass().add("layer-field");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setUserData(field.id());
        button.setFocusTraversable(reachable);
        button.setMaxWidth(280);
        Tooltip tip = new Tooltip(field.help());
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        button.setTooltip(tip);
        button.setAccessibleText(field.text());
        button.setAccessibleHelp(field.help());
        button.setOnAction(e -> edit(i, button));
        return button;
    }

    private void edit(int i, Button button) {
        Field field = shown.get(i);
        if (field instanceof Field.Entry entry) type(i, entry, button.getWidth());
        if (field instanceof Field.Choice choice) choose(choice, button);
    }

    private void choose(Field.Choice choice, Button button) {
        ContextMenu menu = new ContextMenu();
        for (Field.Option option : choice.options()) {
            RadioMenuItem item = new RadioMenuItem(option.text());
            item.setMnemonicParsing(false);
            item.setSelected(option.chosen());
            item.setOnAction(e -> model.choose(option));
            menu.getItems().add(item);
        }
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private void type(int i, Field.Entry entry, double width) {
        TextField editor = new TextField(entry.value());
        editor.getStyleClass().add("layer-field-editor");
        editor.setUserData(entry.id());
        editor.setAccessibleText(entry.text());
        editor.setAccessibleHelp(entry.help());
        editor.setPrefWidth(Math.max(64, width));
        getChildren().set(i, editor);
        editor.setOnAction(e -> commit(i, entry, editor, true));
        editor.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            close(i, true);
            e.consume();
        });
        editor.focusedProperty().addListener((o, was, now) -> {
            if (was && getChildren().contains(editor)) commit(i, entry, editor, false);
        });
        editor.requestFocus();
        editor.selectAll();
    }

    /** What cannot be understood stays open while the cursor is in it, and is dropped once it has left. */
    private void commit(int i, Field.Entry entry, TextField editor, boolean entered) {
        String typed = editor.getText();
        boolean same = typed.strip().equals(entry.value());
        if (!same && entry.read().apply(typed).isEmpty() && entered) {
            editor.pseudoClassStateChanged(INVALID, true);
            return;
        }
        close(i, entered);
        if (!same) model.type(entry, typed);
    }

    private void close(int i, boolean focus) {
        Button button = button(i);
        getChildren().set(i, button);
        if (focus) button.requestFocus();
    }
}
