package inklab.data;

import java.nio.file.Path;
import java.util.Arrays;

/** A picture of any size, grey or RGB, as it came from a PNG or JPEG file. Immutable. */
public final class Picture {
    /** So many grey levels between paper and ink there must be for the ink to be stretched to full black. */
    private static final int LEAST_CONTRAST = 32;
    /** The share of the pixels that may be darker or lighter than what counts as the darkest or lightest. */
    private static final double OUTLIERS = 0.005;

    private final int channels;
    private final int height;
    private final int width;
    private final byte[] planes;

    /** @param planes {@code [channels, height, width]}, not changed afterwards */
    Picture(int channels, int height, int width, byte[] planes) {
        if (planes.length != channels * height * width)
            throw new IllegalArgumentException(planes.length + " bytes for " + channels + "x" + height + "x" + width);
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.planes = planes;
    }

    /**
     * Reads a PNG or JPEG file. What is transparent is laid on white, or on black where what is drawn is light. Colour profiles are
     * not applied; a camera's note on which side is up (EXIF) is followed.
     *
     * @throws DataException if it cannot be read or is no picture
     */
    public static Picture read(Path file) throws DataException {
        return PictureReader.read(file);
    }

    /** 1 for grey, 3 for red, green and blue. */
    public int channels() {
        return channels;
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** A copy of the pixels, {@code [channels, height, width]}. */
    public byte[] pixels() {
        return planes.clone();
    }

    /** The same in grey: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). */
    public Picture grey() {
        if (channels == 1) return this;
        int size = height * width;
        byte[] grey = new byte[size];
        for (int i = 0; i < size; i++)
            grey[i] = (byte) Math.round(0.299f * (planes[i] & 0xFF)
                    + 0.587f * (planes[size + i] & 0xFF)
                    + 0.114f * (planes[2 * size + i] & 0xFF));
        return new Picture(1, height, width, grey);
    }

    /**
     * The picture as ink: grey, 0 where there is paper and 255 where there is full ink. If the paper is light, black and white are
     * exchanged and the levels stretched from the paper's to the darkest ink's, as scans and photographs need it. If it is dark,
     * the picture is taken to be ink already and left alone. The paper is what the border is made of: it counts as light when
     * the median of the outermost pixels is nearer to the picture's lightest than to its darkest level.
     */
    public Picture ink() {
        Picture grey = grey();
        Levels levels = grey.levels();
        if (!levels.paperIsLight()) return grey;
        return new Picture(1, height, width, levels.toInk(grey.planes.clone(), 0, grey.planes.length));
    }

    /**
     * The picture in another size, whole and in proportion: what it does not fill has the colour of its border.
     *
     * @param channels 1 or 3
     * @return {@code [channels, height, width]}
     */
    public byte[] fit(int channels, int height, int width) {
        if (channels == 1 && this.channels == 3) return grey().fit(1, height, width);
        double scale = Math.min((double) height / this.height, (double) width / this.width);
        int h = Math.max(1, (int) Math.round(this.height * scale));
        int w = Math.max(1, (int) Math.round(this.width * scale));
        int top = (height - h) / 2;
        int left = (width - w) / 2;
        int size = this.height * this.width;
        byte[] result = new byte[channels * height * width];
        for (int c = 0; c < channels; c++) {
            int from = this.channels == 1 ? 0 : c * size;
            byte[] plane = Arrays.copyOfRange(planes, from, from + size);
            byte[] resized = AreaAverage.resize(plane, this.height, this.width, h, w);
            int to = c * height * width;
            if (h < height || w < width)
                Arrays.fill(result, to, to + height * width, (byte) borderMedian(plane, this.height, this.width));
            for (int y = 0; y < h; y++) System.arraycopy(resized, y * w, result, to + (top + y) * width + left, w);
        }
        return result;
    }

    /** The levels of a grey picture. */
    Levels levels() {
        int[] histogram = new int[256];
        for (byte pixel : planes) histogram[pixel & 0xFF]++;
        int paper = borderMedian(planes, height, width);
        int darkest = 0;
        while (histogram[darkest] == 0) darkest++;
        int lightest = 255;
        while (histogram[lightest] == 0) lightest--;
        long outliers = (long) (OUTLIERS * planes.length);
        int dark = darkest;
        for (long below = histogram[dark]; below <= outliers; ) below += histogram[++dark];
        return new Levels(paper, darkest, dark, lightest);
    }

    /**
     * What a picture's grey levels say of paper and ink.
     *
     * @param paper the median of the border
     * @param darkest the darkest level there is
     * @param dark the darkest level but for a few stray pixels
     * @param lightest the lightest level there is
     */
    record Levels(int paper, int darkest, int dark, int lightest) {
        boolean paperIsLight() {
            return lightest == darkest ? paper > 127 : 2 * paper > darkest + lightest;
        }

        /** Turns dark on light into ink on paper, in place, from {@code offset} on. */
        byte[] toInk(byte[] pixels, int offset, int length) {
            int full = paper - dark >= LEAST_CONTRAST ? dark : darkest;
            // Next to no contrast is an empty page: stretching would make ink of its grain.
            boolean empty = paper - full < LEAST_CONTRAST;
            float gain = empty ? 1 : 255f / (paper - full);
            for (int i = offset; i < offset + length; i++) {
                int ink = Math.round((paper - (pixels[i] & 0xFF)) * gain);
                pixels[i] = (byte) Math.max(0, Math.min(255, ink));
            }
            return pixels;
        }
    }

    private static int borderMedian(byte[] plane, int height, int width) {
        int[] histogram = new int[256];
        int count = 0;
        for (int y = 0; y < height; y++) {
            boolean whole = y == 0 || y == height - 1;
            for (int x = 0; x < width; x += whole || width == 1 ? 1 : width - 1) {
                histogram[plane[y * width + x] & 0xFF]++;
                count++;
            }
        }
        int median = 0;
        for (int below = histogram[0]; 2 * below < count; ) below += histogram[++median];
        return median;
    }
}
