package inklab.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvePathTest {
    private static CurveData noise(int n, long seed) {
        Random random = new Random(seed);
        CurveData data = new CurveData();
        for (int i = 0; i < n; i++) data.add(i, random.nextGaussian());
        return data;
    }

    private static CurvePath path(CurveData data, double low, double high, int columns, int span) {
        CurvePath path = new CurvePath();
        path.update(data, low, high, columns, span);
        return path;
    }

    @Test
    void few_points_are_drawn_as_they_are() {
        CurveData data = CurveData.of(new double[] {0, 1, 3}, new double[] {5, 7, 6});
        CurvePath path = path(data, 0, 3, 100, 1);
        assertThat(path.size()).isEqualTo(3);
        assertThat(path.x(2)).isEqualTo(3);
        assertThat(path.y(1)).isEqualTo(7);
    }

    @Test
    void smoothing_is_the_weighted_mean_of_all_points_so_far() {
        CurveData data = noise(50, 1);
        CurvePath path = path(data, 0, 49, 400, 9);
        double beta = 1 - 2.0 / 10;
        for (int i = 0; i < 50; i++) {
            double weighted = 0;
            double weights = 0;
            for (int k = 0; k <= i; k++) {
                weighted += Math.pow(beta, i - k) * data.mean(k);
                weights += Math.pow(beta, i - k);
            }
            assertThat(path.y(i)).isCloseTo(weighted / weights, within(1e-9));
        }
    }

    @Test
    void smoothing_begins_at_the_first_value_and_not_at_zero() {
        CurvePath path = path(CurveData.of(new double[] {0, 1, 2}, new double[] {4, 4, 4}), 0, 2, 100, 64);
        assertThat(path.y(0)).isCloseTo(4, within(1e-9));
        assertThat(path.y(2)).isCloseTo(4, within(1e-9));
    }

    @Test
    void every_pixel_column_keeps_its_least_and_greatest_value() {
        int n = 100_000;
        int columns = 250;
        CurveData data = noise(n, 2);
        CurvePath path = path(data, 0, n, columns, 1);
        Random random = new Random(2);
        double[] least = new double[columns];
        double[] greatest = new double[columns];
        for (int i = 0; i < n; i++) {
            double y = (float) random.nextGaussian();
            int c = i * columns / n;
            least[c] = Math.min(least[c], y);
            greatest[c] = Math.max(greatest[c], y);
        }
        for (int c = 0; c < columns; c++) {
            assertThat(path.least(c)).isEqualTo(least[c]);
            assertThat(path.greatest(c)).isEqualTo(greatest[c]);
        }
        assertThat(path.size()).isEqualTo(columns);
    }

    @Test
    void appending_gives_the_same_curve_as_drawing_it_all_at_once() {
        CurveData growing = new CurveData();
        CurveData whole = new CurveData();
        CurvePath step = new CurvePath();
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            double y = random.nextGaussian();
            growing.add(i, y);
            whole.add(i, y);
            if (i % 37 == 0) step.update(growing, 0, 5000, 300, 20);
        }
        step.update(growing, 0, 5000, 300, 20);
        CurvePath once = path(whole, 0, 5000, 300, 20);
        assertThat(step.size()).isEqualTo(once.size());
        for (int i = 0; i < once.size(); i++) assertThat(step.y(i)).isCloseTo(once.y(i), within(1e-9));
    }

    @Test
    void a_million_points_take_bounded_room_and_keep_their_extremes() {
        CurveData data = new CurveData(1024);
        for (int i = 0; i < 1_000_000; i++) data.add(i, i == 777_777 ? 50 : i == 123_456 ? -9 : 1);
        assertThat(data.points()).isEqualTo(1_000_000);
        assertThat(data.complete()).isLessThanOrEqualTo(1024);
        CurvePath path = path(data, 0, 1e6, 200, 1);
        double most = 0;
        double least = 0;
        for (int c = 0; c < 200; c++) {
            if (!path.filled(c)) continue;
            most = Math.max(most, path.greatest(c));
            least = Math.min(least, path.least(c));
        }
        assertThat(most).isEqualTo(50);
        assertThat(least).isEqualTo(-9);
    }

    @Test
    void merging_keeps_the_mean_of_all_points() {
        CurveData data = new CurveData(64);
        double sum = 0;
        int n = 64 * 32;
        for (int i = 0; i < n; i++) {
            data.add(i, Math.sin(i));
            sum += Math.sin(i);
        }
        double mean = 0;
        for (int b = 0; b < data.complete(); b++) mean += data.mean(b) / data.complete();
        assertThat(mean).isCloseTo(sum / n, within(1e-4));
    }

    @Test
    void zooming_shows_a_stretch_and_lets_the_line_run_out_on_both_sides() {
        CurveData data = CurveData.of(new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, 3, 4, 5});
        CurvePath path = path(data, 1.5, 3.5, 100, 1);
        assertThat(path.x(0)).isEqualTo(1);
        assertThat(path.x(path.size() - 1)).isEqualTo(4);
        assertThat(path.near(2.2)).isEqualTo(3);
        assertThat(path.between(2.5)).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void what_is_not_a_number_is_left_out_and_going_back_is_refused() {
        CurveData data = new CurveData();
        data.add(1, 2);
        data.add(2, Double.NaN);
        assertThat(data.points()).isEqualTo(1);
        assertThatThrownBy(() -> data.add(0.5, 1)).hasMessageContaining("back");
    }

    @Test
    void outside_the_line_there_is_no_value() {
        CurvePath path = path(CurveData.of(new double[] {2, 3}, new double[] {1, 2}), 0, 10, 100, 1);
        assertThat(path.near(8)).isNaN();
        assertThat(path.between(1)).isNaN();
        assertThat(new CurvePath().near(1)).isNaN();
    }
}
