package inklab.train;

import inklab.net.Problem;

/**
 * How a training stands at one moment.
 *
 * @param phase what it is doing
 * @param epoch the epoch at work, from 1; 0 before the first
 * @param epochs how many there will be at most
 * @param step steps done of this epoch
 * @param stepsPerEpoch how many it has; 0 while not known
 * @param loss mean cross-entropy over this epoch so far; NaN before the first step
 * @param error share of training images misread in this epoch so far; NaN before the first step
 * @param rate the learning rate
 * @param imagesPerSecond about now
 * @param bestEpoch the best epoch so far, from 1; 0 before the first is done
 * @param bestValidationError its validation error, 0 to 1
 * @param seconds since the training began, pauses and breaks not counted
 * @param secondsLeft until all epochs are done or the time is over; NaN while not known
 * @param problem why it failed or diverged; else null
 */
public record RunProgress(
        Phase phase,
        int epoch,
        int epochs,
        int step,
        int stepsPerEpoch,
        double loss,
        double error,
        double rate,
        double imagesPerSecond,
        int bestEpoch,
        double bestValidationError,
        double seconds,
        double secondsLeft,
        Problem problem) {

    /** What a training is doing. */
    public enum Phase {
        /** Waiting for its turn. */
        QUEUED,
        /** Reading data, building the network. */
        PREPARING,
        TRAINING,
        /** Reading the validation and test images. */
        SCORING,
        /** Writing a checkpoint. */
        SAVING,
        PAUSED,
        /** Ended by itself. */
        FINISHED,
        /** Told to stop or to leave off. */
        STOPPED,
        /** Ended by a problem. */
        FAILED;

        /** Whether nothing more will happen. */
        public boolean isOver() {
            return switch (this) {
                case QUEUED, PREPARING, TRAINING, SCORING, SAVING, PAUSED -> false;
                case FINISHED, STOPPED, FAILED -> true;
            };
        }
    }

    /** Before anything is known. */
    static RunProgress of(Phase phase) {
        return new RunProgress(phase, 0, 0, 0, 0, Double.NaN, Double.NaN, 0, 0, 0, Double.NaN, 0, Double.NaN, null);
    }

    /** The same in another phase. */
    RunProgress in(Phase phase) {
        return with(phase, problem);
    }

    /** The same, ended by a problem. */
    RunProgress failed(Problem problem) {
        return with(Phase.FAILED, problem);
    }

    private RunProgress with(Phase phase, Problem problem) {
        return new RunProgress(
                phase,
                epoch,
                epochs,
                step,
                stepsPerEpoch,
                loss,
                error,
                rate,
                imagesPerSecond,
                bestEpoch,
                bestValidationError,
                seconds,
                secondsLeft,
                problem);
    }
}
