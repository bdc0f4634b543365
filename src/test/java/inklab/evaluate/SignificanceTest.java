package inklab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import inklab.train.Outputs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificanceTest {
    /** P(X ≤ k) in whole numbers: p is a fraction. */
    private static double exactAtMost(int k, int n, int successes, int outOf) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE;
        for (int i = 0; i <= k; i++) {
            BigInteger ways = choose.multiply(BigInteger.valueOf(successes).pow(i))
                    .multiply(BigInteger.valueOf(outOf - successes).pow(n - i));
            sum = sum.add(ways);
            choose = choose.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return new BigDecimal(sum)
                .divide(new BigDecimal(BigInteger.valueOf(outOf).pow(n)), MathContext.DECIMAL128)
                .doubleValue();
    }

    @Test
    void binomial_sums_agree_with_whole_number_arithmetic() {
        for (int n : new int[] {1, 7, 40, 300})
            for (int percent : new int[] {1, 20, 50, 99})
                for (int k = 0; k <= n; k += Math.max(1, n / 11)) {
                    Binomial binomial = new Binomial(n, percent / 100.0);
                    double exact = exactAtMost(k, n, percent, 100);
                    assertThat(binomial.atMost(k)).isCloseTo(exact, within(1e-11));
                    if (k < n * percent / 100.0 && exact > 1e-290)
                        assertThat(binomial.atMost(k) / exact).isCloseTo(1, within(1e-9));
                    assertThat(binomial.atLeast(k + 1)).isCloseTo(1 - exact, within(1e-11));
                }
    }

    @Test
    void the_interval_of_no_errors_has_its_closed_form() {
        ErrorRate.Interval none = new ErrorRate(0, 10_000).interval(0.95);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(1 - Math.pow(0.025, 1e-4), within(1e-12));
        ErrorRate.Interval all = new ErrorRate(50, 50).interval(0.9);
        assertThat(all.low()).isCloseTo(Math.pow(0.05, 1 / 50.0), within(1e-12));
        assertThat(all.high()).isEqualTo(1);
    }

    /** Tabulated in many places, for instance by R's {@code binom.test}. */
    @ParameterizedTest
    @CsvSource({"10,100,0.95,0.0490047,0.1762226", "1,10,0.95,0.0025286,0.4450161", "5,10,0.95,0.1870860,0.8129140"})
    void intervals_agree_with_the_tables(int errors, int images, double confidence, double low, double high) {
        ErrorRate.Interval interval = new ErrorRate(errors, images).interval(confidence);
        assertThat(interval.low()).isCloseTo(low, within(1e-7));
        assertThat(interval.high()).isCloseTo(high, within(1e-7));
    }

    @Test
    void the_interval_holds_the_true_rate_as_often_as_it_says() {
        SplittableRandom random = new SplittableRandom(4);
        double truth = 0.03;
        int inside = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int errors = 0;
            for (int i = 0; i < 400; i++) if (random.nextDouble() < truth) errors++;
            ErrorRate.Interval interval = new ErrorRate(errors, 400).interval(0.9);
            if (interval.low() <= truth && truth <= interval.high()) inside++;
        }
        assertThat(inside / 2000.0).isBetween(0.89, 0.97);
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "3,3,1", "1,9,0.021484375", "9,1,0.021484375", "0,5,0.0625", "0,10,0.001953125"})
    void the_paired_test_is_a_coin_on_the_images_that_only_one_misread(int first, int second, double p) {
        assertThat(new PairedTest(first, second).p()).isCloseTo(p, within(1e-12));
    }

    @Test
    void the_paired_test_counts_what_only_one_misread() {
        int[] labels = {0, 0, 0, 0, 1};
        Outputs first = new Outputs(2, new float[] {1, 0, 0, 1, 0, 1, 0, 1, 0, 1}, labels);
        Outputs second = new Outputs(2, new float[] {0, 1, 1, 0, 1, 0, 0, 1, 0, 1}, labels);
        assertThat(PairedTest.of(first, second)).isEqualTo(new PairedTest(2, 1));
        Outputs other = new Outputs(2, new float[] {0, 1, 1, 0, 1, 0, 0, 1, 0, 1}, new int[] {1, 0, 0, 0, 1});
        assertThatIllegalArgumentException().isThrownBy(() -> PairedTest.of(first, other));
    }
}
