package inklab.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the cores are shared out.
 *
 * @param lanes how many members train side by side
 * @param threads how many cores each has
 * @param imagesPerSecond of all together, as measured; NaN when it was not
 */
public record Lanes(int lanes, int threads, double imagesPerSecond) {
    /** The ways of sharing out so many cores that are worth a measurement: one after another, one on each core, and one in between. */
    static List<Lanes> ways(int cores, int members) {
        List<Lanes> ways = new ArrayList<>();
        ways.add(new Lanes(1, cores, Double.NaN));
        int between = (int) Math.round(Math.sqrt(cores));
        if (between > 1 && between < cores && between <= members)
            ways.add(new Lanes(between, cores / between, Double.NaN));
        if (cores > 1 && members > 1)
            ways.add(new Lanes(Math.min(cores, members), cores / Math.min(cores, members), Double.NaN));
        return ways;
    }

    Lanes measured(double imagesPerSecond) {
        return new Lanes(lanes, threads, imagesPerSecond);
    }

    /** {@code one after another on 2 cores}, {@code 4 side by side on a core each}. */
    public String words() {
        if (lanes == 1) return "one after another on " + (threads == 1 ? "one core" : threads + " cores");
        return lanes + " side by side on " + (threads == 1 ? "a core" : threads + " cores") + " each";
    }

    /** The choice and why: the best, then the others as they were measured. */
    static String why(Lanes best, List<Lanes> measured) {
        StringBuilder words = new StringBuilder(capital(best.words()));
        if (Double.isNaN(best.imagesPerSecond())) return words.append('.').toString();
        words.append(String.format(Locale.ROOT, ": %,.0f images/s in all", best.imagesPerSecond()));
        for (Lanes other : measured)
            if (other.lanes() != best.lanes())
                words.append(String.format(Locale.ROOT, ", against %,.0f %s", other.imagesPerSecond(), other.words()));
        return words.append('.').toString();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
