package inklab.distort;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistortBenchmarkTest {
    @Test
    void a_measurement_takes_its_time_and_finds_one() {
        long from = System.nanoTime();
        DistortBenchmark.Result result = DistortBenchmark.elastic(29, 8, 36, 0.1);
        assertThat((System.nanoTime() - from) / 1e9).isGreaterThan(0.09);
        // How fast this machine is now is nobody's business here; only that the figure is one.
        assertThat(result.microseconds()).isBetween(0.1, 1e5);
        assertThat(result.side()).isEqualTo(29);
    }
}
