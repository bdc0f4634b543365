package inklab.distort;

/**
 * How far every pixel of a distorted image is read from its own place: pixel (x, y) shows what the image has at
 * {@code (x + dx, y + dy)}. Elastic field, affine map and shifts are all in it; a flip is not: it mirrors the image before.
 *
 * @param width of the field, pixels
 * @param height of the field, pixels
 * @param dx {@code [height, width]}, pixels, to the right
 * @param dy {@code [height, width]}, pixels, down
 */
@SuppressWarnings("ArrayRecordComponent") // A picture's worth of numbers, compared by nobody.
public record Displacement(int width, int height, float[] dx, float[] dy) {}
