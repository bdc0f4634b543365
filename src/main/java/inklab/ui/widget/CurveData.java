package inklab.ui.widget;

import java.util.Arrays;

/**
 * The points of one curve, appended as they come. Memory is bounded: after 131,072 points neighbours are merged into buckets that keep
 * count, mean, least and greatest value, so that a million points take 4 MB and lose nothing that a screen could show.
 */
public final class CurveData {
    private static final int CAPACITY = 1 << 17;

    private final int capacity;
    private double[] x;
    private float[] mean;
    private float[] min;
    private float[] max;
    private int buckets;
    private int per = 1;
    private int inLast;
    private long points;
    private int generation;

    public CurveData() {
        this(CAPACITY);
    }

    CurveData(int capacity) {
        this.capacity = capacity;
        int first = Math.min(capacity, 256);
        x = new double[first];
        mean = new float[first];
        min = new float[first];
        max = new float[first];
    }

    /** A curve of given points. */
    public static CurveData of(double[] xs, double[] ys) {
        CurveData data = new CurveData();
        for (int i = 0; i < xs.length; i++) data.add(xs[i], ys[i]);
        return data;
    }

    /**
     * Appends a point; one that is not a finite number is left out.
     *
     * @throws IllegalArgumentException if x goes back
     */
    public void add(double atX, double y) {
        add(atX, y, y, y);
    }

    /** Appends a point that already stands for several: their mean, the least and the greatest of them. */
    public void add(double atX, double y, double low, double high) {
        if (!Double.isFinite(y) || !Double.isFinite(atX)) return;
        if (buckets > 0 && atX < x[buckets - 1]) throw new IllegalArgumentException("x goes back to " + atX);
        points++;
        float value = (float) y;
        if (buckets > 0 && inLast < per) {
            int last = buckets - 1;
            inLast++;
            x[last] = atX;
            mean[last] += (value - mean[last]) / inLast;
            min[last] = Math.min(min[last], (float) low);
            max[last] = Math.max(max[last], (float) high);
            return;
        }
        if (buckets == capacity) merge();
        if (buckets == x.length) grow();
        x[buckets] = atX;
        mean[buckets] = value;
        min[buckets] = (float) low;
        max[buckets] = (float) high;
        buckets++;
        inLast = 1;
    }

    /** Forgets all points. */
    public void clear() {
        buckets = 0;
        per = 1;
        inLast = 0;
        points = 0;
        generation++;
    }

    /** How many points were appended. */
    public long points() {
        return points;
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return buckets == 0;
    }

    /** The greatest x. Not to be asked of an empty curve. */
    public double lastX() {
        return x[buckets - 1];
    }

    /** The mean of the newest bucket: the last value while points are few. Not to be asked of an empty curve. */
    public double lastY() {
        return mean[buckets - 1];
    }

    /** Buckets that will not change until the generation does. */
    int complete() {
        return buckets > 0 && inLast < per ? buckets - 1 : buckets;
    }

    /** Grows whenever earlier buckets changed. */
    int generation() {
        return generation;
    }

    /** Points in a complete bucket. */
    int per() {
        return per;
    }

    double x(int bucket) {
        return x[bucket];
    }

    double mean(int bucket) {
        return mean[bucket];
    }

    double min(int bucket) {
        return min[bucket];
    }

    double max(int bucket) {
        return max[bucket];
    }

    /** The first complete bucket whose x is not below a value; {@link #complete} if none. */
    int from(double value) {
        int found = Arrays.binarySearch(x, 0, complete(), value);
        if (found < 0) return -found - 1;
        while (found > 0 && x[found - 1] == value) found--;
        return found;
    }

    private void merge() {
        int half = buckets / 2;
        for (int i = 0; i < half; i++) {
            int a = 2 * i;
            int b = a + 1;
            x[i] = x[b];
            mean[i] = 0.5f * (mean[a] + mean[b]);
            min[i] = Math.min(min[a], min[b]);
            max[i] = Math.max(max[a], max[b]);
        }
        buckets = half;
        per *= 2;
        inLast = per;
        generation++;
    }

    private void grow() {
        int to = Math.min(capacity, 2 * x.length);
        x = Arrays.copyOf(x, to);
        mean = Arrays.copyOf(mean, to);
        min = Arrays.copyOf(min, to);
        max = Arrays.copyOf(max, to);
    }
}
