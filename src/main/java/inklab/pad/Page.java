package inklab.pad;

/**
 * The square sheet that a drawing lies on, in the drawing's own unit.
 *
 * @param left the x of its left edge
 * @param top the y of its upper edge
 * @param side above 0
 */
public record Page(double left, double top, double side) {
    public Page {
        if (!(Math.abs(left) <= 4 * PenPoint.LIMIT
                && Math.abs(top) <= 4 * PenPoint.LIMIT
                && side >= Bounds.SMALLEST
                && side <= 8 * PenPoint.LIMIT))
            throw new IllegalArgumentException("a page of " + side + " at (" + left + ", " + top + ")");
    }

    /** The sheet for a drawing that came without one: the drawing lies in its middle and is 20/28 of it, as in MNIST's images. */
    static Page around(Bounds bounds) {
        double side = bounds.isDot() ? 1 : bounds.side() * 28 / 20;
        return new Page(bounds.middleX() - side / 2, bounds.middleY() - side / 2, side);
    }
}
