package inklab.distort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticFieldTest {
    private static final int SIDE = 29;

    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN, 8, 36",
        "GAUSSIAN, 6, 38",
        "GAUSSIAN, 4, 34",
        "GAUSSIAN, 2, 10",
        "GAUSSIAN, 1, 3",
        "GAUSSIAN, 0, 1",
        "UNIFORM, 8, 36",
        "UNIFORM, 4, 34",
        "UNIFORM, 2, 10",
        "UNIFORM, 1, 3",
        "UNIFORM, 0, 1",
    })
    void spread_and_correlation_are_those_of_blurred_noise_in_the_middle_and_at_the_border(
            Elastic.Noise noise, double sigma, double alpha) {
        Elastic elastic = new Elastic(sigma, alpha, noise, Elastic.Field.PER_IMAGE);
        Fields fields = new Fields(elastic, SIDE, SIDE);
        double theory = Kernels.deviation(elastic);
        int n = 3000;
        double mean = 0;
        double whole = 0;
        double corner = 0;
        double centre = 0;
        double[] across = new double[SIDE];
        double[] down = new double[SIDE];
        for (int i = 0; i < n; i++) {
            fields.draw(Draw.of(5, 0, i));
            for (float[] d : new float[][] {fields.dx, fields.dy}) {
                for (float v : d) {
                    mean += v / (2.0 * n * d.length);
                    whole += v * v / (2.0 * n * d.length);
                }
                corner += d[0] * d[0] / (2.0 * n);
                centre += d[14 * SIDE + 14] * d[14 * SIDE + 14] / (2.0 * n);
                for (int k = 0; k < SIDE; k++) {
                    across[k] += d[14 * SIDE] * d[14 * SIDE + k] / (2.0 * n);
                    down[k] += d[14] * d[k * SIDE + 14] / (2.0 * n);
                }
            }
        }
        assertThat(mean / theory).isEqualTo(0, within(0.03));
        // A single pixel's variance has a standard error of √(2/6000) = 1.8 %, so its σ of 0.9 %; the whole field's has
        // less.
        assertThat(Math.sqrt(whole)).isEqualTo(theory, within(0.015 * theory));
        assertThat(Math.sqrt(corner)).isEqualTo(theory, within(0.03 * theory));
        assertThat(Math.sqrt(centre)).isEqualTo(theory, within(0.03 * theory));
        for (int k = 0; k < SIDE; k++) {
            double correlation = Kernels.covariance(sigma, k) / Kernels.covariance(sigma, 0);
            assertThat(across[k] / (theory * theory)).isEqualTo(correlation, within(0.06));
            assertThat(down[k] / (theory * theory)).isEqualTo(correlation, within(0.06));
        }
    }

    @ParameterizedTest
    @CsvSource({"8", "5", "3"})
    void the_correlation_length_is_that_of_a_gaussian_blur(double sigma) {
        // An uncut Gaussian of σ correlates blurred noise as exp(−d²/4σ²): 1/e at 2σ pixels. The cut at 3σ shortens
        // that by under 3 %.
        Fields fields = new Fields(new Elastic(sigma, 1, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_IMAGE), 40, 40);
        double[] covariance = new double[40];
        for (int i = 0; i < 4000; i++) {
            fields.draw(Draw.of(1, 1, i));
            for (int y = 0; y < 40; y += 13)
                for (int k = 0; k < 40; k++) {
                    covariance[k] += fields.dx[y * 40] * fields.dx[y * 40 + k];
                    covariance[k] += fields.dy[y * 40 + 39] * fields.dy[y * 40 + 39 - k];
                }
        }
        int k = 0;
        while (covariance[k + 1] > covariance[0] / Math.E) k++;
        double share = (covariance[k] - covariance[0] / Math.E) / (covariance[k] - covariance[k + 1]);
        assertThat(k + share).isEqualTo(2 * sigma, within(0.06 * 2 * sigma));
    }

    @Test
    void uniform_noise_is_really_drawn_and_blurred() {
        double sigma = 2.5;
        int height = 11;
        int width = 17;
        Elastic elastic = new Elastic(sigma, 20, Elastic.Noise.UNIFORM, Elastic.Field.PER_IMAGE);
        Fields fields = new Fields(elastic, height, width);
        double[] weights = new double[15];
        for (int m = -7; m <= 7; m++) weights[m + 7] = Kernels.weight(sigma, m);
        double squares = 0;
        for (int i = 0; i < 50; i++) {
            Draw draw = Draw.of(9, 2, i);
            fields.draw(draw);
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) {
                    double[] blurred = new double[2];
                    for (int v = -7; v <= 7; v++)
                        for (int u = -7; u <= 7; u++)
                            for (int f = 0; f < 2; f++)
                                blurred[f] += 20
                                        * weights[u + 7]
                                        * weights[v + 7]
                                        * noise(draw.key(Draw.Purpose.FIELD), y + v, x + u, f);
                    squares += Math.pow(blurred[0] - fields.dx[y * width + x], 2) / 50 / height / width;
                    squares += Math.pow(blurred[1] - fields.dy[y * width + x], 2) / 50 / height / width;
                }
        }
        double lost = Math.sqrt(squares / 2) / Kernels.deviation(elastic);
        // Only the modes that are left out may be missing.
        assertThat(lost).isLessThan(Math.sqrt(1.2 * ElasticField.LOST));
    }

    /** Noise at a place: 16 bits of the hash of its group of four. */
    private static double noise(long key, int y, int x, int field) {
        long far = 1 << 20;
        long number = (((y + far) << 21) + Math.floorDiv(x, 4) + far) * 2 + field;
        short bits = (short) (CounterRandom.bits(key, number) >> (16 * Math.floorMod(x, 4)));
        return (bits + 0.5) / 32768;
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN", "UNIFORM"})
    void barely_blurred_uniform_noise_stays_flatter_than_normal_noise(Elastic.Noise noise) {
        double sigma = 0.6;
        Elastic elastic = new Elastic(sigma, 1, noise, Elastic.Field.PER_IMAGE);
        Fields fields = new Fields(elastic, 16, 16);
        double second = 0;
        double fourth = 0;
        int n = 3000;
        for (int i = 0; i < n; i++) {
            fields.draw(Draw.of(3, 0, i));
            for (float v : fields.dx) {
                second += v * v / (n * 256.0);
                fourth += v * v * v * v / (n * 256.0);
            }
        }
        double fourths = 0;
        for (int m = -1; m <= 1; m++) fourths += Math.pow(Kernels.weight(sigma, m), 4);
        // A sum of independent numbers has the excess kurtosis Σw⁴ / (Σw²)² times theirs; uniform numbers have −1.2.
        double theory = noise == Elastic.Noise.GAUSSIAN
                ? 0
                : -1.2 * fourths * fourths / Math.pow(Kernels.covariance(sigma, 0), 4);
        assertThat(fourth / second / second - 3).isEqualTo(theory, within(0.03));
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN", "UNIFORM"})
    void fields_of_other_images_epochs_seeds_and_directions_are_independent(Elastic.Noise noise) {
        Elastic elastic = new Elastic(4, 36, noise, Elastic.Field.PER_IMAGE);
        Fields here = new Fields(elastic, SIDE, SIDE);
        Fields there = new Fields(elastic, SIDE, SIDE);
        double variance = Math.pow(Kernels.deviation(elastic), 2);
        double[] correlations = new double[4];
        int n = 3000;
        for (int i = 0; i < n; i++) {
            here.draw(Draw.of(1, 1, i));
            correlations[0] += dot(here.dx, here.dy) / n / variance;
            there.draw(Draw.of(1, 1, i + 1));
            correlations[1] += dot(here.dx, there.dx) / n / variance;
            there.draw(Draw.of(1, 2, i));
            correlations[2] += dot(here.dx, there.dx) / n / variance;
            there.draw(Draw.of(2, 1, i));
            correlations[3] += dot(here.dx, there.dx) / n / variance;
        }
        // A field of σ 4 has about (29 / (4·√(2π)))² ≈ 8 independent parts: a standard error of 1/√(8·3000).
        for (double correlation : correlations) assertThat(correlation).isEqualTo(0, within(0.033));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum / a.length;
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, 36, 37", "UNIFORM, 36, 37"})
    void a_field_grows_smoothly_with_alpha_and_changes_smoothly_with_sigma(
            Elastic.Noise noise, double alpha, double more) {
        Fields a = new Fields(new Elastic(6, alpha, noise, Elastic.Field.PER_IMAGE), SIDE, SIDE);
        Fields b = new Fields(new Elastic(6, more, noise, Elastic.Field.PER_IMAGE), SIDE, SIDE);
        Fields c = new Fields(new Elastic(6.05, alpha, noise, Elastic.Field.PER_IMAGE), SIDE, SIDE);
        Draw draw = Draw.of(1, 2, 3);
        a.draw(draw);
        b.draw(draw);
        c.draw(draw);
        for (int i = 0; i < a.dx.length; i++) {
            assertThat(b.dx[i]).isEqualTo(a.dx[i] * (float) (more / alpha), within(1e-4f));
            assertThat(c.dx[i]).isEqualTo(a.dx[i], within(0.12f));
        }
    }

    @Test
    void a_field_shared_by_a_mini_batch_follows_its_number_alone() {
        Elastic elastic = new Elastic(8, 36, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_BATCH);
        Distorter distorter = new Distorter(new Distortion(elastic, 0, 0, 0, 0, 0, 0, 0, false), 1, SIDE, SIDE);
        float[] first = distorter.displacement(new Draw(1, 1, 10, 0)).dx();
        assertThat(distorter.displacement(new Draw(1, 1, 99, 0)).dx()).isEqualTo(first);
        assertThat(distorter.displacement(new Draw(1, 1, 10, 1)).dx()).isNotEqualTo(first);
        assertThat(distorter.displacement(new Draw(1, 2, 10, 0)).dx()).isNotEqualTo(first);
    }

    /** Fields as arrays, without the affine part. */
    private static final class Fields {
        final float[] dx;
        final float[] dy;
        private final ElasticField.Hand hand;

        Fields(Elastic elastic, int height, int width) {
            dx = new float[height * width];
            dy = new float[height * width];
            hand = new ElasticField(elastic, height, width).hand();
        }

        void draw(Draw draw) {
            hand.draw(draw.key(Draw.Purpose.FIELD), dx, dy);
        }
    }
}
