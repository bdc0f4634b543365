package inklab.ui.widget;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * A setting that reads as words on a 28 px field and turns into an editor on click, Space or Enter. Enter takes the text, Escape leaves
 * it as it was; a text that will not do stays in the editor with what is wrong in a tag below it.
 */
public final class InlineField extends Region {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Button shown = new Button();
    private final TextField editor = new TextField();
    private final Tooltip wrong = new Tooltip();
    private String text = "";
    private Function<String, Optional<String>> check = typed -> Optional.empty();
    private Consumer<String> onCommit = typed -> {};

    /** @param name what a screen reader calls the setting */
    public InlineField(String name) {
        getStyleClass().add("inline-field");
        shown.setAccessibleText(name);
        shown.getStyleClass().add("inline-shown");
        editor.setAccessibleText(name);
        editor.getStyleClass().add("inline-editor");
        editor.setVisible(false);
        wrong.getStyleClass().add("inline-wrong");
        shown.setOnAction(e -> edit());
        editor.setOnAction(e -> commit());
        editor.textProperty().addListener(o -> showWrong(Optional.empty()));
        editor.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            close();
            e.consume();
        });
        editor.focusedProperty().addListener((o, was, is) -> {
            if (is || !editor.isVisible()) return;
            if (check.apply(editor.getText()).isEmpty()) commit();
            else close();
        });
        getChildren().addAll(shown, editor);
    }

    /**
     * Shows a value.
     *
     * @param words as it reads: {@code 20 maps}
     * @param editable what the editor starts with: {@code 20}
     */
    public void setValue(String words, String editable) {
        shown.setText(words);
        text = editable;
        requestLayout();
    }

    /** What is wrong with a text, if anything. */
    public void setCheck(Function<String, Optional<String>> whatIsWrong) {
        check = whatIsWrong;
    }

    /** Called with a text that passed the check and differs from the one before. */
    public void setOnCommit(Consumer<String> action) {
        onCommit = action;
    }

    /** One plain sentence on what this is, with a typical range. */
    public void setHint(String sentence) {
        shown.setTooltip(new Tooltip(sentence));
        shown.setAccessibleHelp(sentence);
    }

    /** Opens the editor. */
    public void edit() {
        editor.setText(text);
        editor.setVisible(true);
        shown.setVisible(false);
        requestLayout();
        editor.requestFocus();
        editor.selectAll();
    }

    private void commit() {
        String typed = editor.getText().strip();
        Optional<String> problem = check.apply(typed);
        if (problem.isPresent()) {
            showWrong(problem);
            return;
        }
        close();
        if (!typed.equals(text)) onCommit.accept(typed);
    }

    private void close() {
        boolean focused = editor.isFocused();
        showWrong(Optional.empty());
        editor.setVisible(false);
        shown.setVisible(true);
        requestLayout();
        if (focused) shown.requestFocus();
    }

    private void showWrong(Optional<String> problem) {
        editor.pseudoClassStateChanged(INVALID, problem.isPresent());
        editor.setAccessibleHelp(problem.orElse(null));
        if (problem.isEmpty()) {
            wrong.hide();
            return;
        }
        wrong.setText(problem.get());
        Bounds at = editor.localToScreen(editor.getBoundsInLocal());
        if (at != null) wrong.show(editor, at.getMinX(), at.getMaxY() + 4);
    }

    @Override
    protected double computePrefWidth(double height) {
        return editor.isVisible() ? Math.max(64, shown.prefWidth(-1)) : shown.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return shown.prefHeight(-1);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        shown.resizeRelocate(0, 0, getWidth(), getHeight());
        editor.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
