package inklab.data.ink;

/**
 * A grey picture, immutable: for each pixel the share of its area that ink covers, from 0 (paper) to 1.
 */
public final class Raster {
    private final int width;
    private final int height;
    private final float[] ink;

    /**
     * Takes over the array: the caller must not change it afterwards.
     *
     * @param ink {@code [height, width]}
     */
    public Raster(int width, int height, float[] ink) {
        if (width < 1 || height < 1 || ink.length != width * height)
            throw new IllegalArgumentException(ink.length + " pixels for " + width + "x" + height);
        this.width = width;
        this.height = height;
        this.ink = ink;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The share of ink, 0 to 1, of the pixel in column x and row y. */
    public float ink(int x, int y) {
        return ink[y * width + x];
    }

    /** The sum over all pixels: the inked area, in pixels. */
    public double mass() {
        double mass = 0;
        for (float pixel : ink) mass += pixel;
        return mass;
    }

    /** Bytes from 0 (paper) to 255 (full ink), {@code [height, width]}. */
    public byte[] toBytes() {
        byte[] bytes = new byte[ink.length];
        toBytes(bytes, 0);
        return bytes;
    }

    /** The same into {@code to[offset …]}. */
    void toBytes(byte[] to, int offset) {
        for (int i = 0; i < ink.length; i++) to[offset + i] = (byte) (int) (Math.min(ink[i], 1f) * 255f + 0.5f);
    }

    /** The pixels themselves, for this package's own arithmetic: not to be written to. */
    float[] pixels() {
        return ink;
    }
}
