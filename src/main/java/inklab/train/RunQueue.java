package inklab.train;

import inklab.engine.Engine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Trains one job after another on a thread of its own, {@code inklab-training}. A job that fails says so in its progress, and the next one
 * begins. Every method may be called from any thread and, {@link #close} aside, returns at once.
 */
public final class RunQueue implements AutoCloseable {
    private final Supplier<Engine> engine;
    private final Deque<TrainingJob> waiting = new ArrayDeque<>();
    private final Thread worker;
    private TrainingJob current;
    private boolean paused;
    private boolean closed;

    /**
     * @param engine opens the engine, or gives the one that is open; asked on the training thread, before each job
     */
    public RunQueue(Supplier<Engine> engine) {
        this(engine, () -> {});
    }

    /** @param begin done first by the training thread, to find its priority; threads that it starts inherit that */
    public RunQueue(Supplier<Engine> engine, Runnable begin) {
        this.engine = engine;
        worker = new Thread(
                () -> {
                    begin.run();
                    work();
                },
                "inklab-training");
        worker.start();
    }

    /** Adds a job at the end. */
    public synchronized void add(TrainingJob job) {
        if (closed) throw new IllegalStateException("the queue is closed");
        waiting.add(job);
        notifyAll();
    }

    /** Takes back a job that waits; whether it did. */
    public synchronized boolean remove(TrainingJob job) {
        return waiting.remove(job);
    }

    /** Puts a job that waits at another place among those that wait; whether it still waited. */
    public synchronized boolean move(TrainingJob job, int to) {
        List<TrainingJob> order = waiting();
        if (!order.remove(job)) return false;
        order.add(Math.max(0, Math.min(to, order.size())), job);
        waiting.clear();
        waiting.addAll(order);
        return true;
    }

    /** The job that is trained now. */
    public synchronized Optional<TrainingJob> current() {
        return Optional.ofNullable(current);
    }

    /** The jobs that wait, the next first. */
    public synchronized List<TrainingJob> waiting() {
        return new ArrayList<>(waiting);
    }

    /** Rest: the job at work pauses, and no other begins. */
    public synchronized void pause() {
        paused = true;
        if (current != null) current.control().pause();
    }

    /** Go on after a pause. */
    public synchronized void resume() {
        paused = false;
        if (current != null) current.control().resume();
        notifyAll();
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    /** Stops the job at work, which saves a checkpoint, forgets those that wait, and waits for the thread. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            if (current != null) current.control().stop();
            notifyAll();
        }
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void work() {
        for (TrainingJob job = next(); job != null; job = next()) {
            try {
                job.run(engine.get());
            } catch (IOException | RuntimeException | Error e) {
                job.failed(e); // Said there; the next one may fare better.
            }
            Thread.interrupted(); // A wish to stop was meant for this job.
        }
    }

    /** The next job, which is then the current one; null when the queue is closed. */
    private synchronized TrainingJob next() {
        current = null;
        while (!closed && (paused || waiting.isEmpty())) {
            try {
                wait();
            } catch (InterruptedException e) {
                // This thread ends by close() alone.
            }
        }
        if (closed) return null;
        current = waiting.remove();
        return current;
    }
}
