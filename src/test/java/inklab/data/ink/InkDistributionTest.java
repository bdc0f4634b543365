package inklab.data.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.data.ImageSet;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ink beside what was measured on MNIST's first 20,000 training images. */
class InkDistributionTest {
    private static final int N = 4000;
    private static ImageSet ink;

    @BeforeAll
    static void generate() throws IOException {
        ink = InkDigits.open().generate(1, 0, N);
    }

    private static double mass(byte[] image) {
        double mass = 0;
        for (byte pixel : image) mass += (pixel & 0xFF) / 255.0;
        return mass;
    }

    @Test
    void theInkOfEachDigitWeighsWhatMnistsDoes() {
        double[] mnist = {137.5, 61.4, 116.6, 112.1, 96.1, 99.8, 108.3, 91.2, 117.8, 97.4};
        double[] sum = new double[10];
        int[] count = new int[10];
        for (int i = 0; i < N; i++) {
            sum[ink.label(i)] += mass(ink.image(i));
            count[ink.label(i)]++;
        }
        for (int digit = 0; digit < 10; digit++)
            assertThat(sum[digit] / count[digit])
                    .as("mean ink of a " + digit)
                    .isCloseTo(mnist[digit], within(0.12 * mnist[digit]));
    }

    @Test
    void theWeightOfTheInkVariesAsMnistsDoes() {
        double[] mass = new double[N];
        for (int i = 0; i < N; i++) mass[i] = mass(ink.image(i));
        double mean = Arrays.stream(mass).average().orElseThrow();
        double variance =
                Arrays.stream(mass).map(m -> (m - mean) * (m - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(103.2, within(8.0));
        assertThat(Math.sqrt(variance)).isCloseTo(34.3, within(4.0));
    }

    @Test
    void theLongerSideOfNearlyEveryDigitIsTwentyPixels() {
        int twenty = 0;
        for (int i = 0; i < N; i++) {
            byte[] image = ink.image(i);
            int left = 28;
            int right = -1;
            int top = 28;
            int bottom = -1;
            for (int p = 0; p < image.length; p++) {
                if (image[p] == 0) continue;
                left = Math.min(left, p % 28);
                right = Math.max(right, p % 28);
                top = Math.min(top, p / 28);
                bottom = Math.max(bottom, p / 28);
            }
            int side = Math.max(right - left, bottom - top) + 1;
            assertThat(side).isBetween(18, 20);
            if (side == 20) twenty++;
        }
        assertThat(twenty).isGreaterThan(N * 99 / 100);
    }

    @Test
    void onesLeanToTheRightOnAverageAndSometimesToTheLeft() {
        double sum = 0;
        int left = 0;
        int ones = 0;
        for (int i = 0; i < N; i++) {
            if (ink.label(i) != 1) continue;
            byte[] image = ink.image(i);
            double mass = mass(image) * 255;
            double cx = 0;
            double cy = 0;
            for (int p = 0; p < image.length; p++) {
                cx += (image[p] & 0xFF) * (p % 28) / mass;
                cy += (image[p] & 0xFF) * (p / 28) / mass;
            }
            double xy = 0;
            double yy = 0;
            for (int p = 0; p < image.length; p++) {
                int row = p / 28;
                double dy = row - cy;
                xy += (image[p] & 0xFF) * (p % 28 - cx) * dy;
                yy += (image[p] & 0xFF) * dy * dy;
            }
            double slant = -xy / yy;
            sum += slant;
            if (slant < 0) left++;
            ones++;
        }
        assertThat(sum / ones).isCloseTo(0.25, within(0.1));
        assertThat(left).isBetween(ones / 12, ones / 3);
    }

    @Test
    void theImageNearestToADigitsMeanIsMostOftenThatDigit() {
        // A coarse check that every file draws its own digit: the nearest class mean is right for about four of five
        // MNIST digits too.
        double[][] mean = new double[10][784];
        for (int i = 0; i < N / 2; i++) {
            byte[] image = ink.image(i);
            for (int p = 0; p < 784; p++) mean[ink.label(i)][p] += (image[p] & 0xFF) / (N / 20.0);
        }
        int right = 0;
        for (int i = N / 2; i < N; i++) {
            byte[] image = ink.image(i);
            int best = 0;
            double nearest = Double.MAX_VALUE;
            for (int digit = 0; digit < 10; digit++) {
                double distance = 0;
                for (int p = 0; p < 784; p++) {
                    double d = (image[p] & 0xFF) - mean[digit][p];
                    distance += d * d;
                }
                if (distance < nearest) {
                    nearest = distance;
                    best = digit;
                }
            }
            if (best == ink.label(i)) right++;
        }
        assertThat(right / (N / 2.0)).isBetween(0.7, 0.95);
    }
}
