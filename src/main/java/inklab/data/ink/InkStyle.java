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
    /** {@code [variant][stroke][2 · points]}: x and y in turn. */
    final double[][][] variants;
    /** {@code [stroke][point]}: whether the pen turns sharply there. */
    final boolean[][] corners;

    /** Takes over the arrays. */
    InkStyle(double weight, double slant, double slantSpread, double[][][] variants, boolean[][] corners) {
        this.weight = weight;
        this.slant = slant;
        this.slantSpread = slantSpread;
        this.variants = variants;
        this.corners = corners;
    }
}
