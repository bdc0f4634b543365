package inklab.data;

import java.util.List;

/**
 * Labelled images, immutable, all of one shape: bytes from 0 (paper, black in the file) to 255 (full ink), in the order
 * {@code [n, channels, height, width]}.
 */
public final class ImageSet {
    private final int channels;
    private final int height;
    private final int width;
    private final List<String> classes;
    private final byte[] pixels;
    private final byte[] labels;
    private final int[] index;

    /**
     * Takes over both arrays: the caller must not change them afterwards.
     *
     * @param classes the classes' names; label k means {@code classes.get(k)}
     * @param pixels {@code [n, channels, height, width]}
     * @param labels {@code [n]}
     */
    public ImageSet(int channels, int height, int width, List<String> classes, byte[] pixels, byte[] labels) {
        this(channels, height, width, List.copyOf(classes), pixels, labels, null);
        if ((long) labels.length * channels * height * width != pixels.length)
            throw new IllegalArgumentException(labels.length + " labels for " + pixels.length + " pixels of " + channels
                    + "x" + height + "x" + width);
    }

    private ImageSet(
            int channels, int height, int width, List<String> classes, byte[] pixels, byte[] labels, int[] index) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.classes = classes;
        this.pixels = pixels;
        this.labels = labels;
        this.index = index;
    }

    public int size() {
        return index == null ? labels.length : index.length;
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

    /** channels × height × width: how many bytes one image has. */
    public int imageSize() {
        return channels * height * width;
    }

    /** The classes' names in the order of the labels. */
    public List<String> classes() {
        return classes;
    }

    public int label(int i) {
        return labels[row(i)] & 0xFF;
    }

    /** Copies image i to {@code to[offset …]} as {@code [channels, height, width]}. */
    public void copy(int i, byte[] to, int offset) {
        System.arraycopy(pixels, row(i) * imageSize(), to, offset, imageSize());
    }

    /** A copy of image i. */
    public byte[] image(int i) {
        byte[] image = new byte[imageSize()];
        copy(i, image, 0);
        return image;
    }

    /** The images from {@code from} (included) to {@code to} (not), sharing the pixels. */
    public ImageSet range(int from, int to) {
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) rows[i] = from + i;
        return select(rows);
    }

    /** The images with these indices, in this order, sharing the pixels. */
    public ImageSet select(int[] which) {
        int[] rows = new int[which.length];
        for (int i = 0; i < which.length; i++) rows[i] = row(which[i]);
        return new ImageSet(channels, height, width, classes, pixels, labels, rows);
    }

    /**
     * These images, and the other set's behind them.
     *
     * @throws IllegalArgumentException when the two have not the same classes and shape, or are together more than an array can hold
     */
    public ImageSet and(ImageSet other) {
        if (!classes.equals(other.classes)
                || channels != other.channels
                || height != other.height
                || width != other.width)
            throw new IllegalArgumentException("images of other classes, or of another shape");
        long bytes = ((long) size() + other.size()) * imageSize();
        if (bytes > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(bytes + " bytes of images");
        byte[] all = new byte[(int) bytes];
        byte[] names = new byte[size() + other.size()];
        for (int i = 0; i < names.length; i++) {
            ImageSet from = i < size() ? this : other;
            int k = i < size() ? i : i - size();
            from.copy(k, all, i * imageSize());
            names[i] = (byte) from.label(k);
        }
        return new ImageSet(channels, height, width, classes, all, names);
    }

    private int row(int i) {
        return index == null ? i : index[i];
    }
}
