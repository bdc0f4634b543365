package inklab.sweep;

import inklab.net.Problem;
import inklab.train.Result;
import java.util.Locale;

/**
 * How an assignment ended.
 *
 * @param epochs whole epochs done in all
 * @param ending the run's word for it: {@code epochs}, {@code stopped}, {@code diverged}, {@code refused}, or {@code failed}
 * @param problem why it failed; else null
 * @param where what trained it
 */
public record Outcome(
        String member,
        int epochs,
        int bestEpoch,
        double validationError,
        double testError,
        double imagesPerSecond,
        double wallSeconds,
        String weightsSha256,
        String ending,
        Problem problem,
        String where) {
    /** What a training gave. */
    public static Outcome of(String member, Result result, String where) {
        return new Outcome(
                member,
                result.epochs(),
                result.bestEpoch(),
                result.validationError(),
                result.testError(),
                result.imagesPerSecond(),
                result.wallSeconds(),
                result.weightsSha256(),
                result.ending().name().toLowerCase(Locale.ROOT),
                result.problem(),
                where);
    }

    /** A member that cannot be trained, by its own fault. */
    public static Outcome failed(String member, String ending, Problem problem, String where) {
        return new Outcome(member, 0, 0, Double.NaN, Double.NaN, Double.NaN, 0, "", ending, problem, where);
    }

    /** Whether it broke off without a fault: it can be taken up again. */
    boolean isStopped() {
        return ending.equals("stopped") || ending.equals("cancelled");
    }
}
