package inklab.engine.dl4j;

import inklab.net.Activation;

/** Bias and activation over native memory, in blocks that stay in the first-level cache while Java works on them. */
final class Pointwise {
    private static final int BLOCK = 4096;

    private final float[] values = new float[BLOCK];
    private final float[] other = new float[BLOCK];

    /** {@code out ← f(in)}; the two may be the same tensor. */
    void activate(Activation f, Tensor in, Tensor out) {
        int length = in.length();
        for (int at = 0; at < length; at += BLOCK) {
            int count = Math.min(BLOCK, length - at);
            in.read(at, values, 0, count);
            Functions.apply(f, values, count);
            out.write(at, values, 0, count);
        }
    }

    /** {@code d ← d · f'}, from the outputs (or, where the function needs them, the inputs) in {@code y}. */
    void differentiate(Activation f, Tensor y, Tensor d) {
        if (f == Activation.IDENTITY) return;
        int length = d.length();
        for (int at = 0; at < length; at += BLOCK) {
            int count = Math.min(BLOCK, length - at);
            d.read(at, values, 0, count);
            y.read(at, other, 0, count);
            Functions.differentiate(f, other, values, count);
            d.write(at, values, 0, count);
        }
    }

    /**
     * Adds a bias to each row and applies f.
     *
     * @param x {@code [n, units]}, overwritten with f(x + b)
     * @param kept where x + b is kept, or null
     */
    void biasAndActivate(Activation f, Tensor x, float[] bias, Tensor kept) {
        int units = bias.length;
        int rows = x.length() / units;
        float[] row = units <= BLOCK ? values : new float[units];
        for (int r = 0; r < rows; r++) {
            x.read(r * units, row, 0, units);
            for (int i = 0; i < units; i++) row[i] += bias[i];
            if (kept != null) kept.write(r * units, row, 0, units);
            Functions.apply(f, row, units);
            x.write(r * units, row, 0, units);
        }
    }

    /**
     * {@code d ← d · f'} on rows {@code [n, units]}, adding up the result's columns.
     *
     * @param y outputs or inputs as in {@link #differentiate}
     * @return the column sums, the bias's gradient
     */
    float[] differentiateRows(Activation f, Tensor y, Tensor d, int units) {
        float[] sums = new float[units];
        int rows = d.length() / units;
        float[] row = units <= BLOCK ? values : new float[units];
        float[] outputs = units <= BLOCK ? other : new float[units];
        for (int r = 0; r < rows; r++) {
            d.read(r * units, row, 0, units);
            if (f != Activation.IDENTITY) {
                y.read(r * units, outputs, 0, units);
                Functions.differentiate(f, outputs, row, units);
                d.write(r * units, row, 0, units);
            }
            for (int i = 0; i < units; i++) sums[i] += row[i];
        }
        return sums;
    }
}
