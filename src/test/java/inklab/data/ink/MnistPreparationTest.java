package inklab.data.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MnistPreparationTest {
    private static final int BOX = 20;

    /** A few random lines on a page of random size. */
    private static Raster scribble(Random random) {
        int width = 30 + random.nextInt(120);
        int height = 30 + random.nextInt(120);
        InkCanvas canvas = new InkCanvas(width, height);
        for (int i = 0; i < 1 + random.nextInt(4); i++)
            canvas.line(
                    random.nextDouble() * width,
                    random.nextDouble() * height,
                    1 + 5 * random.nextDouble(),
                    random.nextDouble() * width,
                    random.nextDouble() * height,
                    1 + 5 * random.nextDouble());
        return canvas.toRaster();
    }

    @Test
    void blankPaperHasNothingToCrop() {
        assertThat(MnistPreparation.crop(new Raster(9, 7, new float[63]))).isEmpty();
    }

    @Test
    void theCropHoldsAllDarkPixelsAndEndsAtOnesOnAllFourSides() {
        Random random = new Random(1);
        for (int n = 0; n < 100; n++) {
            Raster raw = scribble(random);
            int left = 999;
            int right = -1;
            int top = 999;
            int bottom = -1;
            float darkest = 0;
            for (int y = 0; y < raw.height(); y++)
                for (int x = 0; x < raw.width(); x++) darkest = Math.max(darkest, raw.ink(x, y));
            for (int y = 0; y < raw.height(); y++)
                for (int x = 0; x < raw.width(); x++)
                    if (raw.ink(x, y) >= darkest / 2) {
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y);
                    }
            Raster crop = MnistPreparation.crop(raw).orElseThrow();
            assertThat(crop.width()).isEqualTo(right - left + 1);
            assertThat(crop.height()).isEqualTo(bottom - top + 1);
            for (int y = 0; y < crop.height(); y++)
                for (int x = 0; x < crop.width(); x++)
                    assertThat(crop.ink(x, y)).isEqualTo(raw.ink(x + left, y + top));
        }
    }

    @Test
    void theBoxIsTheAreaAverageComputedPixelByPixel() {
        Random random = new Random(2);
        for (int n = 0; n < 60; n++) {
            Raster crop = MnistPreparation.crop(scribble(random)).orElseThrow();
            Raster box = MnistPreparation.box(crop);
            double step = Math.max(crop.width(), crop.height()) / 20.0;
            double left = crop.width() / 2.0 - 10 * step;
            double top = crop.height() / 2.0 - 10 * step;
            for (int y = 0; y < BOX; y++)
                for (int x = 0; x < BOX; x++) {
                    double sum = 0;
                    for (int v = 0; v < crop.height(); v++)
                        for (int u = 0; u < crop.width(); u++)
                            sum += crop.ink(u, v)
                                    * overlap(u, left + x * step, left + (x + 1) * step)
                                    * overlap(v, top + y * step, top + (y + 1) * step);
                    assertThat((double) box.ink(x, y)).isCloseTo(sum / (step * step), within(1e-4));
                }
        }
    }

    private static double overlap(int pixel, double from, double to) {
        return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
    }

    @Test
    void theLongerSideOfTheInkIsTwentyPixels() {
        Random random = new Random(3);
        for (int n = 0; n < 100; n++) {
            Raster crop = MnistPreparation.crop(scribble(random)).orElseThrow();
            Raster box = MnistPreparation.box(crop);
            boolean tall = crop.height() >= crop.width();
            for (int end : new int[] {0, BOX - 1}) {
                double ink = 0;
                for (int i = 0; i < BOX; i++) ink += tall ? box.ink(i, end) : box.ink(end, i);
                assertThat(ink).isPositive();
            }
        }
    }

    @Test
    void scalingKeepsTheShareOfInk() {
        Random random = new Random(4);
        for (int n = 0; n < 50; n++) {
            Raster crop = MnistPreparation.crop(scribble(random)).orElseThrow();
            double step = Math.max(crop.width(), crop.height()) / 20.0;
            double mass = MnistPreparation.box(crop).mass() * step * step;
            assertThat(mass).isCloseTo(crop.mass(), within(crop.mass() * 1e-4));
        }
    }

    @Test
    void theCentreOfMassComesWithinHalfAPixelOfPixelFourteenFourteen() {
        Random random = new Random(5);
        int centred = 0;
        for (int n = 0; n < 300; n++) {
            Raster box =
                    MnistPreparation.box(MnistPreparation.crop(scribble(random)).orElseThrow());
            Raster field = MnistPreparation.centre(box);
            assertThat(field.mass()).as("no ink is lost").isCloseTo(box.mass(), within(1e-3));
            double sumX = 0;
            double sumY = 0;
            int first = 28;
            int last = 0;
            for (int y = 0; y < 28; y++)
                for (int x = 0; x < 28; x++)
                    if (field.ink(x, y) > 0) {
                        sumX += field.ink(x, y) * x;
                        sumY += field.ink(x, y) * y;
                        first = Math.min(first, Math.min(x, y));
                        last = Math.max(last, Math.max(x, y));
                    }
            // Ink that has reached the field's edge is not pushed over it.
            if (first == 0 || last == 27) continue;
            centred++;
            assertThat(sumX / field.mass()).isCloseTo(14, within(0.502));
            assertThat(sumY / field.mass()).isCloseTo(14, within(0.502));
        }
        assertThat(centred).isGreaterThan(250);
    }

    @Test
    void inkIsNotPushedOverTheFieldsEdge() {
        float[] ink = new float[BOX * BOX];
        for (int x = 0; x < BOX; x++) ink[x] = 1;
        ink[(BOX - 1) * BOX] = 0.5f;
        Raster field = MnistPreparation.centre(new Raster(BOX, BOX, ink));
        assertThat(field.mass()).isEqualTo(20.5);
        assertThat(field.ink(field(field), 27)).isEqualTo(0.5f);
    }

    /** The column of the ink in the last row. */
    private static int field(Raster field) {
        for (int x = 0; x < field.width(); x++) if (field.ink(x, field.height() - 1) > 0) return x;
        return 0;
    }

    @Test
    void withoutCentringTheBoxLiesInTheMiddle() {
        float[] ink = new float[BOX * BOX];
        ink[0] = 1;
        ink[BOX * BOX - 1] = 0.5f;
        Raster field = MnistPreparation.middle(new Raster(BOX, BOX, ink));
        assertThat(field.ink(4, 4)).isEqualTo(1);
        assertThat(field.ink(23, 23)).isEqualTo(0.5f);
    }
}
