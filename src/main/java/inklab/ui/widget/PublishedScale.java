package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What was published and what we got, on one scale: a ring and a solid dot, named above. */
public final class PublishedScale extends Painted {
    /**
     * A figure on the scale.
     *
     * @param label stands above it, the number in it
     * @param ours a solid dot in accent; otherwise a ring in ink
     */
    public record Figure(double value, String label, boolean ours) {}

    private List<Figure> figures = List.of();
    private List<Double> ticks = List.of();
    private double low;
    private double high = 1;
    private DoubleFunction<String> format = Double::toString;

    public PublishedScale() {
        super("published-scale");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(120);
        setPrefWidth(272);
    }

    /** The scale's ends, where numbers stand below it, and how they are written. */
    public void setScale(double from, double to, List<Double> numbered, DoubleFunction<String> tickAsText) {
        low = from;
        high = to;
        ticks = List.copyOf(numbered);
        format = tickAsText;
        repaint();
    }

    public void setFigures(List<Figure> shown) {
        figures = List.copyOf(shown);
        accessibleChanged();
        repaint();
    }

    @Override
    protected String accessibleDetail() {
        List<String> labels = new ArrayList<>();
        for (Figure figure : figures) labels.add(figure.label());
        return String.join(", ", labels);
    }

    @Override
    protected double computePrefHeight(double width) {
        double guide = ink().get(Measure.GUIDE) > 1 ? 1.5 : 1;
        return Math.ceil(3 * ink().get(Measure.CAPTION) + 20 * guide);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (!(high > low)) return;
        Axis axis = new Axis(low, high, false);
        Font axisFont = ink().font(Face.SANS, Measure.CAPTION);
        Font labelFont = ink().font(Face.SEMIBOLD, Measure.CAPTION);
        double guide = ink().get(Measure.GUIDE) > 1 ? 1.5 : 1;
        double inset = 8;
        double across = width - 2 * inset;
        double y = height - axisFont.getSize() * 1.4 - 10 * guide;
        g.setFill(ink().get(Role.TRACK));
        g.fillRoundRect(inset, y - 2, across, 4, 4, 4);
        g.setFont(axisFont);
        g.setFill(ink().get(Role.INK_3));
        for (double tick : ticks) {
            String words = format.apply(tick);
            double half = textWidth(words, axisFont) / 2;
            double at = inset + axis.fraction(tick) * across;
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(words, Math.max(half, Math.min(width - half, at)), height - axisFont.getSize() * 0.65);
        }
        double[] wanted = new double[figures.size()];
        double[] widths = new double[figures.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = inset
                    + across
                            * Math.max(
                                    0, Math.min(1, axis.fraction(figures.get(i).value())));
            widths[i] = textWidth(figures.get(i).label(), labelFont) + 10;
        }
        // The rule that keeps labels apart down a page serves along a line as well.
        double[] placed = LabelPlacement.spread(wanted, widths, -5, width + 5);
        for (int i = 0; i < wanted.length; i++) {
            Figure figure = figures.get(i);
            double r = 8 * guide;
            g.setFill(ink().get(figure.ours() ? Role.ACCENT : Role.INK));
            g.fillOval(wanted[i] - r, y - r, 2 * r, 2 * r);
            if (!figure.ours()) {
                double hole = r - 2.5 * guide;
                g.setFill(ink().get(Role.SHEET));
                g.fillOval(wanted[i] - hole, y - hole, 2 * hole, 2 * hole);
            }
            g.setFont(labelFont);
            g.setFill(ink().get(figure.ours() ? Role.ACCENT : Role.INK));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(figure.label(), placed[i], y - r - labelFont.getSize());
        }
    }
}
