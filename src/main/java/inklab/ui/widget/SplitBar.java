package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** One whole cut into parts, each named below: training, validation, test. */
public final class SplitBar extends Painted {
    /** A part of the whole; the role colours its piece. */
    public record Part(double amount, String label, Role role) {}

    private static final double BAR = 12;

    private List<Part> parts = List.of();

    public SplitBar() {
        super("split-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(120);
        setPrefWidth(272);
    }

    public void setParts(List<Part> shown) {
        parts = List.copyOf(shown);
        requestLayout();
        accessibleChanged();
        repaint();
    }

    @Override
    protected String accessibleDetail() {
        List<String> labels = new ArrayList<>();
        for (Part part : parts) labels.add(part.label());
        return String.join(", ", labels);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = Math.ceil(ink().get(Measure.CAPTION) * 1.35);
        return BAR + 6 + line * (onOneLine(width < 0 ? getPrefWidth() : width) ? 1 : 2);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** Whether the words find room side by side; otherwise those between first and last stand a line lower. */
    private boolean onOneLine(double width) {
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        double words = 0;
        for (Part part : parts) words += textWidth(part.label(), font) + 8;
        return words <= width;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double total = 0;
        for (Part part : parts) total += part.amount();
        if (total <= 0) return;
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        double line = Math.ceil(font.getSize() * 1.35);
        boolean oneLine = onOneLine(width);
        double gap = 2;
        double room = width - gap * (parts.size() - 1);
        double x = 0;
        g.setFont(font);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double w = room * part.amount() / total;
            g.setFill(ink().get(part.role()));
            g.fillRoundRect(x, 0, w, BAR, 4, 4);
            x += w + gap;
            boolean first = i == 0;
            boolean last = i == parts.size() - 1;
            g.setTextAlign(first ? TextAlignment.LEFT : last ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.setFill(ink().get(part.role() == Role.ACCENT ? Role.ACCENT : Role.INK_3));
            double y = BAR + 6 + line * (first || last || oneLine ? 0.5 : 1.5);
            g.fillText(part.label(), first ? 0 : last ? width : width / 2, y);
        }
    }
}
