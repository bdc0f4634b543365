package inklab.recipe;

import java.util.Arrays;

/**
 * One axis of a resampling, as for each new pixel the old ones it is made of and their shares, which sum to 1. Shrinking averages over the
 * area that a new pixel covers; growing interpolates linearly between pixel centres.
 */
final class Resampling {
    private final int[] first;
    private final double[][] shares;

    /** From {@code from} pixels to {@code to}, both at least 1. */
    Resampling(int from, int to) {
        first = new int[to];
        shares = new double[to][];
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            if (step > 1) area(i, i * step, Math.min(from, (i + 1) * step));
            else between(i, (i + 0.5) * step - 0.5, from);
        }
    }

    private void area(int i, double left, double right) {
        first[i] = (int) left;
        int last = Math.max(first[i], (int) Math.ceil(right - 1e-9) - 1);
        double[] share = new double[last - first[i] + 1];
        for (int k = 0; k < share.length; k++) {
            int pixel = first[i] + k;
            share[k] = (Math.min(right, pixel + 1) - Math.max(left, pixel)) / (right - left);
        }
        shares[i] = share;
    }

    private void between(int i, double at, int from) {
        double clamped = Math.max(0, Math.min(from - 1, at));
        first[i] = Math.min((int) clamped, Math.max(0, from - 2));
        double right = clamped - first[i];
        shares[i] = from == 1 ? new double[] {1} : new double[] {1 - right, right};
    }

    int size() {
        return first.length;
    }

    /** A plane resampled: rows by {@code rows}, columns by {@code columns}; the plane is {@code [height, width]} from {@code offset}. */
    static void plane(
            byte[] plane,
            int offset,
            int width,
            Resampling rows,
            Resampling columns,
            byte[] to,
            int toOffset,
            int toWidth) {
        double[] row = new double[width];
        for (int y = 0; y < rows.size(); y++) {
            Arrays.fill(row, 0);
            for (int k = 0; k < rows.shares[y].length; k++) {
                int from = offset + (rows.first[y] + k) * width;
                for (int x = 0; x < width; x++) row[x] += rows.shares[y][k] * (plane[from + x] & 0xFF);
            }
            for (int x = 0; x < columns.size(); x++) {
                double sum = 0;
                for (int k = 0; k < columns.shares[x].length; k++)
                    sum += columns.shares[x][k] * row[columns.first[x] + k];
                to[toOffset + y * toWidth + x] = (byte) Math.max(0, Math.min(255, (int) (sum + 0.5)));
            }
        }
    }
}
