package inklab.distort;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The few shapes that white noise along a line of n pixels has left after blurring. With the normalised Gaussian kernel k, cut at 3σ, the
 * blurred noise has the covariance {@code C(x, x') = Σ k(m) k(m + x − x')}; its eigenvectors are the modes, its eigenvalues their
 * variances. At σ = 8 and 29 pixels, six of them hold all but 1e-4 of the energy. Being symmetric about the line's middle, C has even
 * and odd eigenvectors, which are found apart.
 */
final class SmoothModes {
    private final int length;
    private final double[] kernel;
    private final double[] variances;
    private final double[][] vectors;
    private final boolean[] even;

    /**
     * Finds them all.
     *
     * @param length n, pixels
     * @param sigma of the blur, pixels; below 1/3 the kernel is a single 1
     */
    SmoothModes(int length, double sigma) {
        this.length = length;
        this.kernel = kernel(sigma);
        int evens = (length + 1) / 2;
        SymmetricEigen even = eigen(evens, true);
        SymmetricEigen odd = eigen(length / 2, false);
        int[] order = IntStream.range(0, length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -(i < evens ? even.values()[i] : odd.values()[i - evens])))
                .mapToInt(Integer::intValue)
                .toArray();
        variances = new double[length];
        vectors = new double[length][];
        this.even = new boolean[length];
        for (int k = 0; k < length; k++) {
            int i = order[k];
            this.even[k] = i < evens;
            variances[k] = Math.max(0, i < evens ? even.values()[i] : odd.values()[i - evens]);
            vectors[k] = unfold(i < evens ? even.vectors()[i] : odd.vectors()[i - evens], i < evens);
        }
    }

    /** The normalised Gaussian, cut at 3σ: {@code 2·⌊3σ⌋ + 1} weights that sum to 1. */
    static double[] kernel(double sigma) {
        int radius = (int) Math.floor(3 * sigma);
        double[] kernel = new double[2 * radius + 1];
        for (int m = -radius; m <= radius; m++)
            kernel[m + radius] = m == 0 ? 1 : StrictMath.exp(-m * m / (2 * sigma * sigma));
        double sum = Arrays.stream(kernel).sum();
        for (int m = 0; m < kernel.length; m++) kernel[m] /= sum;
        return kernel;
    }

    /** Covariance of two blurred pixels this far apart. */
    static double covariance(double[] kernel, int distance) {
        double sum = 0;
        for (int m = distance; m < kernel.length; m++) sum += kernel[m] * kernel[m - distance];
        return sum;
    }

    double[] kernel() {
        return kernel;
    }

    int length() {
        return length;
    }

    /** The variance of mode k; the largest come first. */
    double variance(int k) {
        return variances[k];
    }

    /** Whether mode k is the same (or the opposite) read from the other end. */
    boolean even(int k) {
        return even[k];
    }

    /** Mode k, of Euclidean length 1, not negative at its last pixel. */
    double[] vector(int k) {
        return vectors[k];
    }

    /** The part of C that maps even (odd) vectors to even (odd) ones, in the basis {@code (e_i ± e_{n−1−i}) / √2}. */
    private SymmetricEigen eigen(int size, boolean symmetric) {
        double[] row = new double[length];
        for (int d = 0; d < length; d++) row[d] = covariance(kernel, d);
        double[][] block = new double[size][size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) {
                double here = row[Math.abs(i - j)];
                double across = row[Math.abs(length - 1 - i - j)];
                block[i][j] = (symmetric ? here + across : here - across) * share(i) * share(j);
            }
        return SymmetricEigen.of(block);
    }

    /** A middle pixel is its own mirror image: its basis vector counts it once, not twice over √2. */
    private double share(int i) {
        return 2 * i == length - 1 ? Math.sqrt(0.5) : 1;
    }

    private double[] unfold(double[] half, boolean symmetric) {
        double[] whole = new double[length];
        for (int i = 0; i < half.length; i++) {
            double value = 2 * i == length - 1 ? half[i] : half[i] * Math.sqrt(0.5);
            whole[i] = symmetric ? value : -value;
            whole[length - 1 - i] = value;
        }
        if (whole[length - 1] < 0) for (int i = 0; i < length; i++) whole[i] = -whole[i];
        return whole;
    }
}
