package inklab.ui.widget;

import java.util.Arrays;

/**
 * A line from left to right with only the corners that can be seen: none of the points left out lies further above or below the line than
 * the slack. A stroke costs by its corners, and those of a smoothed curve are most of them less than half a pixel.
 */
final class Thinned {
    private final double slack;
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;

    /** Where the line turned last. */
    private double fromX;

    private double fromY;

    /** The point that is the line's end for now, and between which slopes the next may lie for it to be left out. */
    private double lastX;

    private double lastY;
    private boolean open;
    private double least;
    private double most;

    /** @param slack px */
    Thinned(double slack) {
        this.slack = slack;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return xs[i];
    }

    double y(int i) {
        return ys[i];
    }

    /** Adds a point at or to the right of the last. */
    void add(double x, double y) {
        if (size == 0) {
            turn(x, y);
            return;
        }
        if (open && !within(x, y)) turn(lastX, lastY);
        double away = x - fromX;
        if (away > 0) {
            least = Math.max(open ? least : Double.NEGATIVE_INFINITY, (y - slack - fromY) / away);
            most = Math.min(open ? most : Double.POSITIVE_INFINITY, (y + slack - fromY) / away);
        } else {
            // Straight up or down: nothing may be left out.
            least = Double.POSITIVE_INFINITY;
            most = Double.NEGATIVE_INFINITY;
        }
        lastX = x;
        lastY = y;
        open = true;
    }

    /** The line ends at the last point. */
    void end() {
        if (open) turn(lastX, lastY);
    }

    private boolean within(double x, double y) {
        if (x <= fromX) return false;
        double slope = (y - fromY) / (x - fromX);
        return slope >= least && slope <= most;
    }

    private void turn(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
        fromX = x;
        fromY = y;
        open = false;
    }
}
