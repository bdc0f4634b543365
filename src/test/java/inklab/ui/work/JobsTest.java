package inklab.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final Queue<Runnable> workers = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<Throwable> lost = new ArrayList<>();
    private final List<Object> got = new ArrayList<>();
    private final Jobs jobs = new Jobs(workers::add, fx::add, lost::add);

    private void turn(Queue<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) next.run();
    }

    @Test
    void a_result_arrives_on_the_fx_thread_and_the_job_has_ended_by_then() {
        Job job = jobs.run(p -> 6 * 7, got::add, got::add);
        turn(workers);
        assertThat(got).isEmpty();
        assertThat(job.isRunning()).isTrue();
        turn(fx);
        assertThat(got).containsExactly(42);
        assertThat(job.isRunning()).isFalse();
    }

    @Test
    void a_fault_of_a_file_is_the_callers_to_show() {
        IOException fault = new IOException("mnist/t10k-labels-idx1-ubyte.gz is cut short: fetch it again.");
        jobs.run(
                p -> {
                    throw fault;
                },
                got::add,
                e -> got.add(e.getMessage()));
        turn(workers);
        turn(fx);
        assertThat(got).containsExactly(fault.getMessage());
        assertThat(lost).isEmpty();
    }

    @Test
    void an_error_and_a_fault_in_the_callers_own_code_are_not_lost() {
        jobs.run(
                p -> {
                    throw new StackOverflowError();
                },
                got::add,
                got::add);
        jobs.run(
                p -> 1,
                r -> {
                    throw new IllegalStateException("in done");
                },
                got::add);
        turn(workers);
        turn(fx);
        assertThat(got).isEmpty();
        assertThat(lost).hasSize(2);
    }

    @Test
    void nothing_arrives_from_a_cancelled_job_even_when_its_result_was_on_the_way() {
        Job early = jobs.run(p -> p.cancelled(), got::add, got::add);
        early.cancel();
        Job late = jobs.run(p -> 1, got::add, got::add);
        turn(workers);
        late.cancel();
        turn(fx);
        assertThat(got).isEmpty();
        assertThat(late.isRunning()).isFalse();
    }

    @Test
    void reports_between_two_looks_of_the_fx_thread_are_merged_into_the_last() {
        Job job = jobs.run(
                p -> {
                    for (int i = 1; i <= 1000; i++) p.at(i / 1000.0, i + " of 1,000");
                    return 0;
                },
                got::add,
                got::add);
        List<Number> seen = new ArrayList<>();
        job.fractionProperty().addListener((o, a, b) -> seen.add(b));
        turn(workers);
        assertThat(fx).hasSize(2);
        turn(fx);
        assertThat(seen).containsExactly(1.0);
        assertThat(job.wordsProperty().get()).isEqualTo("1000 of 1,000");
    }

    @Test
    void cancelling_interrupts_work_that_waits() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch out = new CountDownLatch(1);
        AtomicReference<String> thread = new AtomicReference<>();
        try (Jobs real = Jobs.threads("inklab-test", 1, Runnable::run, lost::add)) {
            Job job = real.run(
                    p -> {
                        thread.set(Thread.currentThread().getName());
                        inside.countDown();
                        try {
                            Thread.sleep(60_000);
                        } finally {
                            out.countDown();
                        }
                        return 0;
                    },
                    got::add,
                    got::add);
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            job.cancel();
            assertThat(out.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(thread.get()).isEqualTo("inklab-test-1");
        assertThat(got).isEmpty();
    }

    @Test
    void what_comes_after_closing_reaches_nobody() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        Jobs real = Jobs.threads(
                "inklab-test",
                1,
                delivery -> {
                    fx.add(delivery);
                    queued.countDown();
                },
                lost::add);
        real.run(p -> 42, got::add, got::add);
        assertThat(queued.await(10, TimeUnit.SECONDS)).isTrue();
        real.close();
        turn(fx);
        assertThat(got).isEmpty();
        assertThat(lost).isEmpty();
    }
}
