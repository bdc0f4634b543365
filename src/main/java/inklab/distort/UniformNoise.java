package inklab.distort;

/**
 * Uniform noise within ±1, as far around the image as the blur reaches, projected on the blurred modes. The blur is put into the
 * projection: {@code weight(j, i) = α Σ noise(y, x) · (k ⋆ down_j)(y) · (k ⋆ across_i)(x)}, which is exact for any noise; nothing is
 * taken to be normal here.
 */
final class UniformNoise {
    /** Far enough out for any noise that is ever drawn, so that places count from 0. */
    private static final long FAR = 1 << 20;

    private final int rows;
    private final int top;
    private final int firstFour;
    private final int columns;
    private final int stride;
    private final boolean[] even;
    /** {@code [modes down][half the rows, filled up to a multiple of four]}. */
    private final float[][] down;
    /** {@code [modes across][columns]}, times α. */
    private final float[][] across;

    UniformNoise(SmoothModes down, SmoothModes across, int ranks, int stride, double alpha) {
        int reach = down.kernel().length / 2;
        this.stride = stride;
        rows = down.length() + 2 * reach;
        top = -reach;
        firstFour = Math.floorDiv(-reach, 4);
        columns = 4 * (Math.floorDiv(across.length() + reach - 1, 4) - firstFour + 1);
        even = new boolean[ranks];
        this.down = new float[ranks][((rows + 1) / 2 + 3) / 4 * 4];
        for (int j = 0; j < ranks; j++) {
            even[j] = down.even(j);
            double[] blurred = blurred(down, j);
            // A middle row is paired with itself: its sum counts it twice.
            for (int m = 0; m < (rows + 1) / 2; m++)
                this.down[j][m] = (float) (2 * m == rows - 1 ? blurred[m] / 2 : blurred[m]);
        }
        this.across = new float[Math.min(stride, across.length())][columns];
        for (int i = 0; i < this.across.length; i++) {
            double[] blurred = blurred(across, i);
            for (int m = 0; m < blurred.length; m++)
                this.across[i][m - reach - 4 * firstFour] = (float) (alpha * blurred[m]);
        }
    }

    /** {@code k ⋆ mode}, from as far before the line as the kernel reaches to as far beyond it. */
    private static double[] blurred(SmoothModes modes, int k) {
        double[] kernel = modes.kernel();
        double[] mode = modes.vector(k);
        double[] to = new double[mode.length + kernel.length - 1];
        for (int x = 0; x < mode.length; x++) for (int m = 0; m < kernel.length; m++) to[x + m] += mode[x] * kernel[m];
        return to;
    }

    Hand hand() {
        return new Hand();
    }

    /** Working memory, for one thread. */
    final class Hand {
        private final float[] upper = new float[2 * columns];
        private final float[] lower = new float[2 * columns];
        private final float[][] sums = new float[down[0].length][2 * columns];
        private final float[][] differences = new float[down[0].length][2 * columns];
        private final float[] projected = new float[2 * columns];

        /** Weights of the pairs {@code j·stride + i} in {@code place}, in ascending order, for the fields dx and dy. */
        void weights(long key, int[] place, float[] x, float[] y) {
            for (int m = 0; m < (rows + 1) / 2; m++) {
                row(key, top + m, upper);
                row(key, top + rows - 1 - m, lower);
                pair(sums[m], differences[m], upper, lower, 2 * columns);
            }
            int last = -1;
            for (int p : place) {
                int j = p / stride;
                if (j != last) project(even[j] ? sums : differences, down[j]);
                last = j;
                x[p] = Lines.dot(across[p % stride], projected, 0, columns);
                y[p] = Lines.dot(across[p % stride], projected, columns, columns);
            }
        }

        private void project(float[][] of, float[] u) {
            Lines.sum(projected, 0, of[0], of[1], of[2], of[3], u[0], u[1], u[2], u[3], 2 * columns);
            for (int k = 4; k < u.length; k += 4)
                Lines.add(
                        projected,
                        0,
                        of[k],
                        of[k + 1],
                        of[k + 2],
                        of[k + 3],
                        u[k],
                        u[k + 1],
                        u[k + 2],
                        u[k + 3],
                        2 * columns);
        }

        /** A row of noise for both fields; four numbers of 16 bits come from one hash. */
        private void row(long key, int y, float[] to) {
            for (int field = 0; field < 2; field++) {
                long number = (((y + FAR) << 21) + firstFour + FAR) << 1 | field;
                for (int i = field * columns; i < (field + 1) * columns; i += 4, number += 2) {
                    long bits = CounterRandom.bits(key, number);
                    to[i] = centred((short) bits);
                    to[i + 1] = centred((short) (bits >> 16));
                    to[i + 2] = centred((short) (bits >> 32));
                    to[i + 3] = centred((short) (bits >> 48));
                }
            }
        }

        private static float centred(short bits) {
            return (bits + 0.5f) * 0x1p-15f;
        }

        private static void pair(float[] sum, float[] difference, float[] a, float[] b, int n) {
            for (int i = 0; i < n; i++) {
                float s = a[i] + b[i];
                float d = a[i] - b[i];
                sum[i] = s;
                difference[i] = d;
            }
        }
    }
}
