package inklab.data.ink;

import java.util.Arrays;

/** Sampled pen strokes while they are being varied: points with a radius, stroke after stroke. Grows as needed and is used again. */
final class PenPath {
    double[] x = new double[128];
    double[] y = new double[128];
    double[] radius = new double[128];
    int points;
    /** Stroke s is the points from {@code starts[s]} up to {@code starts[s + 1]}. */
    int[] starts = new int[8];

    int strokes;

    void clear() {
        points = 0;
        strokes = 0;
        starts[0] = 0;
    }

    void add(double px, double py) {
        if (points == x.length) {
            x = Arrays.copyOf(x, 2 * points);
            y = Arrays.copyOf(y, 2 * points);
            radius = Arrays.copyOf(radius, 2 * points);
        }
        x[points] = px;
        y[points] = py;
        points++;
    }

    void endStroke() {
        strokes++;
        if (strokes == starts.length) starts = Arrays.copyOf(starts, 2 * strokes);
        starts[strokes] = points;
    }

    /**
     * Adds a smooth curve through points: a centripetal Catmull-Rom spline (Yuksel, Schaefer and Keyser, 2011), which makes neither loops nor
     * cusps of its own, broken at corners.
     *
     * @param xy x and y in turn
     * @param spacing the distance between samples, about
     */
    void curve(double[] xy, int n, boolean[] corner, double spacing) {
        add(xy[0], xy[1]);
        for (int i = 0; i + 1 < n; i++) {
            boolean hasBefore = i > 0 && !corner[i];
            boolean hasAfter = i + 2 < n && !corner[i + 1];
            span(xy, i, hasBefore, hasAfter, spacing);
        }
    }

    private void span(double[] xy, int i, boolean hasBefore, boolean hasAfter, double spacing) {
        double x1 = xy[2 * i];
        double y1 = xy[2 * i + 1];
        double x2 = xy[2 * i + 2];
        double y2 = xy[2 * i + 3];
        double cx = x2 - x1;
        double cy = y2 - y1;
        double knot = knot(cx, cy);
        double ax = 0;
        double ay = 0;
        double bx = 0;
        double by = 0;
        if (hasBefore) {
            double px = x1 - xy[2 * i - 2];
            double py = y1 - xy[2 * i - 1];
            double before = knot(px, py);
            ax = tangent(px, before, cx, knot);
            ay = tangent(py, before, cy, knot);
        }
        if (hasAfter) {
            double nx = xy[2 * i + 4] - x2;
            double ny = xy[2 * i + 5] - y2;
            double after = knot(nx, ny);
            bx = tangent(nx, after, cx, knot);
            by = tangent(ny, after, cy, knot);
        }
        // A free end bends with constant curvature's simplest stand-in: no third derivative.
        if (!hasBefore) {
            ax = hasAfter ? 2 * cx - bx : cx;
            ay = hasAfter ? 2 * cy - by : cy;
        }
        if (!hasAfter) {
            bx = hasBefore ? 2 * cx - ax : cx;
            by = hasBefore ? 2 * cy - ay : cy;
        }
        int steps = Math.max(1, (int) Math.ceil(Math.sqrt(cx * cx + cy * cy) / spacing));
        for (int k = 1; k <= steps; k++) {
            double t = k / (double) steps;
            double u = 1 - t;
            double h1 = t * u * u;
            double h2 = -t * t * u;
            double s = t * t * (3 - 2 * t);
            add(x1 + s * cx + h1 * ax + h2 * bx, y1 + s * cy + h1 * ay + h2 * by);
        }
    }

    private static double knot(double dx, double dy) {
        return Math.max(1e-3, Math.sqrt(Math.sqrt(dx * dx + dy * dy)));
    }

    /** The spline's tangent between two chords with their knot lengths, in units of the second. */
    private static double tangent(double other, double otherKnot, double chord, double knot) {
        return (other / otherKnot - (other + chord) / (otherKnot + knot) + chord / knot) * knot;
    }
}
