package inklab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The calling thread and a few more, doing numbered pieces of work together. Waiting threads spin for some microseconds before they sleep,
 * because a step of a small net is shorter than waking up twice.
 */
public final class Crew implements AutoCloseable {
    private static final int SPINS = 2_000;

    /** A piece of work: done by this worker, who is alone with whatever belongs to that number. */
    public interface Work {
        void run(int worker, int piece);
    }

    private final List<Thread> threads = new ArrayList<>();
    private volatile Job job = new Job(null, 0);
    private volatile boolean closed;

    /**
     * @param workers the caller included
     * @param prepare what each thread but the caller's does first
     */
    public Crew(int workers, Runnable prepare) {
        for (int i = 1; i < workers; i++) {
            int worker = i;
            Thread thread = new Thread(
                    () -> {
                        prepare.run();
                        work(worker);
                    },
                    "inklab-engine-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** How many work, the caller included. */
    public int workers() {
        return threads.size() + 1;
    }

    /** Does the pieces 0 … count − 1, in no particular order, and returns when all are done; a failure of any is thrown here. */
    public void run(int count, Work work) {
        Job next = new Job(work, count);
        job = next;
        if (count > 1) threads.forEach(LockSupport::unpark);
        next.help(0);
        int spins = 0;
        while (next.left.get() > 0) {
            if (spins++ < SPINS) Thread.onSpinWait();
            else LockSupport.parkNanos(20_000);
        }
        RuntimeException failure = next.failure.get();
        if (failure != null) throw failure;
    }

    private void work(int worker) {
        Job seen = job;
        int spins = 0;
        while (!closed) {
            if (job == seen) {
                if (spins++ < SPINS) Thread.onSpinWait();
                else LockSupport.park(this);
                continue;
            }
            seen = job;
            spins = 0;
            seen.help(worker);
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(LockSupport::unpark);
        for (Thread thread : threads) {
            boolean interrupted = Thread.interrupted();
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** One call of {@link #run}. */
    private static final class Job {
        private final Work work;
        private final int count;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger left;
        private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

        Job(Work work, int count) {
            this.work = work;
            this.count = count;
            this.left = new AtomicInteger(count);
        }

        void help(int worker) {
            for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
                try {
                    work.run(worker, piece);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                } catch (Error e) {
                    failure.compareAndSet(null, new IllegalStateException(e.toString(), e));
                } finally {
                    left.decrementAndGet();
                }
            }
        }
    }
}
