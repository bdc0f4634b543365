package inklab.net;

/**
 * The shape of one image or activation: {@code channels × height × width}. A vector of n numbers is {@code n × 1 × 1}.
 */
public record Shape(int channels, int height, int width) {
    /** The shape of a vector with this many numbers. */
    public static Shape vector(int size) {
        return new Shape(size, 1, 1);
    }

    /** How many numbers it holds. */
    public int size() {
        return channels * height * width;
    }

    /** Whether height and width are both 1. */
    public boolean isVector() {
        return height == 1 && width == 1;
    }

    /** {@code 1x29x29}, as the notation writes an input. */
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
