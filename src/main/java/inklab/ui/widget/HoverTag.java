package inklab.ui.widget;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The inverted tag that shows every value under the pointer. */
final class HoverTag {
    /** A line of the tag. */
    record Line(String name, String value) {}

    private HoverTag() {}

    /**
     * Draws the tag to the right of x, or to its left where there is no room.
     *
     * @param y the tag's upper edge, moved so that it stays within the height
     */
    static void paint(
            GraphicsContext g,
            InkStyle ink,
            double x,
            double y,
            double width,
            double height,
            String title,
            List<Line> lines) {
        Font head = ink.font(Face.SEMIBOLD, Measure.NOTE);
        Font body = ink.font(Face.SANS, Measure.CAPTION);
        Font figure = ink.font(Face.MEDIUM, Measure.NOTE);
        double names = 0;
        double values = 0;
        for (Line line : lines) {
            names = Math.max(names, Painted.textWidth(line.name(), body));
            values = Math.max(values, Painted.textWidth(line.value(), figure));
        }
        double row = figure.getSize() * 1.4;
        double pad = 12;
        double gap = names > 0 && values > 0 ? 24 : 0;
        double w = Math.ceil(Math.max(Painted.textWidth(title, head), names + gap + values) + 2 * pad);
        double h = Math.ceil(row * (lines.size() + 1) + 12);
        double left = x + 10 + w <= width ? x + 10 : Math.max(0, x - 10 - w);
        double top = Math.max(0, Math.min(height - h, y));
        g.setFill(ink.get(Role.INVERSE));
        g.fillRoundRect(left, top, w, h, 16, 16);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(head);
        g.setFill(ink.get(Role.ON_INVERSE));
        g.fillText(title, left + pad, top + 6 + row / 2);
        for (int i = 0; i < lines.size(); i++) {
            double at = top + 6 + row * (i + 1.5);
            g.setTextAlign(TextAlignment.LEFT);
            g.setFont(body);
            g.setFill(ink.get(Role.ON_INVERSE_2));
            g.fillText(lines.get(i).name(), left + pad, at);
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFont(figure);
            g.setFill(ink.get(Role.ON_INVERSE));
            g.fillText(lines.get(i).value(), left + w - pad, at);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }
}
