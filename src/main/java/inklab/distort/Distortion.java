package inklab.distort;

/**
 * What is done to a training image, drawn anew for every image and epoch. All lengths in pixels, all angles in degrees; zero means not at
 * all. Geometry is one resampling: the elastic field and the affine map are added up before the image is read, bilinearly, once.
 *
 * @param elastic Simard's elastic field
 * @param rotation the largest rotation either way, degrees; uniform
 * @param scaleX the largest horizontal stretch or shrink, as a share: 0.15 means ×0.85 to ×1.15; uniform
 * @param scaleY the same, vertically
 * @param shear the largest horizontal shear either way, degrees of slant; uniform
 * @param shift the largest translation either way on each axis, pixels, uniform, not rounded
 * @param pixelShift one of five with equal chance: stay, or move by this many whole pixels up, down, left or right (Nielsen, chapter 6)
 * @param noise σ of normal noise added to each pixel, where 1 is full ink; clipped to the range
 * @param flip whether every second image, by chance, is mirrored left to right
 */
public record Distortion(
        Elastic elastic,
        double rotation,
        double scaleX,
        double scaleY,
        double shear,
        double shift,
        int pixelShift,
        double noise,
        boolean flip) {
    /** No distortion at all: the identity. */
    public static final Distortion NONE = new Distortion(Elastic.NONE, 0, 0, 0, 0, 0, 0, 0, false);

    /** Elastic distortion alone. */
    public static Distortion elastic(double sigma, double alpha) {
        return new Distortion(
                new Elastic(sigma, alpha, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_IMAGE), 0, 0, 0, 0, 0, 0, 0, false);
    }

    /** Whether this leaves every image as it is. */
    public boolean isNone() {
        return elastic.isNone()
                && rotation == 0
                && scaleX == 0
                && scaleY == 0
                && shear == 0
                && shift == 0
                && pixelShift == 0
                && noise == 0
                && !flip;
    }
}
