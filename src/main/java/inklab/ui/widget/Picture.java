package inklab.ui.widget;

/**
 * One image to show: bytes from 0 (paper) to 255 (full ink) in the order {@code [channels, height, width]}; one channel is ink, three are
 * red, green and blue.
 */
public final class Picture {
    private final int channels;
    private final int height;
    private final int width;
    private final byte[] pixels;

    /** Takes the array over: the caller must not change it afterwards. */
    public Picture(int channels, int height, int width, byte[] pixels) {
        if (channels != 1 && channels != 3)
            throw new IllegalArgumentException(channels + " channels: 1 or 3 can be shown");
        if (pixels.length != channels * height * width)
            throw new IllegalArgumentException(
                    pixels.length + " pixels for a picture of " + channels + "x" + height + "x" + width);
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.pixels = pixels;
    }

    /** Ink from 0 to 1, {@code [height, width]}; values outside are cut off. */
    public static Picture ofInk(int height, int width, float[] ink) {
        byte[] pixels = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) pixels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, ink[i])));
        return new Picture(1, height, width, pixels);
    }

    /** Nothing but paper. */
    public static Picture blank(int height, int width) {
        return new Picture(1, height, width, new byte[height * width]);
    }

    public int channels() {
        return channels;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** The byte at a place, 0 to 255. */
    public int at(int channel, int y, int x) {
        return pixels[(channel * height + y) * width + x] & 0xFF;
    }

    /** The pixels themselves, for drawing: not to be changed. */
    byte[] pixels() {
        return pixels;
    }
}
