package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestEpochTest {
    private static List<EpochMetrics> epochs(double... validationErrors) {
        List<EpochMetrics> epochs = new ArrayList<>();
        for (double error : validationErrors)
            epochs.add(new EpochMetrics(epochs.size() + 1, 0, 0, 0, 0, error, 0, 0, 0, 0, 0, List.of()));
        return epochs;
    }

    private static int best(double... validationErrors) {
        return EpochMetrics.best(epochs(validationErrors)).orElseThrow().epoch();
    }

    @Test
    void the_first_of_the_lowest_is_the_best_and_the_last_where_nothing_was_validated() {
        assertThat(best(0.3, 0.1, 0.2, 0.1)).isEqualTo(2);
        assertThat(best(Double.NaN, Double.NaN, Double.NaN)).isEqualTo(3);
        assertThat(EpochMetrics.best(List.of())).isEmpty();
    }
}
