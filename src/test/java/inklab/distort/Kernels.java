package inklab.distort;

/** The theory of elastic fields, written down once more, straight from its definition. */
final class Kernels {
    private Kernels() {}

    /** Weight of the normalised Gaussian, cut at 3σ, at m pixels. */
    static double weight(double sigma, int m) {
        double sum = 0;
        for (int i = -200; i <= 200; i++) sum += gauss(sigma, i);
        return gauss(sigma, m) / sum;
    }

    /** Covariance, along a line, of blurred white noise of variance 1 at two pixels this far apart. */
    static double covariance(double sigma, int distance) {
        double sum = 0;
        double norm = 0;
        for (int m = -200; m <= 200; m++) {
            sum += gauss(sigma, m) * gauss(sigma, m + distance);
            norm += gauss(sigma, m);
        }
        return sum / norm / norm;
    }

    /** σ of a component of the field, pixels. */
    static double deviation(Elastic elastic) {
        double noise = elastic.noise() == Elastic.Noise.UNIFORM ? Math.sqrt(1 / 3.0) : 1;
        return elastic.alpha() * noise * covariance(elastic.sigma(), 0);
    }

    private static double gauss(double sigma, int m) {
        if (m == 0) return 1;
        return Math.abs(m) > 3 * sigma ? 0 : Math.exp(-m * m / (2 * sigma * sigma));
    }
}
