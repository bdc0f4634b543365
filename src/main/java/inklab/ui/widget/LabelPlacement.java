package inklab.ui.widget;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Where labels go so that they hide neither each other nor the curves. Everything in px, y downwards. */
final class LabelPlacement {
    /** How much of a label may lie on curves, as a share of its width. */
    private static final double HIDES = 0.3;

    private LabelPlacement() {}

    /**
     * Moves the middles of labels apart along one line, as little as possible in the sum of squares (isotonic regression by pooling
     * neighbours), and keeps them between two borders where they fit.
     *
     * @param wanted where each label would stand
     * @param heights how high each label is
     * @return where each label stands, in the order of {@code wanted}
     */
    static double[] spread(double[] wanted, double[] heights, double top, double bottom) {
        int n = wanted.length;
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) order[i] = i;
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        // Taking off the heights above turns "no closer than" into "not decreasing".
        double[] above = new double[n];
        for (int k = 1; k < n; k++) above[k] = above[k - 1] + (heights[order[k - 1]] + heights[order[k]]) / 2;
        double[] block = new double[n];
        int[] members = new int[n];
        int blocks = 0;
        for (int k = 0; k < n; k++) {
            block[blocks] = wanted[order[k]] - above[k];
            members[blocks] = 1;
            blocks++;
            while (blocks > 1 && block[blocks - 2] > block[blocks - 1]) {
                int a = members[blocks - 2];
                int b = members[blocks - 1];
                block[blocks - 2] = (block[blocks - 2] * a + block[blocks - 1] * b) / (a + b);
                members[blocks - 2] = a + b;
                blocks--;
            }
        }
        double[] placed = new double[n];
        int k = 0;
        for (int b = 0; b < blocks; b++)
            for (int m = 0; m < members[b]; m++, k++) {
                double least = n == 0 ? 0 : top + heights[order[0]] / 2;
                double most = bottom - heights[order[n - 1]] / 2 - above[n - 1];
                placed[order[k]] = Math.max(least, Math.min(most, block[b])) + above[k];
            }
        return placed;
    }

    /** The middle of a label's left edge. */
    record Spot(double x, double y) {}

    /**
     * A place for a label on its own curve: just above or below it, where it hides least of the curves, and of the other labels nothing.
     *
     * @param own the label's curve as y of x; NaN where it has none
     * @param all every curve, the own one among them
     * @param taken labels already placed: {@code {left, top, right, bottom}} each
     * @param shares of the plot's width where the label may begin, the best first
     * @param below whether the place below the curve is tried first
     * @return null where every place is another label's, or lies mostly on curves
     */
    static Spot onLine(
            DoubleUnaryOperator own,
            List<DoubleUnaryOperator> all,
            List<double[]> taken,
            double width,
            double height,
            double plotWidth,
            double plotHeight,
            double[] shares,
            boolean below) {
        Spot best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < shares.length; s++) {
            double share = shares[s];
            double left = share * plotWidth;
            if (left + width > plotWidth) continue;
            for (int side : below ? new int[] {1, -1} : new int[] {-1, 1}) {
                double edge = edge(own, left, width, side);
                if (Double.isNaN(edge)) continue;
                double y = edge + side * (height / 2 + 5);
                if (y - height / 2 < 0 || y + height / 2 > plotHeight) continue;
                double cost = (side > 0) == below ? 0 : 0.05;
                if (meets(taken, left, y, width, height)) continue;
                double hidden = hidden(all, left, y, width, height);
                if (hidden > HIDES * width) continue;
                cost += hidden + 0.1 * s;
                if (cost < least) {
                    least = cost;
                    best = new Spot(left, y);
                }
            }
        }
        return best;
    }

    /** The curve's outermost y under the label. */
    private static double edge(DoubleUnaryOperator curve, double left, double width, int side) {
        double edge = Double.NaN;
        for (double x = left - 6; x <= left + width + 6; x += 2) {
            double y = curve.applyAsDouble(x);
            if (Double.isNaN(y)) continue;
            edge = Double.isNaN(edge) ? y : side < 0 ? Math.min(edge, y) : Math.max(edge, y);
        }
        return edge;
    }

    private static boolean meets(List<double[]> taken, double left, double y, double width, double height) {
        for (double[] box : taken)
            if (left < box[2] && left + width > box[0] && y - height / 2 < box[3] && y + height / 2 > box[1])
                return true;
        return false;
    }

    /** How much of the curves, px along x. */
    private static double hidden(List<DoubleUnaryOperator> all, double left, double y, double width, double height) {
        double cost = 0;
        for (DoubleUnaryOperator curve : all)
            for (double x = left; x <= left + width; x += 2)
                if (Math.abs(curve.applyAsDouble(x) - y) < height / 2 + 2) cost += 2;
        return cost;
    }
}
