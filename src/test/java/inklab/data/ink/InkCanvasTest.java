package inklab.data.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkCanvasTest {
    @ParameterizedTest
    @CsvSource({"0, 30, 5", "17, 30, 5", "45, 25, 3", "63, 20, 1.2", "90, 30, 8", "128, 1, 6", "200, 0, 7"})
    void aCapsuleHasTheAreaOfItsRectangleAndItsTwoHalfDiscs(double degrees, double length, double radius) {
        double angle = Math.toRadians(degrees);
        InkCanvas canvas = new InkCanvas(80, 80);
        double x = 40.3;
        double y = 39.8;
        double dx = length / 2 * Math.cos(angle);
        double dy = length / 2 * Math.sin(angle);
        canvas.line(x - dx, y - dy, radius, x + dx, y + dy, radius);
        double area = Math.PI * radius * radius + 2 * radius * length;
        double edge = 2 * Math.PI * radius + 2 * length;
        assertThat(canvas.toRaster().mass()).isCloseTo(area, within(0.05 * edge));
    }

    @Test
    void aTaperedLineHasTheAreaOfItsTrapeziumAndItsHalfDiscs() {
        InkCanvas canvas = new InkCanvas(80, 40);
        canvas.line(10, 20, 8, 70, 20, 3);
        double area = 60 * (8 + 3) + Math.PI / 2 * (8 * 8 + 3 * 3);
        assertThat(canvas.toRaster().mass()).isCloseTo(area, within(0.02 * area));
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.25", "0.5", "0.75", "2.3"})
    void anUprightLineCoversExactlyItsWidth(double radius) {
        InkCanvas canvas = new InkCanvas(40, 40);
        canvas.line(20.2, -20, radius, 20.2, 60, radius);
        Raster raster = canvas.toRaster();
        for (int x = 0; x < 40; x++) {
            double covered = Math.max(0, Math.min(x + 1, 20.2 + radius) - Math.max(x, 20.2 - radius));
            // Only the pixel that the line's middle runs through, off its own middle, may differ for lines thinner than
            // a pixel.
            if (radius >= 0.75) assertThat((double) raster.ink(x, 17)).isCloseTo(covered, within(1e-5));
        }
        double width = 0;
        for (int x = 0; x < 40; x++) width += raster.ink(x, 17);
        assertThat(width).isCloseTo(2 * radius, within(1e-4));
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() {
        InkCanvas one = new InkCanvas(50, 50);
        one.line(5, 5, 2, 40, 30, 4);
        one.line(40, 30, 4, 10, 45, 1);
        InkCanvas other = new InkCanvas(50, 50);
        other.line(40, 30, 4, 10, 45, 1);
        other.line(5, 5, 2, 40, 30, 4);
        assertThat(one.toRaster().toBytes()).isEqualTo(other.toRaster().toBytes());
    }

    @Test
    void inkOutsideTheCanvasIsCutOff() {
        InkCanvas canvas = new InkCanvas(10, 10);
        canvas.line(-100, -100, 5, -50, 200, 5);
        canvas.line(1e12, 5, 3, 1e13, 5, 3);
        assertThat(canvas.toRaster().mass()).isZero();
        canvas.line(-30, 5, 100, 40, 5, 100);
        assertThat(canvas.toRaster().mass()).isEqualTo(100);
    }
}
