package inklab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.Optimizer;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FinePartTest {
    private static TrainingSettings settings(Schedule schedule, Optimizer optimizer) {
        return new TrainingSettings(32, 10, 0, 0, optimizer, schedule, 0, 0, 1);
    }

    private static List<FinePart> of(TrainingSettings t) {
        List<FinePart> parts = new ArrayList<>();
        for (FinePart part : FinePart.values()) if (part.of(t).isPresent()) parts.add(part);
        return parts;
    }

    @Test
    void every_number_of_every_schedule_and_optimiser_can_be_set() {
        for (int s = 0; s < 6; s++)
            for (int o = 0; o < 5; o++) {
                TrainingSettings t = settings(Schedules.ofKind(s, 0.1, 9), Schedules.optimizer(o));
                // Beside the rate, which has a field of its own.
                int numbers = t.schedule().getClass().getRecordComponents().length
                        - 1
                        + t.optimizer().getClass().getRecordComponents().length;
                assertThat(of(t)).hasSize(numbers);
            }
    }

    @Test
    void another_value_changes_that_number_alone() {
        for (int s = 0; s < 6; s++)
            for (int o = 0; o < 5; o++) {
                TrainingSettings t = settings(Schedules.ofKind(s, 0.1, 9), Schedules.optimizer(o));
                for (FinePart part : of(t)) {
                    double value = part.isWhole() ? 7 : 0.0625;
                    TrainingSettings next = part.in(t, value);
                    for (FinePart any : FinePart.values())
                        assertThat(any.of(next)).isEqualTo(any == part ? OptionalDouble.of(value) : any.of(t));
                    assertThat(part.in(next, part.of(t).getAsDouble())).isEqualTo(t);
                }
            }
    }
}
