package inklab.train;

import java.util.Arrays;

/**
 * Collects a {@link Curve} of any length in bounded memory: when all buckets are full, neighbours merge in pairs and every bucket from then
 * on holds twice as many points. For one thread at a time.
 */
final class CurveBuckets {
    private final long[] step;
    private final double[] min;
    private final double[] max;
    private final double[] sum;
    private int filled;
    private long points;
    private long width = 1;
    private long inLast;

    /**
     * @param buckets how many at most, even
     */
    CurveBuckets(int buckets) {
        if (buckets < 2 || buckets % 2 != 0) throw new IllegalArgumentException(buckets + " buckets are not even");
        step = new long[buckets];
        min = new double[buckets];
        max = new double[buckets];
        sum = new double[buckets];
    }

    void add(long at, double value) {
        if (filled == 0 || inLast == width) {
            if (filled == step.length) mergePairs();
            step[filled] = at;
            min[filled] = value;
            max[filled] = value;
            sum[filled] = 0;
            filled++;
            inLast = 0;
        }
        int last = filled - 1;
        min[last] = Math.min(min[last], value);
        max[last] = Math.max(max[last], value);
        sum[last] += value;
        inLast++;
        points++;
    }

    private void mergePairs() {
        filled /= 2;
        for (int i = 0; i < filled; i++) {
            step[i] = step[2 * i];
            min[i] = Math.min(min[2 * i], min[2 * i + 1]);
            max[i] = Math.max(max[2 * i], max[2 * i + 1]);
            sum[i] = sum[2 * i] + sum[2 * i + 1];
        }
        width *= 2;
    }

    Curve curve() {
        double[] mean = Arrays.copyOf(sum, filled);
        for (int i = 0; i < filled; i++) mean[i] /= i == filled - 1 ? inLast : width;
        return new Curve(
                Arrays.copyOf(step, filled), Arrays.copyOf(min, filled), Arrays.copyOf(max, filled), mean, points);
    }
}
