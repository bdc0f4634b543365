package inklab.ui.inspect;

import inklab.recipe.Recipe;
import inklab.train.EpochMetrics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The net that is looked at, with the epochs at which it can be.
 *
 * @param epochs whose weights are there, ascending; 0 is the untrained net. One epoch, 0, for a net that comes with Inklab
 * @param best the epoch with the lowest validation error among them; 0 before there is one
 * @param measured every whole epoch's errors, whether its weights are there or not
 * @param training whether new epochs may come
 * @param pages where its weights lie
 */
record Subject(
        Choice choice,
        Recipe recipe,
        List<Integer> epochs,
        int best,
        List<EpochMetrics> measured,
        boolean training,
        Shelf.Pages pages) {
    Subject {
        epochs = List.copyOf(epochs);
        measured = List.copyOf(measured);
    }

    boolean isEmpty() {
        return epochs.isEmpty();
    }

    boolean isBuiltIn() {
        return choice.run().isEmpty();
    }

    int last() {
        return epochs.get(epochs.size() - 1);
    }

    /** The epoch that can be looked at and lies nearest to this one. */
    int nearest(int epoch) {
        int best = epochs.get(0);
        for (int one : epochs) if (Math.abs(one - epoch) < Math.abs(best - epoch)) best = one;
        return best;
    }

    /** How many of the trained epochs can be looked at. */
    int kept() {
        return (int) epochs.stream().filter(epoch -> epoch > 0).count();
    }

    /** The validation error after an epoch, 0 to 1; empty where it was not measured. */
    OptionalDouble validationError(int epoch) {
        return measured.stream()
                .filter(one -> one.epoch() == epoch && Double.isFinite(one.validationError()))
                .mapToDouble(EpochMetrics::validationError)
                .findFirst();
    }
}
