package inklab.ui.widget;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A knob on a line of epochs, a dot for each that can be shown, and the curve over them that it walks along. */
final class EpochTrack extends Painted {
    private static final double SIDE = 14;

    private final IntegerProperty index = new SimpleIntegerProperty(this, "index");
    private List<Integer> epochs = List.of(0);
    private int[] curveEpochs = {};
    private double[] curve = {};
    private DoubleFunction<String> format = value -> Long.toString(Math.round(value));

    EpochTrack() {
        super("epoch-track");
        getStyleClass().remove("painted");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setMinSize(120, 56);
        setPrefSize(720, 84);
        index.addListener(o -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            repaint();
        });
        focusVisibleProperty().addListener(o -> repaint());
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            take(e);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::take);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Which of the epochs the knob stands on. */
    IntegerProperty indexProperty() {
        return index;
    }

    void setEpochs(List<Integer> shown) {
        epochs = List.copyOf(shown);
        set(index.get());
        repaint();
    }

    List<Integer> epochs() {
        return epochs;
    }

    /**
     * The curve that the knob walks along. Small is good: the least lies lowest.
     *
     * @param at the epochs measured, ascending; more of them than can be shown, perhaps
     * @param values one for each; NaN for none
     */
    void setCurve(int[] at, double[] values) {
        curveEpochs = at.clone();
        curve = values.clone();
        repaint();
    }

    void setFormat(DoubleFunction<String> epochAsText) {
        format = epochAsText;
        repaint();
    }

    void set(int wanted) {
        index.set(Math.max(0, Math.min(epochs.size() - 1, wanted)));
    }

    private void take(MouseEvent e) {
        double length = getWidth() - 2 * SIDE;
        double at = epochAt((e.getX() - SIDE) / length);
        int best = 0;
        for (int i = 1; i < epochs.size(); i++)
            if (Math.abs(epochs.get(i) - at) < Math.abs(epochs.get(best) - at)) best = i;
        set(best);
        e.consume();
    }

    private void key(KeyEvent e) {
        int ten = Math.max(1, epochs.size() / 10);
        boolean used = true;
        switch (e.getCode()) {
            case LEFT, DOWN -> set(index.get() - 1);
            case RIGHT, UP -> set(index.get() + 1);
            case PAGE_DOWN -> set(index.get() - ten);
            case PAGE_UP -> set(index.get() + ten);
            case HOME -> set(0);
            case END -> set(epochs.size() - 1);
            default -> used = false;
        }
        if (used) e.consume();
    }

    private int first() {
        int first = epochs.get(0);
        return curveEpochs.length == 0 ? first : Math.min(first, curveEpochs[0]);
    }

    private int last() {
        int last = epochs.get(epochs.size() - 1);
        return curveEpochs.length == 0 ? last : Math.max(last, curveEpochs[curveEpochs.length - 1]);
    }

    private double epochAt(double share) {
        return first() + share * (last() - first());
    }

    private double x(double epoch, double width) {
        double share = last() == first() ? 0.5 : (epoch - first()) / (last() - first());
        return SIDE + share * (width - 2 * SIDE);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        Font chosen = ink().font(Face.SEMIBOLD, Measure.CAPTION);
        double guide = ink().get(Measure.GUIDE);
        double y = height - font.getSize() * 1.4 - 9;
        double now = x(epochs.get(index.get()), width);
        curve(g, width, y - 14);
        g.setStroke(ink().get(Role.ACCENT));
        g.setLineWidth(1.5 * guide);
        g.strokeLine(now, 2, now, y);
        g.setFill(ink().get(Role.TRACK));
        g.fillRoundRect(SIDE, y - 2, width - 2 * SIDE, 4, 4, 4);
        g.setFill(ink().get(Role.ACCENT));
        g.fillRoundRect(SIDE, y - 2, Math.max(0, now - SIDE), 4, 4, 4);
        if (epochs.size() * 7.0 < width)
            for (int i = 0; i < epochs.size(); i++) {
                g.setFill(ink().get(i <= index.get() ? Role.ACCENT : Role.INK_3));
                double at = x(epochs.get(i), width);
                g.fillOval(at - 3, y - 3, 6, 6);
            }
        double r = 9 * Math.sqrt(guide);
        g.setFill(ink().get(Role.ACCENT));
        g.fillOval(now - r, y - r, 2 * r, 2 * r);
        g.setFill(ink().get(Role.SHEET));
        g.fillOval(now - r + 2.5, y - r + 2.5, 2 * r - 5, 2 * r - 5);
        if (isFocusVisible()) {
            g.setStroke(ink().get(Role.ACCENT));
            g.setLineWidth(2);
            g.strokeOval(now - r - 3, y - r - 3, 2 * r + 6, 2 * r + 6);
        }
        double text = height - font.getSize() * 0.65;
        String current = format.apply(epochs.get(index.get()));
        double half = textWidth(current, chosen) / 2 + 6;
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(font);
        g.setFill(ink().get(Role.INK_3));
        if (last() > first())
            for (double tick : new Axis(first(), last(), false).ticks(9)) {
                double at = x(tick, width);
                boolean whole = tick == Math.rint(tick);
                String words = format.apply(tick);
                if (whole && Math.abs(at - now) > half + textWidth(words, font) / 2) g.fillText(words, at, text);
            }
        g.setFont(chosen);
        g.setFill(ink().get(Role.ACCENT));
        g.fillText(current, Math.max(half, Math.min(width - half, now)), text);
    }

    private void curve(GraphicsContext g, double width, double floor) {
        double min = Double.POSITIVE_INFINITY;
        double max = 0;
        for (double value : curve)
            if (value > 0) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        if (min > max || floor < 8) return;
        Axis axis = Axis.around(min, max, true);
        g.setStroke(ink().get(Role.SERIES_1));
        g.setLineWidth(2 * ink().get(Measure.CURVE));
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        g.beginPath();
        boolean down = false;
        for (int i = 0; i < curve.length; i++) {
            if (!(curve[i] > 0)) continue;
            double x = x(curveEpochs[i], width);
            double y = 4 + (1 - axis.fraction(curve[i])) * (floor - 4);
            if (down) g.lineTo(x, y);
            else g.moveTo(x, y);
            down = true;
        }
        if (down) g.stroke();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) epochs.get(index.get());
            case MIN_VALUE -> (double) first();
            case MAX_VALUE -> (double) last();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> set(index.get() + 1);
            case DECREMENT -> set(index.get() - 1);
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
