package inklab.data.ink;

/**
 * One way of writing a digit: some variants of a skeleton with the same strokes and the same number of points, between which a writer may be
 * anywhere. Units: the digit is about 100 high; x to the right, y down.
 */
final class InkStyle {
    /** How often it is written, in relation to the digit's other styles. */
    final double weight;
    /** How far the top leans to the right, as a share of the height: mean and σ. */
    final double slant;

    final double slantSpread;
    /** The pen's mean width and the digit's mean breadth, in relation to what is usual. */
    final double pen;

    final double breadth;
    /** {@code [variant][stroke][2 · points]}: x and y in turn. */
    final double[][][] variants;
    /** {@code [stroke][point]}: whether the pen turns sharply there. */
    final boolean[][] corners;

    /** Takes over the arrays. */
    InkStyle(
            double weight,
            double slant,
            double slantSpread,
            double pen,
            double breadth,
            double[][][] variants,
            boolean[][] corners) {
        this.weight = weight;
        this.slant = slant;
        this.slantSpread = slantSpread;
        this.pen = pen;
        this.breadth = breadth;
        this.variants = variants;
        this.corners = corners;
    }
}
