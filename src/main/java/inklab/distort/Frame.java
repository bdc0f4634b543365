package inklab.distort;

/**
 * From which pixels to which. The source lies in the middle of the target (half a pixel's doubt goes to the right and the bottom), so a
 * larger target pads it and a smaller one crops it; a distortion may still pull in what was cropped. Beyond the source a grey image is
 * paper (0), and a colour image goes on with its outermost pixels.
 *
 * @param channels 1 or 3, or any other number
 * @param sourceHeight of the image given, pixels
 * @param sourceWidth of the image given, pixels
 * @param height of the image wanted, pixels
 * @param width of the image wanted, pixels
 * @param low what byte 0 becomes
 * @param high what byte 255 becomes
 */
public record Frame(int channels, int sourceHeight, int sourceWidth, int height, int width, float low, float high) {
    public Frame {
        if (channels < 1 || sourceHeight < 1 || sourceWidth < 1 || height < 1 || width < 1)
            throw new IllegalArgumentException("an image needs at least one channel and one pixel, not " + channels
                    + "x" + sourceHeight + "x" + sourceWidth + " to " + height + "x" + width);
    }

    /** Nothing padded, nothing cropped, and 0 to 1 for a byte's 0 to 255. */
    public static Frame of(int channels, int height, int width) {
        return new Frame(channels, height, width, height, width, 0, 1);
    }

    /** The same with another range. */
    public Frame withRange(float low, float high) {
        return new Frame(channels, sourceHeight, sourceWidth, height, width, low, high);
    }

    /** How many bytes an image given has. */
    public int sourceSize() {
        return channels * sourceHeight * sourceWidth;
    }

    /** How many numbers an image wanted has. */
    public int size() {
        return channels * height * width;
    }

    /** Where the source's first column lies in the target; negative when it is cropped. */
    public int left() {
        return Math.floorDiv(width - sourceWidth, 2);
    }

    /** Where the source's first row lies in the target; negative when it is cropped. */
    public int top() {
        return Math.floorDiv(height - sourceHeight, 2);
    }
}
