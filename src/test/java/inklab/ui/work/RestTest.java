package inklab.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final long MILLIS = 60;

    private final ExecutorService fx = Executors.newSingleThreadExecutor();
    private final Jobs jobs = Jobs.threads("rest-test", 1, fx, fault -> {
        throw new AssertionError(fault);
    });
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch once = new CountDownLatch(1);
    private final Rest rest = jobs.rest(MILLIS, () -> {
        done.incrementAndGet();
        once.countDown();
    });

    @AfterEach
    void close() {
        jobs.close();
        fx.shutdownNow();
    }

    private void onFx(Runnable what) throws Exception {
        fx.submit(what).get(5, TimeUnit.SECONDS);
    }

    @Test
    void what_stirs_again_and_again_is_done_once_when_it_is_quiet() throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            onFx(rest::stir);
            Thread.sleep(10);
        }
        assertThat(once.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(MILLIS + 40));
        Thread.sleep(3 * MILLIS);
        assertThat(done).hasValue(1);
    }

    @Test
    void cancelled_it_is_not_done_until_something_stirs_again() throws Exception {
        onFx(rest::stir);
        onFx(rest::cancel);
        Thread.sleep(3 * MILLIS);
        assertThat(done).hasValue(0);
        onFx(rest::stir);
        assertThat(once.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void where_everything_runs_at_once_nothing_waits() {
        Jobs atOnce = new Jobs(Runnable::run, Runnable::run, fault -> {});
        atOnce.rest(MILLIS, done::incrementAndGet).stir();
        assertThat(done).hasValue(1);
    }
}
