package inklab.evaluate;

/** The number of successes among n trials that each succeed with probability p. */
record Binomial(int n, double p) {
    /** P(X ≤ k). */
    double atMost(int k) {
        if (k < 0) return 0;
        if (k >= n) return 1;
        return k < n * p ? sum(k, -1) : 1 - sum(k + 1, 1);
    }

    /** P(X ≥ k), exact to many digits even where it is tiny. */
    double atLeast(int k) {
        if (k <= 0) return 1;
        if (k > n) return 0;
        return k > n * p ? sum(k, 1) : 1 - sum(k - 1, -1);
    }

    /** Adds probabilities from k away from the mean, each by its ratio to the one before. */
    private double sum(int k, int direction) {
        double term = Math.exp(logProbability(k));
        double sum = 0;
        for (int i = k; i >= 0 && i <= n && term > sum * 1e-17; i += direction) {
            sum += term;
            double odds = p / (1 - p);
            term *= direction > 0 ? odds * (n - i) / (i + 1.0) : i / (odds * (n - i + 1.0));
        }
        return sum;
    }

    private double logProbability(int k) {
        double successes = k == 0 ? 0 : k * Math.log(p);
        double failures = k == n ? 0 : (n - k) * Math.log1p(-p);
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k) + successes + failures;
    }

    /** ln n!, by Stirling's series from 16 on, where it is exact to the last digits. */
    private static double logFactorial(int n) {
        if (n < 16) {
            double product = 1;
            for (int i = 2; i <= n; i++) product *= i;
            return Math.log(product);
        }
        double x = n;
        double series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x);
        return x * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI * x) + series;
    }
}
