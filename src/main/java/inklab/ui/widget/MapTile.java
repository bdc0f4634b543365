package inklab.ui.widget;

/** One filter or feature map: signed values {@code [height, width]}. */
public final class MapTile {
    private final int height;
    private final int width;
    private final float[] values;

    /** Takes the array over: the caller must not change it afterwards. */
    public MapTile(int height, int width, float[] values) {
        if (values.length != height * width)
            throw new IllegalArgumentException(values.length + " values for a map of " + height + "x" + width);
        this.height = height;
        this.width = width;
        this.values = values;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** The greatest absolute value; 0 for a map of zeros. */
    public double greatest() {
        double greatest = 0;
        for (float value : values) if (Float.isFinite(value)) greatest = Math.max(greatest, Math.abs(value));
        return greatest;
    }

    /** The greatest absolute value of several maps: one scale for all of them. */
    public static double greatest(Iterable<MapTile> tiles) {
        double greatest = 0;
        for (MapTile tile : tiles) greatest = Math.max(greatest, tile.greatest());
        return greatest;
    }

    /** Bytes around 128 for zero: 255 for {@code limit} and above, 1 for −limit and below. */
    byte[] levels(double limit) {
        byte[] levels = new byte[values.length];
        for (int i = 0; i < levels.length; i++) {
            double share = limit > 0 && Float.isFinite(values[i]) ? values[i] / limit : 0;
            levels[i] = (byte) (128 + (int) Math.rint(127 * Math.max(-1, Math.min(1, share))));
        }
        return levels;
    }
}
