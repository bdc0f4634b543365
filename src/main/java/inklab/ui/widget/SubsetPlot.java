package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Every subset as a dot in the column of its size, a dashed line through the columns' means, the full set large and in accent. */
public final class SubsetPlot extends Painted {
    /**
     * One subset.
     *
     * @param size how many members, from 1
     * @param name who they are, for the tag
     */
    public record Subset(int size, double value, String name) {}

    private List<Subset> subsets = List.of();
    private List<String> columns = List.of();
    private DoubleFunction<String> tick = value -> String.format(Locale.ROOT, "%.1f", value);
    private DoubleFunction<String> exact = value -> String.format(Locale.ROOT, "%.2f", value);
    private double[] x = {};
    private double[] y = {};
    private int pointed = -1;

    public SubsetPlot() {
        super("subset-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(160, 120);
        setPrefSize(440, 360);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Shows subsets; the one of the greatest size, if it is the only one, is the full set.
     *
     * @param columnNames the words under the columns: that of size 1 first
     */
    public void setSubsets(List<String> columnNames, List<Subset> shown) {
        columns = List.copyOf(columnNames);
        subsets = List.copyOf(shown);
        pointed = -1;
        accessibleChanged();
        repaint();
    }

    /** How values are written at the axis, and beside the full set and in the tag. */
    public void setFormat(DoubleFunction<String> atAxis, DoubleFunction<String> inTag) {
        tick = atAxis;
        exact = inTag;
        repaint();
    }

    private void point(MouseEvent e) {
        double mx = e.getX() - getInsets().getLeft();
        double my = e.getY() - getInsets().getTop();
        int best = -1;
        double least = 12;
        for (int i = 0; i < x.length; i++) {
            double away = Math.hypot(x[i] - mx, y[i] - my);
            if (away < least) {
                least = away;
                best = i;
            }
        }
        point(best);
    }

    private void point(int subset) {
        if (subset == pointed) return;
        pointed = subset;
        accessibleChanged();
        repaint();
    }

    private void key(KeyEvent e) {
        int last = subsets.size() - 1;
        boolean used = last >= 0;
        switch (e.getCode()) {
            case LEFT, UP -> point(pointed < 0 ? last : Math.max(0, pointed - 1));
            case RIGHT, DOWN -> point(pointed < 0 ? 0 : Math.min(last, pointed + 1));
            case ESCAPE -> {
                used = pointed >= 0;
                point(-1);
            }
            default -> used = false;
        }
        if (used) e.consume();
    }

    private int full() {
        int found = -1;
        for (int i = 0; i < subsets.size(); i++)
            if (subsets.get(i).size() == columns.size()) found = found < 0 ? i : -2;
        return columns.size() > 1 ? found : -1;
    }

    @Override
    protected String accessibleDetail() {
        int i = pointed >= 0 ? pointed : full();
        return i < 0
                ? ""
                : subsets.get(i).name() + " " + exact.apply(subsets.get(i).value());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (subsets.isEmpty() || columns.isEmpty()) return;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Subset subset : subsets) {
            min = Math.min(min, subset.value());
            max = Math.max(max, subset.value());
        }
        // Not from zero: the question is how the sizes differ.
        double room = max > min ? 0.08 * (max - min) : Math.max(1e-6, 0.1 * Math.abs(max));
        Axis axis = new Axis(min - (ink().get(Measure.GUIDE) > 1 ? 4 : 2) * room, max + room, false);
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        List<Double> ticks = axis.ticks(6);
        double gutter = 0;
        for (double at : ticks) gutter = Math.max(gutter, textWidth(tick.apply(at), font));
        double left = Math.max(36, Math.ceil(gutter) + 10);
        double top = Math.ceil(font.getSize() * 0.7);
        double foot = Math.ceil(font.getSize() * 1.5) + 8;
        double high = height - top - foot;
        double across = width - left - 24;
        g.setFont(font);
        g.setLineWidth(1);
        for (double at : ticks) {
            double lineY = Math.floor(top + (1 - axis.fraction(at)) * high) + 0.5;
            g.setStroke(ink().get(Role.HAIRLINE));
            g.strokeLine(left, lineY, left + across, lineY);
            g.setFill(ink().get(Role.INK_3));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(tick.apply(at), left - 8, lineY);
        }
        double pitch = across / columns.size();
        g.setTextAlign(TextAlignment.CENTER);
        for (int k = 0; k < columns.size(); k++)
            g.fillText(columns.get(k), left + pitch * (k + 0.4), height - foot + 10 + font.getSize() * 0.6);
        place(axis, left, top, high, pitch);
        means(g, axis, left, top, high, pitch);
        dots(g, width, height, top);
    }

    private double diameter() {
        return 8 * (ink().get(Measure.GUIDE) > 1 ? 1.5 : 1);
    }

    private void place(Axis axis, double left, double top, double high, double pitch) {
        x = new double[subsets.size()];
        y = new double[subsets.size()];
        for (int size = 1; size <= columns.size(); size++) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < x.length; i++) if (subsets.get(i).size() == size) members.add(i);
            double[] heights = new double[members.size()];
            for (int k = 0; k < heights.length; k++)
                heights[k] =
                        top + (1 - axis.fraction(subsets.get(members.get(k)).value())) * high;
            double[] aside = DotSwarm.offsets(heights, diameter());
            double widest = 1;
            for (double offset : aside) widest = Math.max(widest, Math.abs(offset));
            double squeeze = Math.min(1, 0.38 * pitch / widest);
            for (int k = 0; k < heights.length; k++) {
                x[members.get(k)] = left + pitch * (size - 0.6) + squeeze * aside[k];
                y[members.get(k)] = heights[k];
            }
        }
    }

    private void means(GraphicsContext g, Axis axis, double left, double top, double high, double pitch) {
        g.setStroke(ink().get(Role.INK_2));
        g.setLineWidth(1.5 * ink().get(Measure.CURVE));
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineDashes(3, 4);
        g.beginPath();
        boolean down = false;
        for (int size = 1; size <= columns.size(); size++) {
            double sum = 0;
            int n = 0;
            for (Subset subset : subsets)
                if (subset.size() == size) {
                    sum += subset.value();
                    n++;
                }
            if (n == 0) continue;
            double at = top + (1 - axis.fraction(sum / n)) * high;
            if (down) g.lineTo(left + pitch * (size - 0.6), at);
            else g.moveTo(left + pitch * (size - 0.6), at);
            down = true;
        }
        g.stroke();
        g.setLineDashes();
    }

    private void dots(GraphicsContext g, double width, double height, double top) {
        int full = full();
        double d = diameter();
        for (int i = 0; i < x.length; i++) {
            boolean whole = i == full;
            double r = whole ? 0.875 * d : d / 2;
            g.setFill(ink().get(whole ? Role.ACCENT : Role.INK_2));
            g.fillOval(x[i] - r, y[i] - r, 2 * r, 2 * r);
            if (i != pointed) continue;
            g.setStroke(ink().get(Role.ACCENT));
            g.setLineWidth(2);
            g.strokeOval(x[i] - r - 3, y[i] - r - 3, 2 * r + 6, 2 * r + 6);
        }
        if (full >= 0) {
            Font font = ink().font(Face.SEMIBOLD, Measure.BODY);
            g.setFont(font);
            g.setTextAlign(TextAlignment.CENTER);
            double half = textWidth(exact.apply(subsets.get(full).value()), font) / 2;
            double under = y[full] + d + font.getSize();
            boolean fits = under + font.getSize() * 0.6 < height - 1.5 * ink().get(Measure.CAPTION) - 8;
            double at = Math.min(x[full], width - half);
            double high = fits ? under : y[full] - d - font.getSize() * 0.6;
            // No line of the grid runs through the figure.
            g.setFill(ink().get(Role.SHEET));
            g.fillRect(at - half - 3, high - 0.55 * font.getSize(), 2 * half + 6, 1.1 * font.getSize());
            g.setFill(ink().get(Role.ACCENT));
            g.fillText(exact.apply(subsets.get(full).value()), at, high);
        }
        if (pointed < 0) return;
        Subset subset = subsets.get(pointed);
        HoverTag.Line line = new HoverTag.Line("", exact.apply(subset.value()));
        HoverTag.paint(
                g, ink(), x[pointed], Math.max(top, y[pointed] - 20), width, height, subset.name(), List.of(line));
    }
}
