package inklab.ui.widget;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Device pixels in which pictures are laid out and then shown as one image. Two buffers take turns, so that the one being drawn is never
 * the one the screen still reads.
 */
final class InkCanvas {
    private final int width;
    private final int height;
    private final int[][] pixels = new int[2][];
    private final PixelBuffer<?>[] buffers = new PixelBuffer<?>[2];
    private final WritableImage[] images = new WritableImage[2];
    private int now;
    private Resampler resampler = new Resampler(1, 1, 1, 1, true);
    private boolean resamplerSmooth = true;
    private int[] plane = new int[0];
    private final int[] inks = new int[256];
    private Color inkOf = Color.TRANSPARENT;
    private final int[] signed = new int[256];
    private Color signedAbove = Color.TRANSPARENT;
    private Color signedBelow = Color.TRANSPARENT;

    InkCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        for (int i = 0; i < 2; i++) {
            pixels[i] = new int[width * height];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels[i]), PixelFormat.getIntArgbPreInstance());
            buffers[i] = buffer;
            images[i] = new WritableImage(buffer);
        }
    }

    boolean fits(int width, int height) {
        return this.width == width && this.height == height;
    }

    /** Turns to the other buffer and clears it. */
    void begin() {
        now = 1 - now;
        Arrays.fill(pixels[now], 0);
    }

    /** Publishes what was drawn since {@link #begin}. */
    Image end() {
        buffers[now].updateBuffer(buffer -> new Rectangle2D(0, 0, width, height));
        return images[now];
    }

    /**
     * Puts a picture into a box, its aspect kept, in the middle.
     *
     * @param ink the colour of ink, whose opacity is the pixel; pictures in colour do without
     * @param strength a further opacity, 0 to 1
     */
    void draw(
            Picture picture,
            double x,
            double y,
            double boxWidth,
            double boxHeight,
            Color ink,
            double strength,
            boolean smooth) {
        double scale = Math.min(boxWidth / picture.width(), boxHeight / picture.height());
        int w = Math.max(1, (int) Math.round(picture.width() * scale));
        int h = Math.max(1, (int) Math.round(picture.height() * scale));
        int left = (int) Math.round(x + (boxWidth - w) / 2);
        int top = (int) Math.round(y + (boxHeight - h) / 2);
        prepare(picture.height(), picture.width(), h, w, smooth);
        if (picture.channels() == 1) {
            colour(ink, strength);
            resampler.scale(picture.pixels(), 0, plane);
            place(left, top, w, h, width, inks);
        } else {
            for (int c = 0; c < 3; c++) {
                resampler.scale(picture.pixels(), c * picture.height() * picture.width(), plane);
                place(left, top, w, h, 16 - 8 * c);
            }
        }
    }

    /**
     * Puts a signed map into a box, stretched to fill it.
     *
     * @param limit the absolute value that is drawn in full colour
     * @param right device pixels from here on stay as they are
     */
    void draw(
            MapTile tile,
            double limit,
            double x,
            double y,
            double boxWidth,
            double boxHeight,
            double right,
            Color above,
            Color below,
            boolean smooth) {
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        int w = Math.max(1, (int) Math.round(x + boxWidth) - left);
        int h = Math.max(1, (int) Math.round(y + boxHeight) - top);
        signedColours(above, below);
        prepare(tile.height(), tile.width(), h, w, smooth);
        resampler.scale(tile.levels(limit), 0, plane);
        place(left, top, w, h, Math.min(width, (int) Math.round(right)), signed);
    }

    private void prepare(int fromHeight, int fromWidth, int h, int w, boolean smooth) {
        if (!resampler.fits(fromHeight, fromWidth, h, w) || resamplerSmooth != smooth) {
            resampler = new Resampler(fromHeight, fromWidth, h, w, smooth);
            resamplerSmooth = smooth;
        }
        if (plane.length < w * h) plane = new int[w * h];
    }

    private void place(int left, int top, int w, int h, int right, int[] colours) {
        int[] to = pixels[now];
        int last = Math.min(w, right - left);
        for (int y = Math.max(0, -top); y < h && top + y < height; y++) {
            int from = y * w;
            int row = (top + y) * width + left;
            for (int x = Math.max(0, -left); x < last; x++) {
                int colour = colours[plane[from + x]];
                if (colour != 0) to[row + x] = colour;
            }
        }
    }

    /** One channel of a picture in colour. */
    private void place(int left, int top, int w, int h, int shift) {
        int[] to = pixels[now];
        int last = Math.min(w, width - left);
        for (int y = Math.max(0, -top); y < h && top + y < height; y++) {
            int row = (top + y) * width + left;
            for (int x = Math.max(0, -left); x < last; x++) to[row + x] |= 0xFF000000 | plane[y * w + x] << shift;
        }
    }

    private void signedColours(Color above, Color below) {
        if (above.equals(signedAbove) && below.equals(signedBelow)) return;
        signedAbove = above;
        signedBelow = below;
        for (int v = 0; v < 256; v++) {
            double opacity = Math.pow(Math.min(1, Math.abs(v - 128) / 127.0), 0.8);
            signed[v] = premultiplied(v > 128 ? above : below, opacity);
        }
    }

    private void colour(Color ink, double strength) {
        Color seen = Color.color(ink.getRed(), ink.getGreen(), ink.getBlue(), ink.getOpacity() * strength);
        if (seen.equals(inkOf)) return;
        inkOf = seen;
        for (int v = 0; v < 256; v++) inks[v] = premultiplied(seen, v / 255.0);
    }

    /** ARGB with the colour already multiplied by its opacity. */
    static int premultiplied(Color colour, double opacity) {
        double alpha = colour.getOpacity() * opacity;
        return channel(alpha) << 24
                | channel(colour.getRed() * alpha) << 16
                | channel(colour.getGreen() * alpha) << 8
                | channel(colour.getBlue() * alpha);
    }

    private static int channel(double value) {
        return (int) Math.round(255 * value);
    }
}
