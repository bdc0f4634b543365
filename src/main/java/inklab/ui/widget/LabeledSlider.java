package inklab.ui.widget;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * A slider under its name and value. A click on the value turns it into a field for an exact number; a mark shows where the recipe
 * stands; at its least value the row is grey. Arrows move by a step, Shift or Page by a tenth of the way, Home and End to the ends.
 */
public final class LabeledSlider extends Region {
    private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Label name = new Label();
    private final Button figure = new Button();
    private final TextField field = new TextField();
    private final SliderTrack track;
    private final double min;
    private final double max;
    private DoubleFunction<String> format = value -> String.format(Locale.ROOT, "%s", (float) value);
    private Node beside;
    private boolean bare;
    private double known = -1;

    /** @param step values are min, min + step, … max */
    public LabeledSlider(String words, double min, double max, double step) {
        this.min = min;
        this.max = max;
        track = new SliderTrack(min, max, step);
        track.setAccessibleText(words);
        getStyleClass().add("labeled-slider");
        name.setText(words);
        name.setLabelFor(track);
        name.getStyleClass().addAll("type-note", "slider-name");
        figure.getStyleClass().addAll("slider-value");
        figure.setFocusTraversable(false);
        figure.setOnAction(e -> edit());
        field.getStyleClass().add("slider-field");
        field.setVisible(false);
        field.setOnAction(e -> commit());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && field.isVisible()) commit();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            close();
            e.consume();
        });
        track.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ENTER) return;
            edit();
            e.consume();
        });
        getChildren().addAll(name, track, figure, field);
        track.valueProperty().addListener(o -> show());
        track.set(min);
        show();
    }

    /** The value, on a step between the limits. */
    public DoubleProperty valueProperty() {
        return track.valueProperty();
    }

    public double getValue() {
        return track.valueProperty().get();
    }

    /** Sets the value, held within the limits and on a step. */
    public void setValue(double value) {
        track.set(value);
    }

    /** Where the recipe stands; NaN for no mark. */
    public DoubleProperty markProperty() {
        return track.markProperty();
    }

    /** True from press to release of the knob. */
    public ReadOnlyBooleanProperty changingProperty() {
        return track.changingProperty();
    }

    /** How the value is written, unit and all. */
    public void setFormat(DoubleFunction<String> format) {
        this.format = format;
        show();
    }

    /** Another name, for another language. */
    public void setName(String words) {
        name.setText(words);
        track.setAccessibleText(words);
    }

    /** One plain sentence on what this is, with a typical range. */
    public void setHint(String sentence) {
        Tooltip tip = new Tooltip(sentence);
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        Tooltip.install(name, tip);
        track.setAccessibleHelp(sentence);
    }

    /** Leaves name and value out, as in a header: the track alone. */
    public void setBare(boolean bare) {
        this.bare = bare;
        name.setVisible(!bare);
        figure.setVisible(!bare);
        requestLayout();
    }

    /** Puts a small control right after the name, no higher than it. */
    public void setBeside(Node node) {
        if (beside != null) getChildren().remove(beside);
        beside = node;
        getChildren().add(getChildren().indexOf(track), node);
    }

    private void show() {
        figure.setText(format.apply(getValue()));
        pseudoClassStateChanged(ZERO, getValue() == min);
    }

    private void edit() {
        if (bare) return;
        field.setText(String.format(Locale.ROOT, "%s", (float) getValue()).replaceAll("\\.0$", ""));
        field.pseudoClassStateChanged(INVALID, false);
        field.setAccessibleText(name.getText());
        field.setVisible(true);
        figure.setVisible(false);
        field.requestFocus();
        field.selectAll();
        requestLayout();
    }

    private void commit() {
        OptionalDouble typed = number(field.getText());
        boolean good = typed.isPresent() && typed.getAsDouble() >= min && typed.getAsDouble() <= max;
        if (!good && field.isFocused()) {
            field.pseudoClassStateChanged(INVALID, true);
            return;
        }
        if (good) track.set(typed.getAsDouble());
        close();
    }

    private void close() {
        boolean focused = field.isFocused();
        field.setVisible(false);
        figure.setVisible(!bare);
        if (focused) track.requestFocus();
    }

    /** The number in a text that may have a unit and a sign such as ± or − about it. */
    static OptionalDouble number(String text) {
        String digits = text.replace('−', '-').replace(',', '.').replaceAll("[^0-9.eE-]", "");
        try {
            return OptionalDouble.of(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private double headHeight() {
        return bare ? 0 : Math.max(20, snapSizeY(Math.max(name.prefHeight(-1), figure.prefHeight(-1))));
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(bare ? 20 : headHeight() + 18);
    }

    @Override
    protected double computePrefWidth(double height) {
        return bare ? 96 : 272;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public void requestLayout() {
        // Its size does not depend on the figure, which changes at every move: nothing around it is laid out for that.
        if (known < 0) super.requestLayout();
        else setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        double wanted = computePrefHeight(-1);
        // Only another size of type, or going bare, changes its height.
        if (known >= 0 && wanted != known) super.requestLayout();
        known = wanted;
        double width = getWidth();
        double head = headHeight();
        double room = SliderTrack.ROOM;
        double figures = Math.min(width, figure.prefWidth(-1));
        double besides = beside == null ? 0 : snapSizeX(beside.prefWidth(-1));
        double words = Math.max(0, width - figures - 8 - besides);
        if (beside != null) {
            words = Math.min(words, snapSizeX(name.prefWidth(-1)) + 2);
            double height = Math.min(head, beside.prefHeight(-1));
            beside.resizeRelocate(words, snapPositionY((head - height) / 2), besides, height);
        }
        name.resizeRelocate(0, 0, words, head);
        figure.resizeRelocate(width - figures, 0, figures, head);
        field.resizeRelocate(width - 88, head / 2 - 14, 88, 28);
        double middle = bare ? getHeight() / 2 : head + 9;
        track.resizeRelocate(-room, middle - room, width + 2 * room, 2 * room);
    }
}
