package inklab.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private final Queue<Runnable> workers = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<Integer> computed = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private final List<Throwable> lost = new ArrayList<>();
    private final Latest<Integer, Integer> latest = new Latest<>(
            workers::add,
            fx::add,
            x -> {
                computed.add(x);
                if (x < 0) throw new IllegalArgumentException("negative");
                return 10 * x;
            },
            shown::add,
            lost::add);

    @AfterEach
    void shut() {
        pool.shutdownNow();
    }

    private void turn(Queue<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) next.run();
    }

    @Test
    void of_the_inputs_that_arrive_before_a_worker_is_free_only_the_newest_is_computed() {
        for (int i = 1; i <= 5; i++) latest.set(i);
        turn(workers);
        turn(fx);
        assertThat(computed).containsExactly(5);
        assertThat(shown).containsExactly(50);
        assertThat(latest.isBusy()).isFalse();
    }

    @Test
    void of_the_results_that_the_fx_thread_has_not_looked_at_only_the_newest_is_shown() {
        latest.set(1);
        turn(workers);
        latest.set(2);
        turn(workers);
        assertThat(computed).containsExactly(1, 2);
        turn(fx);
        assertThat(shown).containsExactly(20);
    }

    @Test
    void nothing_ordered_before_a_cancel_is_shown_after_it() {
        latest.set(1);
        turn(workers);
        latest.cancel();
        turn(fx);
        latest.set(2);
        latest.cancel();
        turn(workers);
        turn(fx);
        latest.set(3);
        turn(workers);
        turn(fx);
        assertThat(shown).containsExactly(30);
    }

    @Test
    void a_fault_is_reported_and_the_next_input_is_computed_all_the_same() {
        latest.set(-1);
        turn(workers);
        latest.set(4);
        turn(workers);
        turn(fx);
        assertThat(lost).hasSize(1);
        assertThat(shown).containsExactly(40);
    }

    private void settle() throws Exception {
        pool.submit(() -> {}).get(60, TimeUnit.SECONDS);
    }

    private Latest<Integer, Integer> pooled(Latest.Computation<Integer, Integer> compute) {
        return new Latest<>(pool, fx::add, compute, shown::add, lost::add);
    }

    @Test
    void an_answer_that_is_known_to_come_soon_is_waited_for() throws Exception {
        Latest<Integer, Integer> quick = pooled(x -> 10 * x);
        quick.set(1, 60_000);
        settle();
        // How long it takes was not known yet.
        assertThat(shown).isEmpty();
        turn(fx);
        quick.set(2, 60_000);
        assertThat(shown).containsExactly(10, 20);
        assertThat(fx).isEmpty();
        settle();
        assertThat(quick.isBusy()).isFalse();
    }

    @Test
    void an_answer_that_is_known_to_come_late_is_not_waited_for() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Latest<Integer, Integer> slow = pooled(x -> {
            if (x == 1) Thread.sleep(30);
            else gate.await();
            return 10 * x;
        });
        slow.set(1);
        settle();
        slow.set(2, 20);
        assertThat(slow.isBusy()).isTrue();
        gate.countDown();
        settle();
        turn(fx);
        assertThat(shown).containsExactly(20);
    }

    @Test
    void an_answer_that_comes_late_for_once_is_shown_all_the_same() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Latest<Integer, Integer> once = pooled(x -> {
            if (x == 2) gate.await();
            if (x == 3) throw new IllegalArgumentException("three");
            return 10 * x;
        });
        once.set(1);
        settle();
        turn(fx);
        once.set(2, 500);
        assertThat(shown).containsExactly(10);
        gate.countDown();
        settle();
        turn(fx);
        assertThat(shown).containsExactly(10, 20);
        once.set(1);
        settle();
        // A fault ends the waiting, too.
        once.set(3, 60_000);
        settle();
        assertThat(lost).hasSize(1);
    }

    @Test
    void under_a_flood_the_shown_values_only_ever_grow_and_the_last_input_is_shown_last() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        ExecutorService screen = Executors.newSingleThreadExecutor();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        Latest<Integer, Integer> flood = new Latest<>(pool, screen, x -> x, seen::add, lost::add);
        IntStream.range(0, 20_000).forEach(flood::set);
        while (flood.isBusy()) Thread.sleep(1);
        pool.shutdown();
        screen.shutdown();
        assertThat(screen.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isSorted().doesNotHaveDuplicates().endsWith(19_999);
        assertThat(lost).isEmpty();
    }
}
