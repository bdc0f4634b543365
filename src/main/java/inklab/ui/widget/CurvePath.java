package inklab.ui.widget;

import java.util.Arrays;

/**
 * One curve reduced to what a chart of so many pixels can show: the smoothed line, and the least and greatest raw value of every pixel
 * column. Appended points are worked in without looking at the old ones again, as long as the view stays.
 *
 * <p>Smoothing is an exponential moving average of span n (the newest value weighs 2/(n + 1)), corrected for its start: the line at a
 * point is Σ βᵏ y₋ₖ / Σ βᵏ over all points so far, so that it begins at the first value and not at zero.
 */
final class CurvePath {
    private CurveData data;
    private int generation;
    private double low;
    private double high;
    private int columns;
    private int span;

    private int next;
    private double weighted;
    private double weights;

    private int[] count = {};
    private float[] least = {};
    private float[] greatest = {};
    private double[] sum = {};

    private boolean single;
    private double[] lineX = {};
    private double[] lineY = {};
    private int size;

    /**
     * Brings the path up to date.
     *
     * @param low the x at the chart's left edge
     * @param high the x at its right edge
     * @param columns the chart's width, px
     * @param span 1 for no smoothing
     */
    void update(CurveData data, double low, double high, int columns, int span) {
        boolean same = this.data == data
                && generation == data.generation()
                && this.low == low
                && this.high == high
                && this.columns == columns
                && this.span == span;
        if (!same) {
            this.data = data;
            this.low = low;
            this.high = high;
            this.columns = columns;
            this.span = span;
            generation = data.generation();
            restart();
        }
        if (next < data.complete() || !same) advance();
    }

    /** How many points the line has. */
    int size() {
        return size;
    }

    /** The x of the line's point i, in the data's units. */
    double x(int i) {
        return lineX[i];
    }

    /** The smoothed value of the line's point i. */
    double y(int i) {
        return lineY[i];
    }

    /** How many raw values a filled column holds, on average; 0 where none is filled. */
    double density() {
        int filled = 0;
        int values = 0;
        for (int c = 0; c < columns; c++) {
            if (count[c] > 0) filled++;
            values += count[c];
        }
        return filled == 0 ? 0 : (double) values / filled;
    }

    /** Whether any raw value fell into a pixel column. */
    boolean filled(int column) {
        return count[column] > 0;
    }

    /** The least raw value in a filled column. */
    double least(int column) {
        return least[column];
    }

    /** The greatest raw value in a filled column. */
    double greatest(int column) {
        return greatest[column];
    }

    /** The line's value at the point nearest to x; NaN for an empty line or an x outside it. */
    double near(double x) {
        if (size == 0) return Double.NaN;
        double slack = (high - low) / Math.max(1, columns) + 1e-9;
        if (x < lineX[0] - slack || x > lineX[size - 1] + slack) return Double.NaN;
        return lineY[index(x)];
    }

    /** The line between its points at x, drawn straight; NaN outside the line. */
    double between(double x) {
        if (size == 0 || x < lineX[0] || x > lineX[size - 1]) return Double.NaN;
        int found = Arrays.binarySearch(lineX, 0, size, x);
        if (found >= 0) return lineY[found];
        int after = -found - 1;
        double share = (x - lineX[after - 1]) / (lineX[after] - lineX[after - 1]);
        return lineY[after - 1] + share * (lineY[after] - lineY[after - 1]);
    }

    /** The index of the line's point nearest to x. */
    int index(double x) {
        int found = Arrays.binarySearch(lineX, 0, size, x);
        if (found >= 0) return found;
        int after = Math.min(size - 1, -found - 1);
        return after > 0 && x - lineX[after - 1] < lineX[after] - x ? after - 1 : after;
    }

    private void restart() {
        next = 0;
        weighted = 0;
        weights = 0;
        size = 0;
        if (count.length < columns) {
            count = new int[columns];
            least = new float[columns];
            greatest = new float[columns];
            sum = new double[columns];
        }
        Arrays.fill(count, 0);
        Arrays.fill(sum, 0);
        int first = data.from(low);
        int last = data.from(high);
        single = last - first <= 2 * columns;
    }

    private void advance() {
        double beta = Math.pow(1 - 2.0 / (span + 1), data.per());
        double scale = columns / (high - low);
        int end = data.complete();
        for (; next < end; next++) {
            double y = data.mean(next);
            weighted = beta * weighted + (1 - beta) * y;
            weights = beta * weights + (1 - beta);
            double x = data.x(next);
            if (x < low || x > high) {
                // One point on either side lets the line run out of the picture.
                boolean before = x < low && next + 1 < end && data.x(next + 1) >= low;
                boolean after = x > high && next > 0 && data.x(next - 1) <= high;
                if (single && (before || after)) append(x, weighted / weights);
                continue;
            }
            double smooth = weighted / weights;
            int column = Math.min(columns - 1, (int) ((x - low) * scale));
            float min = (float) data.min(next);
            float max = (float) data.max(next);
            least[column] = count[column] == 0 ? min : Math.min(least[column], min);
            greatest[column] = count[column] == 0 ? max : Math.max(greatest[column], max);
            count[column]++;
            sum[column] += smooth;
            if (single) append(x, smooth);
        }
        if (single && size > 4 * columns) single = false;
        if (!single) fromColumns();
    }

    private void append(double x, double y) {
        if (size == lineX.length) {
            lineX = Arrays.copyOf(lineX, Math.max(64, 2 * size));
            lineY = Arrays.copyOf(lineY, Math.max(64, 2 * size));
        }
        lineX[size] = x;
        lineY[size] = y;
        size++;
    }

    private void fromColumns() {
        size = 0;
        double width = (high - low) / columns;
        for (int c = 0; c < columns; c++) if (count[c] > 0) append(low + (c + 0.5) * width, sum[c] / count[c]);
    }
}
