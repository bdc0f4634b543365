package inklab.data.ink;

import java.util.Optional;

/**
 * How MNIST's images were made from scanned digits (LeCun, Bottou, Bengio and Haffner, 1998, section III.A): cropped to the ink, scaled to fit
 * a 20×20 box keeping the aspect ratio, with grey levels from the averaging, and moved by whole pixels so that the centre of mass lies in the
 * middle of a 28×28 field. The middle is pixel (14, 14), as measured on MNIST's training images.
 */
public final class MnistPreparation {
    /** The side of the box that the digit is scaled to fit, pixels. */
    public static final int BOX = 20;

    /** The side of the finished image, pixels. */
    public static final int FIELD = 28;

    private MnistPreparation() {}

    /**
     * The smallest part of the picture that holds all pixels at least half as dark as its darkest, or nothing for a blank picture.
     */
    public static Optional<Raster> crop(Raster raw) {
        float[] ink = raw.pixels();
        float darkest = 0;
        for (float pixel : ink) darkest = Math.max(darkest, pixel);
        if (darkest <= 0) return Optional.empty();
        float enough = darkest / 2;
        int width = raw.width();
        int left = width;
        int right = -1;
        int top = raw.height();
        int bottom = -1;
        for (int y = 0; y < raw.height(); y++) {
            int row = y * width;
            int first = 0;
            while (first < width && ink[row + first] < enough) first++;
            if (first == width) continue;
            int last = width - 1;
            while (ink[row + last] < enough) last--;
            left = Math.min(left, first);
            right = Math.max(right, last);
            top = Math.min(top, y);
            bottom = y;
        }
        int w = right - left + 1;
        int h = bottom - top + 1;
        float[] cut = new float[w * h];
        for (int y = 0; y < h; y++) System.arraycopy(ink, (top + y) * width + left, cut, y * w, w);
        return Optional.of(new Raster(w, h, cut));
    }

    /**
     * Scales the cropped digit so that its longer side is 20 pixels; the shorter side lies in the middle of the box.
     *
     * @return 20×20
     */
    public static Raster box(Raster crop) {
        return fit(crop, BOX);
    }

    /**
     * Scales a picture so that its longer side has this many pixels, by the average over the area that each new pixel covers; the shorter side
     * lies in the middle, with paper on either side.
     *
     * @return {@code side}×{@code side}
     */
    public static Raster fit(Raster picture, int side) {
        int w = picture.width();
        int h = picture.height();
        double step = Math.max(w, h) / (double) side;
        float[] across = new float[side * h];
        average(picture.pixels(), w, h, 1, w, step, across, side, 1, side);
        float[] both = new float[side * side];
        average(across, h, side, side, 1, step, both, side, side, 1);
        return new Raster(side, side, both);
    }

    /**
     * Averages along one axis: each new pixel covers {@code step} old ones.
     *
     * @param length how many old pixels a line has
     * @param lines how many lines there are
     * @param next from an old pixel to the next on its line
     * @param nextLine from a line of old pixels to the next
     * @param side how many new pixels a line has
     */
    private static void average(
            float[] from,
            int length,
            int lines,
            int next,
            int nextLine,
            double step,
            float[] to,
            int side,
            int toNext,
            int toLine) {
        double start = (length - side * step) / 2;
        float share = (float) (1 / step);
        for (int i = 0; i < side; i++) {
            double a = Math.max(0, start + i * step);
            double b = Math.min(length, start + (i + 1) * step);
            if (b <= a) continue;
            int last = Math.min(length - 1, (int) b);
            for (int k = (int) a; k <= last; k++) {
                float weight = share * (float) (Math.min(b, k + 1) - Math.max(a, k));
                if (weight <= 0) continue;
                for (int line = 0; line < lines; line++)
                    to[i * toNext + line * toLine] += weight * from[k * next + line * nextLine];
            }
        }
    }

    /**
     * Lays the box on the 28×28 field, moved by whole pixels so that its centre of mass is within half a pixel of pixel (14, 14); no further
     * than the ink stays on the field.
     *
     * @param box 20×20, not blank
     * @return 28×28
     */
    public static Raster centre(Raster box) {
        float[] ink = box.pixels();
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        int left = BOX;
        int right = -1;
        int top = BOX;
        int bottom = -1;
        for (int y = 0; y < BOX; y++)
            for (int x = 0; x < BOX; x++) {
                float pixel = ink[y * BOX + x];
                if (pixel <= 0) continue;
                mass += pixel;
                sumX += pixel * x;
                sumY += pixel * y;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = y;
            }
        int middle = FIELD / 2;
        return place(box, shift(middle - sumX / mass, left, right), shift(middle - sumY / mass, top, bottom));
    }

    /** Of two places equally good, as every symmetrical digit has them, rounding errors must not choose. */
    private static final double TIE = 1e-3;

    private static int shift(double exact, int first, int last) {
        int whole = (int) Math.floor(exact + 0.5 + TIE);
        return Math.max(-first, Math.min(FIELD - 1 - last, whole));
    }

    /**
     * Lays the box on the middle of the 28×28 field, whatever its centre of mass: what happens without centring.
     *
     * @param box 20×20
     * @return 28×28
     */
    public static Raster middle(Raster box) {
        return place(box, (FIELD - BOX) / 2, (FIELD - BOX) / 2);
    }

    private static Raster place(Raster box, int right, int down) {
        float[] field = new float[FIELD * FIELD];
        for (int y = Math.max(0, -down); y < Math.min(BOX, FIELD - down); y++)
            for (int x = Math.max(0, -right); x < Math.min(BOX, FIELD - right); x++)
                field[(y + down) * FIELD + x + right] = box.ink(x, y);
        return new Raster(FIELD, FIELD, field);
    }
}
