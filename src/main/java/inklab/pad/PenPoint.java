package inklab.pad;

/**
 * Where the pen was: x to the right, y down, in any unit.
 *
 * @param pressure how hard the pen pressed, 0 or more, in any unit; only its relation to the drawing's mean pressure counts
 */
public record PenPoint(double x, double y, double pressure) {
    /** Coordinates go from −{@value} to {@value}. */
    public static final double LIMIT = 1e9;

    /** What a pen without a sense of pressure reports. */
    public static final double EVEN = 0.5;

    public PenPoint {
        if (!(Math.abs(x) <= LIMIT && Math.abs(y) <= LIMIT && pressure >= 0 && pressure <= LIMIT))
            throw new IllegalArgumentException("a pen at (" + x + ", " + y + ") with pressure " + pressure);
    }

    /** A point without pressure. */
    public PenPoint(double x, double y) {
        this(x, y, EVEN);
    }
}
