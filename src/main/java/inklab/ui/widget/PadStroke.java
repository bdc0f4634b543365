package inklab.ui.widget;

import java.util.List;

/**
 * One stroke on the pad, from pen down to pen up.
 *
 * @param points in the order they were drawn, at least one
 */
public record PadStroke(List<Point> points) {
    /**
     * Where the pen was.
     *
     * @param x in pad units: 0 at the left edge, {@link DrawingPad#UNITS} at the right
     * @param y in pad units, downwards
     * @param millis since the pad's first point
     * @param pressure 0 to 1; 0.5 is a plain line
     */
    public record Point(double x, double y, double millis, double pressure) {}

    public PadStroke {
        points = List.copyOf(points);
    }
}
