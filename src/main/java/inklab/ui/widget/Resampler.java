package inklab.ui.widget;

import java.util.Arrays;

/**
 * Scales planes of bytes from one size to another: as hard pixels, or smoothly by Catmull-Rom's cubic (widened when shrinking, so that
 * nothing is skipped). Weights are made once for a pair of sizes and used for every image. Not for two threads at once.
 */
final class Resampler {
    private final int fromHeight;
    private final int fromWidth;
    private final int toHeight;
    private final int toWidth;
    private final Taps rows;
    private final Taps columns;
    private final float[] between;
    private final float[] line;
    private final boolean[] inked;
    private final float[] sums;

    Resampler(int fromHeight, int fromWidth, int toHeight, int toWidth, boolean smooth) {
        this.fromHeight = fromHeight;
        this.fromWidth = fromWidth;
        this.toHeight = toHeight;
        this.toWidth = toWidth;
        rows = Taps.of(fromHeight, toHeight, smooth);
        columns = Taps.of(fromWidth, toWidth, smooth);
        between = new float[fromHeight * toWidth];
        line = new float[fromWidth];
        inked = new boolean[fromHeight];
        sums = new float[toWidth];
    }

    boolean fits(int fromHeight, int fromWidth, int toHeight, int toWidth) {
        return this.fromHeight == fromHeight
                && this.fromWidth == fromWidth
                && this.toHeight == toHeight
                && this.toWidth == toWidth;
    }

    /**
     * Scales the plane at {@code from[offset …]} into {@code to}, a value 0 to 255 for each target pixel, row by row.
     *
     * @param to {@code [toHeight, toWidth]}
     */
    void scale(byte[] from, int offset, int[] to) {
        int taps = columns.count;
        for (int y = 0; y < fromHeight; y++) {
            inked[y] = read(from, offset + y * fromWidth);
            if (!inked[y]) continue;
            for (int x = 0, w = 0; x < toWidth; x++) {
                float sum = 0;
                int first = columns.first[x];
                for (int t = 0; t < taps; t++) sum += columns.weights[w++] * line[first + t];
                between[y * toWidth + x] = sum;
            }
        }
        taps = rows.count;
        for (int y = 0; y < toHeight; y++) {
            int first = rows.first[y];
            // A whole row at a time, one tap after the other: plain loops that the compiler turns into vector
            // instructions.
            Arrays.fill(sums, 0.5f);
            for (int t = 0; t < taps; t++) if (inked[first + t]) add(rows.weights[y * taps + t], (first + t) * toWidth);
            int row = y * toWidth;
            for (int x = 0; x < toWidth; x++) to[row + x] = (int) Math.max(0, Math.min(255, sums[x]));
        }
    }

    /** Whether there is anything in the row: most of a digit's sheet is blank, and blank rows cost nothing. */
    private boolean read(byte[] from, int row) {
        int all = 0;
        for (int x = 0; x < fromWidth; x++) {
            int value = from[row + x] & 0xFF;
            line[x] = value;
            all |= value;
        }
        return all != 0;
    }

    private void add(float weight, int at) {
        for (int x = 0; x < sums.length; x++) sums[x] += weight * between[at + x];
    }

    /** For each target pixel, the first source pixel and the weights of those from there on; weights sum to one. */
    private static final class Taps {
        final int count;
        final int[] first;
        final float[] weights;

        private Taps(int count, int[] first, float[] weights) {
            this.count = count;
            this.first = first;
            this.weights = weights;
        }

        static Taps of(int from, int to, boolean smooth) {
            double scale = (double) from / to;
            if (!smooth) {
                int[] first = new int[to];
                float[] weights = new float[to];
                for (int i = 0; i < to; i++) {
                    first[i] = Math.min(from - 1, (int) ((i + 0.5) * scale));
                    weights[i] = 1;
                }
                return new Taps(1, first, weights);
            }
            double stretch = Math.max(1, scale);
            int count = Math.min(from, (int) Math.ceil(4 * stretch) + 1);
            int[] first = new int[to];
            float[] weights = new float[to * count];
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * scale - 0.5;
                first[i] = Math.max(0, Math.min(from - count, (int) Math.ceil(centre - 2 * stretch)));
                double sum = 0;
                for (int t = 0; t < count; t++) sum += cubic((first[i] + t - centre) / stretch);
                for (int t = 0; t < count; t++)
                    weights[i * count + t] = (float) (cubic((first[i] + t - centre) / stretch) / sum);
            }
            return new Taps(count, first, weights);
        }

        /** Catmull-Rom's kernel (Keys 1981, a = −1/2). */
        private static double cubic(double x) {
            double a = Math.abs(x);
            if (a < 1) return 1 + a * a * (1.5 * a - 2.5);
            return a < 2 ? 2 + a * (-4 + a * (2.5 - 0.5 * a)) : 0;
        }
    }
}
