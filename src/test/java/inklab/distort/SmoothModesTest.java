package inklab.distort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothModesTest {
    @ParameterizedTest
    @CsvSource({"29, 8", "29, 4", "28, 2.5", "32, 1", "7, 0.2", "1, 3", "2, 5", "64, 8"})
    void the_modes_add_up_to_the_covariance_of_blurred_noise(int length, double sigma) {
        SmoothModes modes = new SmoothModes(length, sigma);
        double worst = 0;
        for (int distance = 0; distance < length; distance++) {
            double theory = Kernels.covariance(sigma, distance);
            for (int x = 0; x + distance < length; x++) {
                double sum = 0;
                for (int k = 0; k < length; k++)
                    sum += modes.variance(k) * modes.vector(k)[x] * modes.vector(k)[x + distance];
                worst = Math.max(worst, Math.abs(sum - theory));
            }
        }
        assertThat(worst).isLessThan(1e-13);
    }

    @ParameterizedTest
    @CsvSource({"29, 8", "28, 2", "5, 0"})
    void the_modes_are_orthonormal_sorted_and_even_or_odd(int length, double sigma) {
        SmoothModes modes = new SmoothModes(length, sigma);
        for (int k = 0; k < length; k++) {
            for (int l = 0; l <= k; l++) {
                double dot = 0;
                for (int x = 0; x < length; x++) dot += modes.vector(k)[x] * modes.vector(l)[x];
                assertThat(dot).isEqualTo(k == l ? 1 : 0, within(1e-12));
            }
            for (int x = 0; x < length; x++)
                assertThat(modes.vector(k)[length - 1 - x]).isEqualTo((modes.even(k) ? 1 : -1) * modes.vector(k)[x]);
            if (k > 0) assertThat(modes.variance(k)).isLessThanOrEqualTo(modes.variance(k - 1));
        }
    }

    @Test
    void six_modes_hold_all_but_a_ten_thousandth_of_the_energy_at_sigma_8() {
        SmoothModes modes = new SmoothModes(29, 8);
        double total = 29 * Kernels.covariance(8, 0);
        double held = 0;
        for (int k = 0; k < 6; k++) held += modes.variance(k);
        assertThat(1 - held / total).isBetween(0.0, 1e-4);
    }

    @Test
    void eigenvalues_of_the_second_difference_are_the_known_ones() {
        int n = 12;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 2;
            if (i > 0) matrix[i][i - 1] = matrix[i - 1][i] = -1;
        }
        double[] values = SymmetricEigen.of(matrix).values();
        Arrays.sort(values);
        for (int k = 1; k <= n; k++)
            assertThat(values[k - 1]).isEqualTo(2 - 2 * Math.cos(k * Math.PI / (n + 1)), within(1e-13));
    }
}
