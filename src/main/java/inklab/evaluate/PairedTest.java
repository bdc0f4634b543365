package inklab.evaluate;

import inklab.train.Outputs;

/**
 * Compares two networks on the same images by those that only one of them misread: the exact form of McNemar's test (1947). Images that
 * both read, or both misread, say nothing about which is better.
 *
 * @param onlyFirst how many only the first misread
 * @param onlySecond how many only the second misread
 */
public record PairedTest(int onlyFirst, int onlySecond) {
    /**
     * @throws IllegalArgumentException when the two are not about the same images
     */
    public static PairedTest of(Outputs first, Outputs second) {
        Committee.requireSameImages(first, second);
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < first.size(); i++) {
            boolean firstRight = first.predicted(i) == first.labels()[i];
            boolean secondRight = second.predicted(i) == second.labels()[i];
            if (!firstRight && secondRight) onlyFirst++;
            if (firstRight && !secondRight) onlySecond++;
        }
        return new PairedTest(onlyFirst, onlySecond);
    }

    /**
     * How likely a difference at least so large would be if both were equally good, that is, if a coin decided each of these images;
     * two-sided. 1 when they do not differ.
     */
    public double p() {
        int fewer = Math.min(onlyFirst, onlySecond);
        return Math.min(1, 2 * new Binomial(onlyFirst + onlySecond, 0.5).atMost(fewer));
    }

    /** How many images only one of the two misread. */
    public int differing() {
        return onlyFirst + onlySecond;
    }

    /** By how many images one is better than the other. */
    public int difference() {
        return Math.abs(onlyFirst - onlySecond);
    }

    /**
     * How many images more or less would mean nothing: the largest difference that, with as many images read differently as here, chance
     * alone makes in more than one case of twenty.
     */
    public int noise() {
        int n = differing();
        int most = n % 2;
        for (int d = n % 2; d <= n; d += 2) if (new PairedTest((n - d) / 2, (n + d) / 2).p() > 0.05) most = d;
        return most;
    }
}
