package inklab.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import inklab.net.Problem;

/**
 * How a training ended; also the shape of {@code result.json}. Errors are shares from 0 to 1, NaN (null in the file) where there is nothing
 * to measure them on.
 *
 * @param run the run folder's name
 * @param epochs how many whole epochs were trained
 * @param bestEpoch the epoch, from 1, with the lowest validation error, the first of equals; without validation images the last; 0 when
 *     there was none
 * @param validationError at the best epoch
 * @param testError at the best epoch
 * @param lastTestError after the last epoch
 * @param imagesPerSecond training images a second, scoring and saving not counted
 * @param wallSeconds the whole training, pauses and breaks not counted
 * @param weightsSha256 of the last weights, as the file {@code weights.safetensors} has them
 * @param ending why it ended
 * @param problem what was wrong, when it ended by that; else null
 */
public record Result(
        @JsonProperty("run") String run,
        @JsonProperty("epochs") int epochs,
        @JsonProperty("best_epoch") int bestEpoch,
        @JsonProperty("validation_error") double validationError,
        @JsonProperty("test_error") double testError,
        @JsonProperty("last_test_error") double lastTestError,
        @JsonProperty("images_per_s") double imagesPerSecond,
        @JsonProperty("wall_s") double wallSeconds,
        @JsonProperty("weights_sha256") String weightsSha256,
        @JsonProperty("ending") Ending ending,

        @JsonProperty("problem") Problem problem) {
    /** Why a training ended. */
    public enum Ending {
        /** All epochs were trained. */
        @JsonProperty("epochs")
        EPOCHS,
        /** The validation error had not improved for the recipe's patience. */
        @JsonProperty("patience")
        PATIENCE,
        /** The recipe's time was over. */
        @JsonProperty("minutes")
        MINUTES,
        /** Loss or activations were no longer finite: see the problem. */
        @JsonProperty("diverged")
        DIVERGED,
        /** Told to stop; the last step is saved, and the training can be taken up there. */
        @JsonProperty("stopped")
        STOPPED,
        /** Told to leave off; what was trained since the last checkpoint is lost. */
        @JsonProperty("cancelled")
        CANCELLED,
        /** The recipe cannot be trained: see the problem. */
        @JsonProperty("refused")
        REFUSED;

        /** Whether there is nothing left to train: the ending is written into the run folder. */
        public boolean isFinal() {
            return switch (this) {
                case EPOCHS, PATIENCE, MINUTES, DIVERGED -> true;
                case STOPPED, CANCELLED, REFUSED -> false;
            };
        }

        /** The phase that a training is in after it. */
        RunProgress.Phase phase() {
            return switch (this) {
                case EPOCHS, PATIENCE, MINUTES -> RunProgress.Phase.FINISHED;
                case DIVERGED, REFUSED -> RunProgress.Phase.FAILED;
                case STOPPED, CANCELLED -> RunProgress.Phase.STOPPED;
            };
        }
    }

    /** The same of a run folder by another name. */
    Result withRun(String name) {
        return new Result(
                name,
                epochs,
                bestEpoch,
                validationError,
                testError,
                lastTestError,
                imagesPerSecond,
                wallSeconds,
                weightsSha256,
                ending,
                problem);
    }

    /** Ended before the first step. */
    static Result nothing(String run, Ending ending, Problem problem) {
        return new Result(run, 0, 0, Double.NaN, Double.NaN, Double.NaN, 0, 0, "", ending, problem);
    }
}
