package inklab.ui.work;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs work off the FX thread and brings its result back there. Everything public is for the FX thread.
 *
 * <p>No fault is lost: an {@link Exception} goes to the caller's {@code failed}, an {@link Error}, or a fault in {@code done} or
 * {@code failed} themselves, to {@code lost}.
 */
public final class Jobs implements AutoCloseable {
    private final Executor workers;
    private final Executor fx;
    private final Consumer<Throwable> lost;
    private final boolean waits;
    private volatile boolean closed;

    /**
     * On threads of someone else's; in tests both executors may run everything at once on the calling thread. Nothing waits for a rest
     * here.
     */
    public Jobs(Executor workers, Executor fx, Consumer<Throwable> lost) {
        this(workers, fx, lost, false);
    }

    private Jobs(Executor workers, Executor fx, Consumer<Throwable> lost, boolean waits) {
        this.workers = workers;
        this.fx = fx;
        this.lost = lost;
        this.waits = waits;
    }

    /** With threads of its own, called {@code NAME-1}, {@code NAME-2} …; {@code lost} is called on any thread. */
    public static Jobs threads(String name, int threads, Executor fx, Consumer<Throwable> lost) {
        return threads(name, threads, () -> {}, fx, lost);
    }

    /** @param begin done first by each of the threads, to find its priority */
    public static Jobs threads(String name, int threads, Runnable begin, Executor fx, Consumer<Throwable> lost) {
        return new Jobs(Executors.newFixedThreadPool(threads, new NamedThreads(name, begin, lost)), fx, lost, true);
    }

    /** Starts the work; then either {@code done} or {@code failed} is called on the FX thread, unless the job is cancelled. */
    public <T> Job run(Work<T> work, Consumer<? super T> done, Consumer<Exception> failed) {
        Job job = new Job(fx);
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    try {
                        T result = work.run(job.progress());
                        deliver(job, () -> done.accept(result));
                    } catch (Exception e) {
                        deliver(job, () -> failed.accept(e));
                    } catch (Throwable fault) {
                        deliver(job, () -> lost.accept(fault));
                    }
                },
                null);
        job.startedAs(task);
        workers.execute(task);
        return job;
    }

    private void deliver(Job job, Runnable last) {
        if (job.isCancelled()) return;
        fx.execute(() -> {
            if (job.isCancelled() || closed) return;
            job.ended();
            try {
                last.run();
            } catch (RuntimeException | Error fault) {
                lost.accept(fault);
            }
        });
    }

    /** A latest-only job on these workers. */
    public <I, O> Latest<I, O> latest(Latest.Computation<I, O> compute, Consumer<? super O> publish) {
        return new Latest<>(workers, fx, compute, publish, lost);
    }

    /** Something to do on the FX thread when there has been quiet for so many milliseconds. */
    public Rest rest(long millis, Runnable then) {
        return new Rest(fx, waits ? millis : 0, then);
    }

    /** Asks all work to stop and waits a moment for it, if the threads are its own; what it still says reaches nobody. */
    @Override
    public void close() {
        if (!(workers instanceof ExecutorService own)) return;
        closed = true;
        own.shutdownNow();
        try {
            own.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
