package inklab.train;

/**
 * A measured curve, reduced to buckets of neighbouring points so that a million points are as cheap to draw as a thousand.
 *
 * @param step the step of each bucket's first point, ascending
 * @param min the lowest value in each bucket
 * @param max the highest
 * @param mean their mean
 * @param points how many points the buckets stand for
 */
@SuppressWarnings("ArrayRecordComponent") // A copy to draw from, compared by nobody.
public record Curve(long[] step, double[] min, double[] max, double[] mean, long points) {
    /** How many buckets. */
    public int size() {
        return step.length;
    }
}
