package inklab.ui.widget;

import inklab.ui.widget.PadStroke.Point;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * Ink on paper: a stroke is a chain of quadratic curves from middle to middle of its points, with the points as control points, so
 * that it is smooth wherever the pen reported. Its width follows the pressure.
 */
final class StrokePainter {
    /** The longest straight piece a curve is drawn with, px. */
    private static final double PIECE = 2.5;

    private final InkTiles paper;
    private final Color colour;
    private final double scale;
    private final double penWidth;

    /**
     * @param scale px for a pad unit
     * @param penWidth of a plain line, pad units
     */
    StrokePainter(InkTiles paper, Color colour, double scale, double penWidth) {
        this.paper = paper;
        this.colour = colour;
        this.scale = scale;
        this.penWidth = penWidth;
    }

    /** The width at a pressure, pad units: half as wide with none, half as wide again with full pressure. */
    static double width(double penWidth, double pressure) {
        return penWidth * (0.5 + pressure);
    }

    /** All of a stroke, its end too. */
    void whole(List<Point> points) {
        for (int i = 0; i < points.size(); i++) added(points, i);
        tail(points);
    }

    /** What point i adds for good: nothing to the first two points' line, else the curve up to the middle before it. */
    void added(List<Point> points, int i) {
        Point now = points.get(i);
        if (i == 0) {
            line(now.x(), now.y(), now.x(), now.y(), now.pressure());
            return;
        }
        Point before = points.get(i - 1);
        double toX = (before.x() + now.x()) / 2;
        double toY = (before.y() + now.y()) / 2;
        if (i == 1) {
            line(before.x(), before.y(), toX, toY, before.pressure());
            return;
        }
        Point first = points.get(i - 2);
        double fromX = (first.x() + before.x()) / 2;
        double fromY = (first.y() + before.y()) / 2;
        double length =
                Math.hypot(before.x() - fromX, before.y() - fromY) + Math.hypot(toX - before.x(), toY - before.y());
        int pieces = Math.max(1, (int) Math.ceil(length * scale / PIECE));
        double x = fromX;
        double y = fromY;
        double from = (first.pressure() + before.pressure()) / 2;
        double to = (before.pressure() + now.pressure()) / 2;
        for (int p = 1; p <= pieces; p++) {
            double t = (double) p / pieces;
            double u = 1 - t;
            double nextX = u * u * fromX + 2 * u * t * before.x() + t * t * toX;
            double nextY = u * u * fromY + 2 * u * t * before.y() + t * t * toY;
            line(x, y, nextX, nextY, from + t * (to - from));
            x = nextX;
            y = nextY;
        }
    }

    /** From the last middle to the pen. */
    void tail(List<Point> points) {
        int n = points.size();
        if (n < 2) return;
        Point before = points.get(n - 2);
        Point last = points.get(n - 1);
        line(
                (before.x() + last.x()) / 2,
                (before.y() + last.y()) / 2,
                last.x(),
                last.y(),
                (before.pressure() + last.pressure()) / 2);
    }

    private void line(double x0, double y0, double x1, double y1, double pressure) {
        // A line of no length has no round ends to draw.
        double nudge = x0 == x1 && y0 == y1 ? 0.01 : 0;
        paper.line(x0 * scale, y0 * scale, x1 * scale + nudge, y1 * scale, width(penWidth, pressure) * scale, colour);
    }
}
