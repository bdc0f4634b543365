package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * One scale of a chart: values from {@code low} to {@code high}, evenly or by their logarithm.
 *
 * @param low above zero on a logarithmic axis
 */
record Axis(double low, double high, boolean log) {
    private static final double[][] LOG_STEPS = {{1}, {1, 3}, {1, 2, 5}, {1, 1.5, 2, 3, 5, 7.5}};
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final int FEWEST = 3;

    Axis {
        if (!(high > low) || !Double.isFinite(low) || !Double.isFinite(high) || (log && low <= 0))
            throw new IllegalArgumentException("an axis from " + low + " to " + high);
    }

    /**
     * An axis on which all values from {@code min} to {@code max} have room. A linear one begins at zero unless the values are far from
     * it; a logarithmic one leaves out what is not above zero.
     */
    static Axis around(double min, double max, boolean log) {
        if (!(max >= min)) return log ? new Axis(0.1, 1, true) : new Axis(0, 1, false);
        if (log) {
            if (max <= 0) return new Axis(0.1, 1, true);
            double from = min > 0 ? min : max / 1000;
            double room = Math.max(Math.pow(from < max ? max / from : 2, 0.05), 1.02);
            return new Axis(from / room, max * room, true);
        }
        if (min == max) return new Axis(Math.min(0, 2 * min), min == 0 ? 1 : Math.max(0, 2 * max), false);
        double room = 0.05 * (max - min);
        return new Axis(min >= 0 && min < 0.6 * max ? 0 : min - room, max + room, false);
    }

    /** Where a value lies: 0 at {@code low}, 1 at {@code high}; values not above zero lie at −1 on a logarithmic axis. */
    double fraction(double value) {
        if (!log) return (value - low) / (high - low);
        return value <= 0 ? -1 : Math.log(value / low) / Math.log(high / low);
    }

    /** The value at a fraction: the inverse of {@link #fraction}. */
    double value(double fraction) {
        return log ? low * Math.pow(high / low, fraction) : low + fraction * (high - low);
    }

    /** Round values within the axis, ascending: at most {@code most}, and three where the axis has them. */
    List<Double> ticks(int most) {
        if (!log) return linear(most);
        List<Double> best = List.of();
        for (double[] steps : LOG_STEPS) {
            List<Double> ticks = logarithmic(steps);
            if (ticks.size() > most) return best.size() >= 2 ? best : thinned(ticks, most);
            best = ticks;
        }
        return best.size() >= FEWEST ? best : linear(most);
    }

    private List<Double> logarithmic(double[] steps) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)) - 1; power <= Math.log10(high) + 1; power++)
            for (double step : steps) {
                double tick = exact(step, power);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.add(tick);
            }
        return ticks;
    }

    private static List<Double> thinned(List<Double> ticks, int most) {
        int every = (ticks.size() + most - 1) / most;
        List<Double> kept = new ArrayList<>();
        for (int i = ticks.size() - 1; i >= 0; i -= every) kept.add(0, ticks.get(i));
        return kept;
    }

    private List<Double> linear(int most) {
        double rough = (high - low) / most;
        int power = (int) Math.floor(Math.log10(rough));
        for (; ; power++)
            for (double step : STEPS) {
                double width = exact(step, power);
                long first = (long) Math.ceil(low / width - 1e-9);
                long last = (long) Math.floor(high / width + 1e-9);
                if (last - first + 1 > most) continue;
                List<Double> ticks = new ArrayList<>();
                for (long k = first; k <= last; k++) ticks.add(power < 0 ? k * step / Math.pow(10, -power) : k * width);
                return ticks;
            }
    }

    /** step × 10^power without the error that multiplying by 0.1 brings. */
    private static double exact(double step, int power) {
        return power < 0 ? step / Math.pow(10, -power) : step * Math.pow(10, power);
    }
}
