package inklab.distort;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Elastic fields of one strength and size. White noise blurred by a Gaussian is, both ways, a sum of few {@link SmoothModes} with random
 * weights, so a field is {@code Σ weight(j, i) · down_j(y) · across_i(x)}. For normal noise the weights are independent normal numbers of
 * variance {@code α² λ_j λ_i}; for uniform noise the noise is really drawn, border included, and projected on the modes. Pairs of modes
 * are left out from the smallest up to {@value #LOST} of the energy: 0.3 % of the displacement.
 *
 * <p>Weight (j, i) belongs to a number of the random sequence that depends on j and i alone, and noise at a place to that place, so a
 * field changes smoothly with σ and α.
 */
final class ElasticField {
    /** The share of the field's energy that may be left out. */
    static final double LOST = 1e-5;

    private final int height;
    private final int width;
    private final int ranks;
    private final int stride;
    /** The pairs (j, i) that are kept: where each weight goes, its standard deviation, its number in the sequence. */
    private final int[] place;

    private final float[] deviation;
    private final long[] number;
    /** How many of the modes across a mode down needs, in fours. */
    private final int[] fours;
    /** {@code [stride][width]}, filled up with zeros to a multiple of four modes. */
    private final float[][] across;

    private final Parity even;
    private final Parity odd;
    private final UniformNoise uniform;

    /** The modes down of one parity: which they are, and {@code [half the rows][modes, filled up to a multiple of four]}. */
    @SuppressWarnings("ArrayRecordComponent") // Private to the field.
    private record Parity(int[] modes, float[][] down) {}

    ElasticField(Elastic elastic, int height, int width) {
        this.height = height;
        this.width = width;
        SmoothModes down = new SmoothModes(height, elastic.sigma());
        SmoothModes across = width == height ? down : new SmoothModes(width, elastic.sigma());
        int[] kept = kept(down, across);
        ranks = Arrays.stream(kept).map(p -> p / width).max().orElse(0) + 1;
        stride = fill(Arrays.stream(kept).map(p -> p % width).max().orElse(0) + 1);
        fours = new int[ranks];
        place = new int[kept.length];
        deviation = new float[kept.length];
        number = new long[kept.length];
        for (int k = 0; k < kept.length; k++) {
            int j = kept[k] / width;
            int i = kept[k] % width;
            place[k] = j * stride + i;
            deviation[k] = (float) (elastic.alpha() * Math.sqrt(down.variance(j) * across.variance(i)));
            number[k] = 2 * pair(j, i);
            fours[j] = Math.max(fours[j], i / 4 + 1);
        }
        this.across = new float[stride][width];
        for (int i = 0; i < Math.min(stride, width); i++)
            for (int x = 0; x < width; x++) this.across[i][x] = (float) across.vector(i)[x];
        even = parity(down, true);
        odd = parity(down, false);
        uniform = elastic.noise() == Elastic.Noise.UNIFORM
                ? new UniformNoise(down, across, ranks, stride, elastic.alpha())
                : null;
    }

    /** The pairs {@code j·width + i} that hold all but {@link #LOST} of the energy, in ascending order. */
    private int[] kept(SmoothModes down, SmoothModes across) {
        double[] energy = new double[height * width];
        double total = 0;
        for (int p = 0; p < energy.length; p++) {
            energy[p] = down.variance(p / width) * across.variance(p % width);
            total += energy[p];
        }
        int[] order = IntStream.range(0, energy.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer p) -> energy[p]))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = 0;
        for (double lost = energy[order[0]]; lost <= LOST * total; lost += energy[order[left]]) left++;
        int[] kept = Arrays.copyOfRange(order, left, order.length);
        Arrays.sort(kept);
        return kept;
    }

    private Parity parity(SmoothModes modes, boolean symmetric) {
        int[] which = IntStream.range(0, ranks)
                .filter(j -> modes.even(j) == symmetric)
                .toArray();
        float[][] down = new float[(height + 1) / 2][fill(which.length)];
        for (int y = 0; y < down.length; y++)
            for (int k = 0; k < which.length; k++) down[y][k] = (float) modes.vector(which[k])[y];
        return new Parity(which, down);
    }

    private static int fill(int count) {
        return (count + 3) / 4 * 4;
    }

    /** Counts the pairs of numbers from 0 outwards, square shell by square shell. */
    private static long pair(long j, long i) {
        return j > i ? j * j + i : i * i + i + j;
    }

    /** How many pairs of modes are kept. */
    int pairs() {
        return place.length;
    }

    /** Working memory, for one thread. */
    Hand hand() {
        return new Hand();
    }

    /** Draws fields, one at a time. */
    final class Hand {
        private final float[] weightsX = new float[ranks * stride];
        private final float[] weightsY = new float[ranks * stride];
        /** A line for each mode down, dx in its first half, dy in the second: that halves the number of loops. */
        private final float[][] lines = new float[ranks][2 * width];

        private final float[][] evenLines = gather(even);
        private final float[][] oddLines = gather(odd);
        private final float[] evenSum = new float[2 * width];
        private final float[] oddSum = new float[2 * width];
        private final UniformNoise.Hand noise = uniform == null ? null : uniform.hand();

        private float[][] gather(Parity parity) {
            float[][] of = new float[parity.down()[0].length][];
            for (int k = 0; k < of.length; k++)
                of[k] = k < parity.modes().length ? lines[parity.modes()[k]] : new float[2 * width];
            return of;
        }

        /** Writes the field of a key, {@code [height, width]} each, pixels. */
        void draw(long key, float[] dx, float[] dy) {
            if (noise == null) {
                for (int k = 0; k < place.length; k++) {
                    weightsX[place[k]] = deviation[k] * CounterRandom.normal(key, number[k]);
                    weightsY[place[k]] = deviation[k] * CounterRandom.normal(key, number[k] + 1);
                }
            } else {
                noise.weights(key, place, weightsX, weightsY);
            }
            for (int j = 0; j < ranks; j++) {
                line(lines[j], 0, weightsX, j * stride, fours[j]);
                line(lines[j], width, weightsY, j * stride, fours[j]);
            }
            for (int y = 0; y < (height + 1) / 2; y++) {
                add(evenSum, evenLines, even.down()[y]);
                add(oddSum, oddLines, odd.down()[y]);
                Lines.butterfly(dx, y * width, (height - 1 - y) * width, evenSum, oddSum, 0, width);
                Lines.butterfly(dy, y * width, (height - 1 - y) * width, evenSum, oddSum, width, width);
            }
        }

        private void line(float[] to, int at, float[] g, int from, int fours) {
            float[][] v = across;
            Lines.sum(to, at, v[0], v[1], v[2], v[3], g[from], g[from + 1], g[from + 2], g[from + 3], width);
            for (int k = 4; k < 4 * fours; k += 4) {
                int f = from + k;
                Lines.add(to, at, v[k], v[k + 1], v[k + 2], v[k + 3], g[f], g[f + 1], g[f + 2], g[f + 3], width);
            }
        }

        private void add(float[] to, float[][] l, float[] u) {
            if (u.length == 0) return;
            Lines.sum(to, 0, l[0], l[1], l[2], l[3], u[0], u[1], u[2], u[3], 2 * width);
            for (int k = 4; k < u.length; k += 4)
                Lines.add(to, 0, l[k], l[k + 1], l[k + 2], l[k + 3], u[k], u[k + 1], u[k + 2], u[k + 3], 2 * width);
        }
    }
}
