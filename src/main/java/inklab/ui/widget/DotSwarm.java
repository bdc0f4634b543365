package inklab.ui.widget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts dots that would cover each other side by side. */
final class DotSwarm {
    private DotSwarm() {}

    /**
     * How far each dot moves sideways so that none overlap: 0 for the first at a height, then to the sides in turn. Dots that would
     * overlap form a row, and a row is centred.
     *
     * @param y the dots' heights, px
     * @param diameter of a dot, px
     */
    static double[] offsets(double[] y, double diameter) {
        Integer[] order = new Integer[y.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        Arrays.sort(order, (a, b) -> Double.compare(y[a], y[b]));
        double[] offsets = new double[y.length];
        List<Integer> row = new ArrayList<>();
        for (int k = 0; k < order.length; k++) {
            if (!row.isEmpty() && y[order[k]] - y[row.get(0)] >= diameter * 0.8) {
                centre(row, offsets, diameter);
                row.clear();
            }
            row.add(order[k]);
        }
        centre(row, offsets, diameter);
        return offsets;
    }

    private static void centre(List<Integer> row, double[] offsets, double diameter) {
        for (int k = 0; k < row.size(); k++) offsets[row.get(k)] = (k - (row.size() - 1) / 2.0) * (diameter + 1);
    }
}
