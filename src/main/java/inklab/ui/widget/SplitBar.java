package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** One whole cut into parts, each named below: training, validation, test. */
public final class SplitBar extends Painted {
    /** A part of the whole; the role colours its piece. */
    public record Part(double amount, String label, Role role) {}

    private List<Part> parts = List.of();

    public SplitBar() {
        super("split-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 34);
        setPrefSize(272, 36);
    }

    public void setParts(List<Part> shown) {
        parts = List.copyOf(shown);
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
    protected void paint(GraphicsContext g, double width, double height) {
        double total = 0;
        for (Part part : parts) total += part.amount();
        if (total <= 0) return;
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        double high = Math.min(12, height - font.getSize() * 1.6);
        double gap = 2;
        double room = width - gap * (parts.size() - 1);
        double x = 0;
        g.setFont(font);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double w = room * part.amount() / total;
            g.setFill(ink().get(part.role()));
            g.fillRoundRect(x, 0, w, high, 4, 4);
            x += w + gap;
            boolean first = i == 0;
            boolean last = i == parts.size() - 1;
            g.setTextAlign(first ? TextAlignment.LEFT : last ? TextAlignment.RIGHT : TextAlignment.CENTER);
            g.setFill(ink().get(part.role() == Role.ACCENT ? Role.ACCENT : Role.INK_3));
            g.fillText(part.label(), first ? 0 : last ? width : width / 2, height - font.getSize() * 0.65);
        }
    }
}
