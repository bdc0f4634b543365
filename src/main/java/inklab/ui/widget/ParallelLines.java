package inklab.ui.widget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Parallel coordinates: a scale for each setting, the error at the right, a line for each training. Dragging along a scale brushes it: only
 * the lines through all brushes stay dark. A press beside every line clears a brush, Escape all.
 */
public final class ParallelLines extends Painted {
    /**
     * A scale.
     *
     * @param low the words at its foot, and {@code high} at its head
     */
    public record Scale(String title, String low, String high) {}

    /**
     * A training.
     *
     * @param at where it crosses each scale, 0 (foot) to 1
     * @param merit 1 for the best, 0 for the worst: better lines are darker
     */
    public record Line(List<Double> at, double merit, String name) {
        public Line {
            at = List.copyOf(at);
        }
    }

    private static final double REACH = 20;

    private List<Scale> scales = List.of();
    private List<Line> lines = List.of();
    private int chosen = -1;
    private int pointed = -1;
    private final Map<Integer, double[]> brushes = new HashMap<>();
    private int dragged = -1;
    private double from;
    private double left;
    private double pitch;
    private double top;
    private double high;
    private final IntegerProperty picked = new SimpleIntegerProperty(this, "picked", -1);
    private final ReadOnlyLongWrapper brushed = new ReadOnlyLongWrapper(this, "brushed");

    public ParallelLines() {
        super("parallel-lines");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(200, 120);
        setPrefSize(520, 280);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(near(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows trainings; brushes stay where the scales are as they were. */
    public void show(List<Scale> scales, List<Line> lines, int chosen) {
        if (!titles(scales).equals(titles(this.scales))) brushes.clear();
        this.scales = List.copyOf(scales);
        this.lines = List.copyOf(lines);
        this.chosen = chosen;
        pointed = -1;
        accessibleChanged();
        repaint();
    }

    private static List<String> titles(List<Scale> scales) {
        return scales.stream().map(Scale::title).toList();
    }

    /** The line that was pressed last; −1 for none. */
    public IntegerProperty pickedProperty() {
        return picked;
    }

    /** Grows whenever a brush changes. */
    public ReadOnlyLongProperty brushedProperty() {
        return brushed.getReadOnlyProperty();
    }

    /** Whether a line runs through all brushes. */
    public boolean isThrough(int line) {
        for (Map.Entry<Integer, double[]> brush : brushes.entrySet()) {
            double at = lines.get(line).at().get(brush.getKey());
            if (!(at >= brush.getValue()[0] && at <= brush.getValue()[1])) return false;
        }
        return true;
    }

    private double share(MouseEvent e) {
        return Math.max(0, Math.min(1, 1 - (e.getY() - getInsets().getTop() - top) / high));
    }

    /** The scale under the pointer; −1 for none. */
    private int scale(MouseEvent e) {
        if (pitch <= 0) return -1;
        double at = (e.getX() - getInsets().getLeft() - left) / pitch;
        int scale = (int) Math.round(at);
        return scale >= 0 && scale < scales.size() && Math.abs(at - scale) * pitch < REACH ? scale : -1;
    }

    private int near(MouseEvent e) {
        double at = pitch <= 0 ? 0 : (e.getX() - getInsets().getLeft() - left) / pitch;
        int scale = (int) Math.floor(Math.max(0, Math.min(scales.size() - 1.001, at)));
        int best = -1;
        double least = 8;
        for (int i = 0; i < lines.size() && scales.size() > 1; i++) {
            List<Double> crossings = lines.get(i).at();
            double y = crossings.get(scale) + (crossings.get(scale + 1) - crossings.get(scale)) * (at - scale);
            double away =
                    Math.abs(top + (1 - y) * high - (e.getY() - getInsets().getTop()));
            if (!(away < least) || !isThrough(i)) continue;
            least = away;
            best = i;
        }
        return best;
    }

    private void point(int line) {
        if (line == pointed) return;
        pointed = line;
        accessibleChanged();
        repaint();
    }

    private void press(MouseEvent e) {
        requestFocus();
        dragged = scale(e);
        from = share(e);
        if (dragged >= 0) return;
        picked.set(-1);
        picked.set(near(e));
    }

    private void drag(MouseEvent e) {
        if (dragged < 0) return;
        double to = share(e);
        brushes.put(dragged, new double[] {Math.min(from, to), Math.max(from, to)});
        changed();
    }

    private void release(MouseEvent e) {
        if (dragged >= 0 && Math.abs(share(e) - from) * high < 4) {
            brushes.remove(dragged);
            changed();
        }
        dragged = -1;
    }

    private void key(KeyEvent e) {
        if (e.getCode() != KeyCode.ESCAPE || brushes.isEmpty()) return;
        brushes.clear();
        changed();
        e.consume();
    }

    private void changed() {
        brushed.set(brushed.get() + 1);
        repaint();
    }

    @Override
    protected String accessibleDetail() {
        return pointed < 0 ? "" : lines.get(pointed).name();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (scales.isEmpty()) return;
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        double line = Math.ceil(font.getSize() * 1.4);
        double first = textWidth(scales.get(0).title(), font) / 2;
        double last = textWidth(scales.get(scales.size() - 1).title(), font) / 2;
        left = Math.max(first, 24);
        pitch = scales.size() > 1 ? (width - left - Math.max(last, 24)) / (scales.size() - 1) : width;
        top = 2 * line + 4;
        high = height - top - line - 4;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) order.add(i);
        // The best last, over the others.
        order.sort((a, b) -> Double.compare(lines.get(a).merit(), lines.get(b).merit()));
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (int i : order) if (i != pointed && i != chosen) line(g, i);
        if (chosen >= 0 && chosen < lines.size()) line(g, chosen);
        if (pointed >= 0) line(g, pointed);
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < scales.size(); i++) scale(g, i, line, height);
        if (pointed >= 0)
            HoverTag.paint(
                    g, ink(), width / 2, top, width, height, lines.get(pointed).name(), List.of());
    }

    private void scale(GraphicsContext g, int i, double line, double height) {
        Scale scale = scales.get(i);
        double x = Math.floor(left + pitch * i) + 0.5;
        g.setStroke(ink().get(Role.TRACK));
        g.setLineWidth(1);
        g.strokeLine(x, top, x, top + high);
        double[] brush = brushes.get(i);
        if (brush != null) {
            double y = top + (1 - brush[1]) * high;
            g.setFill(ink().get(Role.ACCENT, 0.25));
            g.fillRoundRect(x - 6, y, 12, Math.max(2, (brush[1] - brush[0]) * high), 6, 6);
        }
        g.setFill(ink().get(Role.INK_2));
        g.fillText(scale.title(), x, line / 2);
        g.setFill(ink().get(Role.INK_3));
        g.fillText(scale.high(), x, line * 1.5);
        g.fillText(scale.low(), x, height - line / 2);
    }

    private void line(GraphicsContext g, int i) {
        Line line = lines.get(i);
        boolean through = isThrough(i);
        boolean special = i == pointed || i == chosen;
        double strength = through ? 0.15 + 0.75 * line.merit() * line.merit() : 0.06;
        g.setStroke(
                special ? ink().get(Role.ACCENT) : ink().get(line.merit() > 0.9 ? Role.ACCENT : Role.INK_2, strength));
        g.setLineWidth((special ? 3 : 1.5) * ink().get(Measure.CURVE));
        g.beginPath();
        for (int k = 0; k < line.at().size(); k++) {
            double x = left + pitch * k;
            double y = top + (1 - line.at().get(k)) * high;
            if (k == 0) g.moveTo(x, y);
            else g.lineTo(x, y);
        }
        g.stroke();
    }
}
