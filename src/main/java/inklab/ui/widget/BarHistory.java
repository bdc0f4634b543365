package inklab.ui.widget;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A bar for each epoch, the newest in accent: how a rate went. */
public final class BarHistory extends Painted {
    /** Of the highest bar: less than a pixel. */
    private static final double FINEST = 0.004;

    /** As many bars have room at least, and none is wider than this, px. */
    private static final int FEWEST = 4;

    private static final double WIDEST = 56;

    private double[] values = {};
    private int first = 1;
    private DoubleFunction<String> tick = value -> Long.toString(Math.round(value));
    private DoubleFunction<String> exact = tick;
    private IntFunction<String> title = Integer::toString;
    private int pointed = -1;
    private double left;
    private double pitch = 1;

    public BarHistory() {
        super("bar-history");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(120, 80);
        setPrefSize(320, 220);
        addEventHandler(
                MouseEvent.MOUSE_MOVED, e -> point(barAt(e.getX() - getInsets().getLeft())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows these values; the first is that of bar number {@code firstNumber}. */
    public void setValues(int firstNumber, double[] shown) {
        if (firstNumber == first && looksSame(shown)) return;
        first = firstNumber;
        values = shown.clone();
        if (pointed >= values.length) pointed = -1;
        accessibleChanged();
        repaint();
    }

    /** Whether no bar would change by a pixel. */
    private boolean looksSame(double[] shown) {
        if (shown.length != values.length) return false;
        double most = 0;
        for (double value : values) most = Math.max(most, value);
        for (int i = 0; i < values.length; i++)
            if (values[i] != shown[i] && !(Math.abs(values[i] - shown[i]) < FINEST * most)) return false;
        return true;
    }

    /** How values are written at the axis and in the tag, and the tag's title for a bar's number. */
    public void setFormat(DoubleFunction<String> atAxis, DoubleFunction<String> inTag, IntFunction<String> titleOf) {
        tick = atAxis;
        exact = inTag;
        title = titleOf;
        repaint();
    }

    private void point(int bar) {
        if (bar == pointed) return;
        pointed = bar;
        accessibleChanged();
        repaint();
    }

    private int barAt(double x) {
        int bar = (int) Math.floor((x - left) / pitch);
        return bar >= 0 && bar < values.length ? bar : -1;
    }

    private void key(KeyEvent e) {
        int last = values.length - 1;
        boolean used = last >= 0;
        switch (e.getCode()) {
            case LEFT -> point(pointed < 0 ? last : Math.max(0, pointed - 1));
            case RIGHT -> point(pointed < 0 ? last : Math.min(last, pointed + 1));
            case HOME -> point(Math.min(0, last));
            case END -> point(last);
            case ESCAPE -> {
                used = pointed >= 0;
                point(-1);
            }
            default -> used = false;
        }
        if (used) e.consume();
    }

    @Override
    protected String accessibleDetail() {
        if (values.length == 0) return "";
        int bar = pointed < 0 ? values.length - 1 : pointed;
        return title.apply(first + bar) + " " + exact.apply(values[bar]);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double most = 0;
        for (double value : values) if (Double.isFinite(value)) most = Math.max(most, value);
        List<Double> ticks = new Axis(0, most > 0 ? most * 1.02 : 1, false).ticks(3);
        double step = ticks.size() > 1 ? ticks.get(1) : 1;
        // The scale ends on a line above the highest bar.
        double top = Math.max(step, Math.ceil(most / step - 1e-9) * step);
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        double foot = Math.ceil(font.getSize() * 1.5) + 8;
        double head = Math.ceil(font.getSize() * 0.7);
        double high = height - foot - head;
        left = Math.max(36, Math.ceil(textWidth(tick.apply(top), font)) + 10);
        double across = width - left - 4;
        pitch = across / Math.max(FEWEST, values.length);
        g.setFont(font);
        g.setLineWidth(1);
        for (double at = 0; at <= top * 1.001; at += step) {
            double y = Math.floor(head + high * (1 - at / top)) + 0.5;
            g.setStroke(ink().get(Role.HAIRLINE));
            g.strokeLine(left, y, left + across, y);
            g.setFill(ink().get(Role.INK_3));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(tick.apply(at), left - 8, y);
        }
        int every = labelEvery(font);
        double gap = pitch > 6 ? Math.max(pitch - WIDEST, Math.min(8, 0.28 * pitch)) : pitch > 3 ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
            double x = left + i * pitch + gap / 2;
            boolean newest = i == values.length - 1;
            if (Double.isFinite(values[i]) && values[i] > 0) {
                double length = high * values[i] / top;
                g.setFill(ink().get(newest ? Role.ACCENT : i == pointed ? Role.INK_3 : Role.TRACK));
                g.fillRoundRect(x, head + high - length, pitch - gap, length, 3, 3);
            }
            if ((first + i) % every != 0) continue;
            g.setFill(ink().get(Role.INK_3));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(Integer.toString(first + i), x + (pitch - gap) / 2, height - foot + 10 + font.getSize() * 0.6);
        }
        if (pointed < 0) return;
        double x = left + (pointed + 0.5) * pitch;
        List<HoverTag.Line> lines = List.of(new HoverTag.Line("", exact.apply(values[pointed])));
        HoverTag.paint(g, ink(), x, head, width, height, title.apply(first + pointed), lines);
    }

    private int labelEvery(Font font) {
        double need = 2.2 * textWidth(Integer.toString(first + values.length), font);
        int every = values.length > 5 ? 5 : 1;
        while (every * pitch < need) every *= 2;
        return every;
    }
}
