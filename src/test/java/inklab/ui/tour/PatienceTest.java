package inklab.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration MOST = Duration.ofSeconds(90);

    private final Patience patience = new Patience(MOST, at(0));

    private static long at(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void what_gets_on_is_waited_for_however_long_it_takes() {
        for (int step = 0; step <= 100; step++)
            assertThat(patience.isOver(step / 100.0, at(80L * step))).isFalse();
    }

    @Test
    void what_stands_still_is_waited_for_only_so_long() {
        assertThat(patience.isOver(0.5, at(60))).isFalse();
        assertThat(patience.isOver(0.5, at(150))).isFalse();
        assertThat(patience.isOver(0.5, at(151))).isTrue();
    }

    @Test
    void without_any_progress_it_begins_when_the_waiting_does() {
        assertThat(patience.isOver(null, at(90))).isFalse();
        assertThat(patience.isOver(null, at(91))).isTrue();
    }
}
