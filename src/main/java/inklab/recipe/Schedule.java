package inklab.recipe;

import java.util.List;

/**
 * The learning rate over the epochs; constant within an epoch. Epochs count from 0. Rates are the same bit for bit on every machine.
 */
public sealed interface Schedule {
    /** The learning rate of the first epoch. */
    double rate();

    /**
     * The learning rate of an epoch.
     *
     * @param epoch the epoch about to begin, from 0
     * @param epochs how many the recipe asks for; a later epoch is treated as the last
     * @param validationErrors the validation error after each epoch before this one, for {@link Plateau}; the others do not look at it
     */
    double rateAt(int epoch, int epochs, List<Double> validationErrors);

    /** Always the same. */
    record Constant(double rate) implements Schedule {
        @Override
        public double rateAt(int epoch, int epochs, List<Double> validationErrors) {
            return rate;
        }
    }

    /** {@code max(floor, rate · factor^epoch)}. */
    record Exponential(double rate, double factor, double floor) implements Schedule {
        @Override
        public double rateAt(int epoch, int epochs, List<Double> validationErrors) {
            return Math.max(floor, rate * StrictMath.pow(factor, epoch));
        }
    }

    /** Times {@code factor} after every {@code every} epochs. */
    record StepDown(double rate, double factor, int every) implements Schedule {
        @Override
        public double rateAt(int epoch, int epochs, List<Double> validationErrors) {
            int steps = epoch / every;
            return rate * StrictMath.pow(factor, steps);
        }
    }

    /** From {@code rate} in the first epoch to {@code last} after the last, in equal steps. */
    record Linear(double rate, double last) implements Schedule {
        @Override
        public double rateAt(int epoch, int epochs, List<Double> validationErrors) {
            return rate + (last - rate) * share(epoch, epochs);
        }
    }

    /**
     * From {@code rate} in the first epoch to {@code last} after the last, along half a cosine (Loshchilov and Hutter, 2016, without
     * restarts).
     */
    record Cosine(double rate, double last) implements Schedule {
        @Override
        public double rateAt(int epoch, int epochs, List<Double> validationErrors) {
            return last + (rate - last) * (1 + StrictMath.cos(Math.PI * share(epoch, epochs))) / 2;
        }
    }

    /**
     * Times {@code factor}, not below {@code floor}, whenever the validation error has not improved for {@code patience} epochs; then as many
     * epochs pass before it is reduced again.
     */
    record Plateau(double rate, double factor, int patience, double floor) implements Schedule {
        @Override
        public double rateAt(int epoch, int epochs, List<Double> validationErrors) {
            double now = rate;
            double best = Double.POSITIVE_INFINITY;
            int stalled = 0;
            for (double error : validationErrors.subList(0, Math.min(epoch, validationErrors.size()))) {
                stalled = error < best ? 0 : stalled + 1;
                best = Math.min(best, error);
                if (stalled < patience) continue;
                now = Math.max(floor, now * factor);
                stalled = 0;
            }
            return now;
        }
    }

    /** The share of the training that lies before an epoch; a rate that falls to 0 is not 0 before the end, or the last epoch learns nothing. */
    private static double share(int epoch, int epochs) {
        return Math.min(1, epoch / (double) Math.max(1, epochs));
    }
}
