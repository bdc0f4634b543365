package inklab.net;

import inklab.net.LayerSpec.Padding;

/** How windows (kernels, pools) lie on a map. */
final class Windows {
    private Windows() {}

    /** How many windows of {@code size}, {@code stride} apart, lie on a side of {@code n}; all at least 1, and the window fits. */
    static int count(int n, int size, int stride, Padding padding) {
        return switch (padding) {
            case VALID -> (n - size) / stride + 1;
            case SAME -> (n - 1) / stride + 1;
        };
    }

    /** How many zeros lie before the first pixel of a side of {@code n}; the odd one of all lies behind the last. */
    static long before(int n, int size, int stride, Padding padding) {
        return switch (padding) {
            case VALID -> 0;
            case SAME -> Math.max(0, (long) (count(n, size, stride, padding) - 1) * stride + size - n) / 2;
        };
    }

    /** A sentence about the last rows and columns that no window reaches; empty when all are reached. */
    static String leftOut(Shape in, int size, int stride) {
        int rows = (in.height() - size) % stride;
        int columns = (in.width() - size) % stride;
        if (rows == 0 && columns == 0) return "";
        int side = rows > 0 ? in.height() : in.width();
        String why = size == stride
                ? side + " does not divide by " + size
                : "Windows of " + size + " every " + stride + " do not fill " + side;
        String what;
        if (rows == columns) what = rows == 1 ? "row and column" : rows + " rows and columns";
        else if (columns == 0) what = rows == 1 ? "row" : rows + " rows";
        else if (rows == 0) what = columns == 1 ? "column" : columns + " columns";
        else what = rows + " rows and " + columns + " columns";
        return why + ": the last " + what + " of every map would be left out.";
    }
}
