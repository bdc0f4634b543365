package inklab.distort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
    private static final int MANY = 1_000_000;

    @Test
    void the_bits_are_those_of_split_mix_64() {
        // The published first outputs of SplitMix64 seeded with 1234567.
        long[] published = {
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L,
            Long.parseUnsignedLong("16408922859458223821")
        };
        for (int n = 0; n < published.length; n++)
            assertThat(CounterRandom.bits(1234567, n + 1)).isEqualTo(published[n]);
    }

    @Test
    void normal_numbers_have_the_normal_moments() {
        double[] moments = new double[7];
        for (int n = 0; n < MANY; n++) {
            double x = CounterRandom.normal(42, n);
            double power = 1;
            for (int k = 0; k < moments.length; k++) {
                moments[k] += power / MANY;
                power *= x;
            }
        }
        // Five standard errors each: σ of xᵏ over √n is 1, √2, √15, √96, √945, √10170 thousandths.
        assertThat(moments[1]).isEqualTo(0, within(0.005));
        assertThat(moments[2]).isEqualTo(1, within(0.0071));
        assertThat(moments[3]).isEqualTo(0, within(0.0194));
        assertThat(moments[4]).isEqualTo(3, within(0.049));
        assertThat(moments[5]).isEqualTo(0, within(0.154));
        assertThat(moments[6]).isEqualTo(15, within(0.505));
    }

    @Test
    void normal_numbers_follow_the_normal_distribution_everywhere_tails_included() {
        float[] sorted = new float[MANY];
        for (int n = 0; n < MANY; n++) sorted[n] = CounterRandom.normal(7, n);
        Arrays.sort(sorted);
        double worst = 0;
        double below = 0;
        double at = -8;
        int next = 0;
        // The distribution function by adding up the density in steps of 1e-4, compared with the share of numbers at
        // every thousandth.
        for (int step = 0; step < 160_000; step++) {
            below += Math.exp(-0.5 * (at + 5e-5) * (at + 5e-5)) / Math.sqrt(2 * Math.PI) * 1e-4;
            at = -8 + (step + 1) * 1e-4;
            if (step % 10 != 9) continue;
            while (next < MANY && sorted[next] < at) next++;
            worst = Math.max(worst, Math.abs((double) next / MANY - below));
        }
        // Kolmogorov and Smirnov: exceeded once in 20,000 times.
        assertThat(worst).isLessThan(2.3 / Math.sqrt(MANY));
        long far = Arrays.stream(toDouble(sorted))
                .filter(x -> Math.abs(x) > 3.6541528)
                .count();
        // 2·(1 − Φ(3.6541528)) = 2.5806e-4, where the ziggurat's tail takes over.
        assertThat((double) far).isEqualTo(258, within(5 * Math.sqrt(258)));
        assertThat(sorted[MANY - 1]).isBetween(4.2f, 6.5f);
    }

    @Test
    void numbers_below_a_bound_are_equally_frequent() {
        int[] counts = new int[7];
        for (int n = 0; n < 70_000; n++) counts[CounterRandom.below(7, 3, n)]++;
        for (int count : counts) assertThat((double) count).isEqualTo(10_000, within(5 * 93.0));
    }

    @Test
    void neighbouring_keys_give_unrelated_numbers() {
        double[] sums = new double[4];
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            double here = CounterRandom.normal(CounterRandom.key(1, 2, i, 4), 0);
            sums[0] += here * CounterRandom.normal(CounterRandom.key(2, 2, i, 4), 0) / n;
            sums[1] += here * CounterRandom.normal(CounterRandom.key(1, 3, i, 4), 0) / n;
            sums[2] += here * CounterRandom.normal(CounterRandom.key(1, 2, i + 1, 4), 0) / n;
            sums[3] += here * CounterRandom.normal(CounterRandom.key(1, 2, i, 5), 0) / n;
        }
        for (double correlation : sums) assertThat(correlation).isEqualTo(0, within(5 / Math.sqrt(n)));
    }

    private static double[] toDouble(float[] values) {
        double[] to = new double[values.length];
        for (int i = 0; i < to.length; i++) to[i] = values[i];
        return to;
    }
}
