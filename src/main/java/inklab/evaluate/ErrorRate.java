package inklab.evaluate;

import inklab.train.Outputs;
import java.util.function.DoublePredicate;

/**
 * How many of how many images were misread.
 *
 * @param errors misread ones
 * @param images all of them
 */
public record ErrorRate(int errors, int images) {
    private static final int HALVINGS = 60;

    /** The bounds of a rate, 0 to 1. */
    public record Interval(double low, double high) {}

    public ErrorRate {
        if (errors < 0 || errors > images) throw new IllegalArgumentException(errors + " errors in " + images);
    }

    public static ErrorRate of(Outputs outputs) {
        return new ErrorRate(outputs.errors(), outputs.size());
    }

    /** 0 to 1; NaN without images. */
    public double rate() {
        return (double) errors / images;
    }

    /**
     * The exact interval of Clopper and Pearson (1934): it holds the true rate of an endless supply of such images with at least this
     * confidence.
     *
     * @param confidence such as 0.95
     */
    public Interval interval(double confidence) {
        if (images == 0) return new Interval(0, 1);
        double tail = (1 - confidence) / 2;
        double low = errors == 0 ? 0 : boundary(p -> new Binomial(images, p).atLeast(errors) > tail);
        double high = errors == images ? 1 : boundary(p -> new Binomial(images, p).atMost(errors) <= tail);
        return new Interval(low, high);
    }

    /** Where a statement about a probability turns from false to true. */
    private static double boundary(DoublePredicate holds) {
        double no = 0;
        double yes = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (no + yes) / 2;
            if (holds.test(middle)) yes = middle;
            else no = middle;
        }
        return (no + yes) / 2;
    }
}
