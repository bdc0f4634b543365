package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaAverageTest {
    @Test
    void theSameSizeIsTheSamePicture() {
        byte[] plane = TestFiles.counting(12);
        assertThat(AreaAverage.resize(plane, 3, 4, 3, 4)).isEqualTo(plane).isNotSameAs(plane);
    }

    @Test
    void halvingTakesTheMeanOfFourPixels() {
        byte[] plane = bytes(10, 20, 100, 100, 30, 40, 100, 104, 0, 0, 255, 255, 0, 1, 255, 255);
        assertThat(AreaAverage.resize(plane, 4, 4, 2, 2)).containsExactly(bytes(25, 101, 0, 255));
    }

    @Test
    void aPixelOnAnEdgeCountsByItsShare() {
        // 3 → 2: each new pixel is one and a half old ones wide, so the middle one counts a third of each.
        assertThat(AreaAverage.resize(bytes(30, 90, 180), 1, 3, 1, 2)).containsExactly(bytes(50, 150));
    }

    @Test
    void growingInterpolatesBetweenPixelsAndKeepsTheEnds() {
        // The new centres lie a quarter of a pixel beside the old ones.
        assertThat(AreaAverage.resize(bytes(0, 100), 1, 2, 1, 4)).containsExactly(bytes(0, 25, 75, 100));
    }

    @Test
    void theMeanOfThePictureStays() {
        byte[] plane = new byte[97 * 113];
        new Random(3).nextBytes(plane);
        byte[] small = AreaAverage.resize(plane, 97, 113, 28, 31);
        assertThat(mean(small)).isCloseTo(mean(plane), org.assertj.core.api.Assertions.within(0.1));
    }

    private static double mean(byte[] plane) {
        double sum = 0;
        for (byte b : plane) sum += b & 0xFF;
        return sum / plane.length;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
