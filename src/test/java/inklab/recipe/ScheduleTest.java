package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static List<Double> rates(Schedule schedule, int epochs) {
        return IntStream.range(0, epochs)
                .mapToObj(epoch -> schedule.rateAt(epoch, epochs, List.of()))
                .toList();
    }

    private static void assertRates(Schedule schedule, double... expected) {
        List<Double> rates = rates(schedule, expected.length);
        for (int i = 0; i < expected.length; i++) assertThat(rates.get(i)).isCloseTo(expected[i], within(1e-12));
    }

    @Test
    void each_schedule_follows_its_formula() {
        assertRates(new Schedule.Constant(0.1), 0.1, 0.1, 0.1);
        assertRates(new Schedule.Exponential(0.8, 0.5, 0.15), 0.8, 0.4, 0.2, 0.15, 0.15);
        assertRates(new Schedule.StepDown(1, 0.1, 2), 1, 1, 0.1, 0.1, 0.01);
        assertRates(new Schedule.Linear(1, 0), 1, 0.75, 0.5, 0.25);
        double root = Math.sqrt(0.5);
        assertRates(new Schedule.Cosine(1, 0), 1, (1 + root) / 2, 0.5, (1 - root) / 2);
        assertRates(new Schedule.Cosine(3, 1), 3, 2 + root, 2, 2 - root);
    }

    @Test
    void the_published_rate_of_the_multi_column_nets_is_reached_after_800_epochs() {
        assertThat(new Schedule.Exponential(0.2, 0.993, 0).rateAt(799, 800, List.of()))
                .isCloseTo(0.2 * Math.exp(799 * Math.log(0.993)), within(1e-12));
    }

    @Test
    void a_single_epoch_has_the_first_rate_and_epochs_beyond_the_last_have_the_rate_at_the_end() {
        for (Schedule schedule : List.of(new Schedule.Linear(1, 0), new Schedule.Cosine(1, 0))) {
            assertThat(schedule.rateAt(0, 1, List.of())).isEqualTo(1);
            assertThat(schedule.rateAt(50, 10, List.of())).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void a_plateau_is_left_by_a_smaller_rate_down_to_the_floor() {
        Schedule schedule = new Schedule.Plateau(1, 0.5, 2, 0.2);
        double[] errors = {9, 8, 8, 8, 7, 7, 7, 7, 7, 7, 7};
        double[] expected = {1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2, 0.2};
        List<Double> history = new ArrayList<>();
        for (int epoch = 0; epoch < expected.length; epoch++) {
            assertThat(schedule.rateAt(epoch, 100, history))
                    .as("epoch %d", epoch)
                    .isEqualTo(expected[epoch]);
            if (epoch < errors.length) history.add(errors[epoch]);
        }
    }

    @Test
    void a_plateau_looks_at_no_epoch_after_its_own() {
        Schedule schedule = new Schedule.Plateau(1, 0.5, 1, 0);
        assertThat(schedule.rateAt(1, 9, List.of(1.0, 2.0, 3.0, 4.0))).isEqualTo(1);
    }
}
