package inklab.data;

/**
 * Resizes a picture: each new pixel is the mean over the area that it covers in the old one, edges by their share, so that thin
 * strokes fade but never vanish. Where the picture grows, the area is one old pixel, which makes it linear interpolation.
 */
final class AreaAverage {
    private AreaAverage() {}

    /**
     * Resizes one plane.
     *
     * @param plane {@code [height, width]}, bytes from 0 to 255
     * @return {@code [newHeight, newWidth]}
     */
    static byte[] resize(byte[] plane, int height, int width, int newHeight, int newWidth) {
        if (height == newHeight && width == newWidth) return plane.clone();
        Axis across = new Axis(width, newWidth);
        Axis down = new Axis(height, newHeight);
        float[] line = new float[newWidth];
        float[][] rows = new float[newHeight][newWidth];
        // One pass over the old lines, each added to all new lines that it belongs to.
        int first = 0;
        for (int y = 0; y < height; y++) {
            across.line(plane, y * width, line);
            while (first < newHeight && down.end(first) <= y) first++;
            for (int v = first; v < newHeight && down.start[v] <= y; v++) {
                float share = down.share[v][y - down.start[v]];
                float[] row = rows[v];
                for (int u = 0; u < newWidth; u++) row[u] += share * line[u];
            }
        }
        byte[] result = new byte[newHeight * newWidth];
        for (int v = 0; v < newHeight; v++)
            for (int u = 0; u < newWidth; u++) result[v * newWidth + u] = (byte) Math.round(rows[v][u]);
        return result;
    }

    /** Along one direction: which old pixels a new one is made of, and their shares, which sum to 1. */
    private static final class Axis {
        final int[] start;
        final float[][] share;

        Axis(int length, int newLength) {
            start = new int[newLength];
            share = new float[newLength][];
            double step = (double) length / newLength;
            double reach = Math.max(1, step) / 2;
            for (int u = 0; u < newLength; u++) {
                double centre = (u + 0.5) * step;
                double from = Math.max(0, centre - reach);
                double to = Math.min(length, centre + reach);
                start[u] = (int) Math.floor(from + 1e-9);
                int end = Math.min(length, (int) Math.ceil(to - 1e-9));
                share[u] = new float[end - start[u]];
                for (int x = start[u]; x < end; x++)
                    share[u][x - start[u]] = (float) ((Math.min(to, x + 1.0) - Math.max(from, x)) / (to - from));
            }
        }

        int end(int u) {
            return start[u] + share[u].length;
        }

        void line(byte[] plane, int offset, float[] to) {
            for (int u = 0; u < to.length; u++) {
                float sum = 0;
                float[] shares = share[u];
                int from = offset + start[u];
                for (int i = 0; i < shares.length; i++) sum += shares[i] * (plane[from + i] & 0xFF);
                to[u] = sum;
            }
        }
    }
}
