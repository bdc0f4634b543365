package inklab.sweep;

import inklab.net.Problem;

/**
 * How a member of a sweep stands, as the ledger has it. Errors are shares from 0 to 1, NaN before there is one.
 *
 * @param epochs whole epochs done, as far as the ledger knows
 * @param bestEpoch the one with the lowest validation error, from 1
 * @param validationError at the best epoch
 * @param testError at the best epoch
 * @param wallSeconds of training, all its parts together
 * @param weightsSha256 of the last weights; empty before there are any
 * @param ending the run's own word for why it ended: {@code epochs}, {@code diverged} …; empty before
 * @param problem why it failed; null when it did not
 * @param at seconds of the sweep after which it ended or rested; NaN before
 * @param where what trained it last; empty before
 */
public record Trial(
        Sweep.Member member,
        Status status,
        int epochs,
        int bestEpoch,
        double validationError,
        double testError,
        double imagesPerSecond,
        double wallSeconds,
        String weightsSha256,
        String ending,
        Problem problem,
        double at,
        String where) {
    /** How far it is. */
    public enum Status {
        /** Not begun. */
        WAITING,
        /** Begun; whether somebody trains it now, its run folder's lock says. */
        STARTED,
        /** At a rung, to go on or not. */
        RESTING,
        /** Others were better at a rung. */
        DROPPED,
        FINISHED,
        /** By its own fault: see the problem. */
        FAILED;

        /** Whether nothing is left to train. */
        public boolean isOver() {
            return this == DROPPED || this == FINISHED || this == FAILED;
        }
    }

    static Trial waiting(Sweep.Member member) {
        return new Trial(
                member, Status.WAITING, 0, 0, Double.NaN, Double.NaN, Double.NaN, 0, "", "", null, Double.NaN, "");
    }

    public String name() {
        return member.name();
    }

    /** Whether it has a validation error by which it can be ranked; a member that failed has none. */
    public boolean isRanked() {
        return status != Status.FAILED && !Double.isNaN(validationError);
    }

    Trial in(Status other) {
        return new Trial(
                member,
                other,
                epochs,
                bestEpoch,
                validationError,
                testError,
                imagesPerSecond,
                wallSeconds,
                weightsSha256,
                ending,
                problem,
                at,
                where);
    }
}
