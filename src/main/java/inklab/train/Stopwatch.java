package inklab.train;

import java.util.function.LongSupplier;

/** Adds up seconds, with breaks. */
final class Stopwatch {
    private final LongSupplier nanoTime;
    private double before;
    private long since;
    private boolean running;

    /**
     * Stopped, and showing this.
     *
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    Stopwatch(double seconds, LongSupplier nanoTime) {
        this.before = seconds;
        this.nanoTime = nanoTime;
    }

    void start() {
        if (!running) since = nanoTime.getAsLong();
        running = true;
    }

    void stop() {
        before = seconds();
        running = false;
    }

    double seconds() {
        return running ? before + (nanoTime.getAsLong() - since) * 1e-9 : before;
    }
}
