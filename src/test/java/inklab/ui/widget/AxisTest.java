package inklab.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void an_error_axis_of_a_decade_and_a_half_has_lines_at_one_two_and_five() {
        assertThat(new Axis(0.006, 0.22, true).ticks(5)).containsExactly(0.01, 0.02, 0.05, 0.1, 0.2);
    }

    @Test
    void a_loss_axis_of_two_decades_has_lines_at_one_and_three() {
        assertThat(new Axis(0.02, 2.4, true).ticks(5)).containsExactly(0.03, 0.1, 0.3, 1.0);
    }

    @Test
    void a_long_logarithmic_axis_has_a_line_a_decade_or_fewer() {
        assertThat(new Axis(1e-4, 1, true).ticks(5)).containsExactly(1e-4, 1e-3, 1e-2, 1e-1, 1.0);
        assertThat(new Axis(1e-9, 1, true).ticks(5)).hasSizeBetween(3, 5).contains(1.0);
    }

    @Test
    void a_short_logarithmic_axis_falls_back_on_even_steps() {
        assertThat(new Axis(0.041, 0.049, true).ticks(5)).containsExactly(0.042, 0.044, 0.046, 0.048);
    }

    @Test
    void a_linear_axis_has_round_steps() {
        assertThat(new Axis(0, 15, false).ticks(5)).containsExactly(0.0, 5.0, 10.0, 15.0);
        assertThat(new Axis(0, 2600, false).ticks(3)).containsExactly(0.0, 1000.0, 2000.0);
        assertThat(new Axis(-0.31, 0.29, false).ticks(5)).containsExactly(-0.2, 0.0, 0.2);
    }

    @Test
    void any_axis_has_two_to_five_lines_within_it_in_ascending_order() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            boolean log = random.nextBoolean();
            double low = (log ? 0 : random.nextGaussian()) + Math.exp(5 * random.nextGaussian());
            double high = low + Math.exp(5 * random.nextGaussian()) + Math.abs(low) * 1e-3;
            List<Double> ticks = new Axis(low, high, log).ticks(5);
            assertThat(ticks)
                    .as("from %s to %s", low, high)
                    .hasSizeBetween(1, 5)
                    .isSorted();
            assertThat(ticks).allSatisfy(tick -> assertThat(tick).isBetween(low - 1e-6 * high, high * (1 + 1e-6)));
        }
    }

    @Test
    void values_and_fractions_are_each_others_inverse() {
        for (Axis axis : List.of(new Axis(0.01, 10, true), new Axis(-3, 5, false)))
            for (double share : new double[] {0, 0.2, 0.5, 1})
                assertThat(axis.fraction(axis.value(share))).isCloseTo(share, within(1e-12));
        assertThat(new Axis(0.01, 100, true).value(0.5)).isCloseTo(1, within(1e-12));
    }

    @Test
    void an_axis_around_values_leaves_out_what_a_logarithm_cannot_show() {
        assertThat(Axis.around(0, 5, true).low()).isPositive();
        assertThat(Axis.around(-2, -1, true).low()).isPositive();
        assertThat(Axis.around(Double.NaN, Double.NaN, false)).isEqualTo(new Axis(0, 1, false));
    }

    @Test
    void a_linear_axis_begins_at_zero_unless_the_values_are_far_from_it() {
        assertThat(Axis.around(1, 5, false).low()).isZero();
        assertThat(Axis.around(95, 100, false).low()).isGreaterThan(90);
        assertThat(Axis.around(3, 3, false).low()).isZero();
    }

    @Test
    void an_axis_without_length_is_refused() {
        assertThatThrownBy(() -> new Axis(1, 1, false)).hasMessageContaining("axis");
        assertThatThrownBy(() -> new Axis(0, 1, true)).hasMessageContaining("axis");
    }
}
