package inklab.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import inklab.engine.LayerStats;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a training is, beside its weights: all that the loop must know to go on as if it had not been interrupted. The shape of {@code
 * state.json}.
 *
 * @param epochs whole epochs done, scored and all
 * @param step steps done of the epoch after them
 * @param stepsPerEpoch how many steps an epoch has
 * @param data a fingerprint of the training and validation images
 * @param validationErrors after each epoch; NaN without validation images
 * @param testErrors after each epoch, for people to see
 * @param tally of the epoch that has begun
 * @param clock how long it took
 */
record RunState(
        @JsonProperty("epochs") int epochs,
        @JsonProperty("step") int step,
        @JsonProperty("steps_per_epoch") int stepsPerEpoch,
        @JsonProperty("data") String data,
        @JsonProperty("validation_errors") List<Double> validationErrors,
        @JsonProperty("test_errors") List<Double> testErrors,
        @JsonProperty("tally") Tally tally,
        @JsonProperty("clock") Clock clock) {

    /**
     * The sums of an epoch that has begun.
     *
     * @param images how many training images went by
     * @param loss their summed cross-entropy
     * @param errors how many of them were misread
     * @param seconds of training
     * @param observed how many steps' layers were looked at
     * @param layers the sum over these steps of each of a layer's numbers
     */
    record Tally(
            @JsonProperty("images") long images,
            @JsonProperty("loss") double loss,
            @JsonProperty("errors") long errors,
            @JsonProperty("seconds") double seconds,
            @JsonProperty("observed") int observed,
            @JsonProperty("layers") List<LayerStats> layers) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0, List.of());
    }

    /**
     * Time spent.
     *
     * @param seconds in all, without pauses and breaks
     * @param trainingSeconds in training steps alone
     * @param images training images in that time
     */
    record Clock(
            @JsonProperty("seconds") double seconds,
            @JsonProperty("training_seconds") double trainingSeconds,
            @JsonProperty("images") long images) {
        double imagesPerSecond() {
            return trainingSeconds > 0 ? images / trainingSeconds : 0;
        }
    }

    RunState {
        validationErrors = List.copyOf(validationErrors);
        testErrors = List.copyOf(testErrors);
    }

    static RunState start(int stepsPerEpoch, String data) {
        return new RunState(0, 0, stepsPerEpoch, data, List.of(), List.of(), Tally.NONE, new Clock(0, 0, 0));
    }

    /** Weights that were trained elsewhere, with nothing done here yet. */
    static RunState given() {
        return start(0, "");
    }

    boolean isGiven() {
        return data.isEmpty();
    }

    /** The number, from 0, of the next step in the whole training. */
    long steps() {
        return (long) epochs * stepsPerEpoch + step;
    }

    /**
     * The epoch with the lowest validation error, from 1, the first of equals; the last epoch when none has one; 0 when none is done.
     */
    int bestEpoch() {
        int best = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double error = validationErrors.get(epoch - 1);
            if (best == 0 || Double.isNaN(error) || error < validationErrors.get(best - 1)) best = epoch;
        }
        return best;
    }

    double bestValidationError() {
        return bestEpoch() == 0 ? Double.NaN : validationErrors.get(bestEpoch() - 1);
    }

    double bestTestError() {
        return bestEpoch() == 0 ? Double.NaN : testErrors.get(bestEpoch() - 1);
    }

    double lastTestError() {
        return epochs == 0 ? Double.NaN : testErrors.get(epochs - 1);
    }

    RunState during(int step, Tally tally, Clock clock) {
        return new RunState(epochs, step, stepsPerEpoch, data, validationErrors, testErrors, tally, clock);
    }

    /** After the epoch's scoring: the next epoch begins. */
    RunState scored(double validationError, double testError, Clock clock) {
        List<Double> validation = new ArrayList<>(validationErrors);
        validation.add(validationError);
        List<Double> test = new ArrayList<>(testErrors);
        test.add(testError);
        return new RunState(epochs + 1, 0, stepsPerEpoch, data, validation, test, Tally.NONE, clock);
    }
}
