package inklab.train;

import inklab.recipe.Schedule;
import java.util.List;

/** The learning rate that a {@link Schedule} means. */
final class Rates {
    private Rates() {}

    /**
     * @param epoch the epoch about to begin, from 0
     * @param epochs how many the recipe asks for
     * @param validationErrors after each epoch before this one
     */
    static double rate(Schedule schedule, int epoch, int epochs, List<Double> validationErrors) {
        double share = epochs < 2 ? 0 : epoch / (epochs - 1.0);
        if (schedule instanceof Schedule.Exponential s)
            return Math.max(s.floor(), s.rate() * Math.pow(s.factor(), epoch));
        if (schedule instanceof Schedule.StepDown s) {
            int falls = epoch / s.every();
            return s.rate() * Math.pow(s.factor(), falls);
        }
        if (schedule instanceof Schedule.Linear s) return s.rate() + (s.last() - s.rate()) * share;
        if (schedule instanceof Schedule.Cosine s)
            return s.last() + (s.rate() - s.last()) * (1 + Math.cos(Math.PI * share)) / 2;
        if (schedule instanceof Schedule.Plateau s) return plateau(s, validationErrors);
        return schedule.rate();
    }

    private static double plateau(Schedule.Plateau schedule, List<Double> validationErrors) {
        double rate = schedule.rate();
        double best = Double.POSITIVE_INFINITY;
        int stalled = 0;
        for (double error : validationErrors) {
            stalled = error < best ? 0 : stalled + 1;
            best = Math.min(best, error);
            if (stalled < schedule.patience()) continue;
            rate = Math.max(schedule.floor(), rate * schedule.factor());
            stalled = 0;
        }
        return rate;
    }
}
