package inklab.train;

import java.util.List;

/**
 * A run's errors after each epoch, 0 to 1; NaN where there is nothing to measure them on.
 *
 * @param validation that of the first epoch first
 * @param test likewise; for people to see
 */
public record EpochErrors(List<Double> validation, List<Double> test) {
    static final EpochErrors NONE = new EpochErrors(List.of(), List.of());

    public EpochErrors {
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }
}
