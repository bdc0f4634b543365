package inklab.distort;

/**
 * The affine part of one image's distortion: where a pixel of the result is read, before the elastic field is added. About the middle of
 * the image, the content is scaled, then sheared, then turned, then moved; reading goes the other way round.
 *
 * @param xx x read, per pixel of x
 * @param xy x read, per pixel of y
 * @param yx y read, per pixel of x
 * @param yy y read, per pixel of y
 * @param shiftX the content's movement to the right, pixels
 * @param shiftY the content's movement down, pixels
 * @param flip whether the image is mirrored left to right before
 */
record Placement(double xx, double xy, double yx, double yy, double shiftX, double shiftY, boolean flip) {
    /** Numbers in the random sequence; one for each setting, so that none disturbs another. */
    private static final int ROTATION = 0;

    private static final int SCALE_X = 1;
    private static final int SCALE_Y = 2;
    private static final int SHEAR = 3;
    private static final int SHIFT_X = 4;
    private static final int SHIFT_Y = 5;
    private static final int PIXEL_SHIFT = 6;
    private static final int FLIP = 7;

    /** What a distortion's random numbers make of it for this draw. */
    static Placement of(Distortion d, Draw draw) {
        long key = draw.key(Draw.Purpose.PLACEMENT);
        double angle = StrictMath.toRadians(d.rotation() * signed(key, ROTATION));
        double slant = StrictMath.tan(StrictMath.toRadians(d.shear() * signed(key, SHEAR)));
        double wide = 1 + d.scaleX() * signed(key, SCALE_X);
        double high = 1 + d.scaleY() * signed(key, SCALE_Y);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        // The content goes through turn · shear · scale, so reading goes through scale⁻¹ · shear⁻¹ · turn⁻¹.
        double xx = (cos + slant * sin) / wide;
        double xy = (sin - slant * cos) / wide;
        double yx = -sin / high;
        double yy = cos / high;
        int way = d.pixelShift() == 0 ? 0 : (int) (5 * CounterRandom.uniform(key, PIXEL_SHIFT));
        double shiftX = d.shift() * signed(key, SHIFT_X) + d.pixelShift() * (way == 3 ? -1 : way == 4 ? 1 : 0);
        double shiftY = d.shift() * signed(key, SHIFT_Y) + d.pixelShift() * (way == 1 ? -1 : way == 2 ? 1 : 0);
        return new Placement(xx, xy, yx, yy, shiftX, shiftY, d.flip() && CounterRandom.uniform(key, FLIP) < 0.5);
    }

    private static double signed(long key, int number) {
        return 2 * CounterRandom.uniform(key, number) - 1;
    }
}
