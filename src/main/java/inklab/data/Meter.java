package inklab.data;

import java.util.concurrent.CancellationException;

/** Counts work and tells a {@link Progress} of it about ten times a second, with the speed of the last few seconds. */
final class Meter {
    private static final long TELL_NANOS = 100_000_000;
    /** The speed's memory: after so many seconds an old speed counts for a third. */
    private static final double MEMORY_SECONDS = 3;

    private final Progress progress;
    private final String what;
    private final long total;
    private long done;
    private long toldDone;
    private long told;
    private double perSecond;

    Meter(Progress progress, String what, long total) {
        this(progress, what, total, 0);
    }

    /** @param done what was done before this meter began; it does not count for the speed */
    Meter(Progress progress, String what, long total, long done) {
        this.progress = progress;
        this.what = what;
        this.total = total;
        this.done = done;
        this.toldDone = done;
        this.told = System.nanoTime();
        check();
    }

    /** @throws CancellationException if the work is to stop */
    void add(long more) {
        done += more;
        check();
        long now = System.nanoTime();
        if (now - told >= TELL_NANOS) tell(now);
        else if (done == total) progress.at(what, done, total, perSecond);
    }

    /** @throws CancellationException if the work is to stop */
    void check() {
        if (progress.cancelled()) throw new CancellationException(what + " was cancelled");
    }

    private void tell(long now) {
        double seconds = (now - told) / 1e9;
        double speed = (done - toldDone) / seconds;
        double keep = perSecond == 0 ? 0 : Math.exp(-seconds / MEMORY_SECONDS);
        perSecond = keep * perSecond + (1 - keep) * speed;
        told = now;
        toldDone = done;
        progress.at(what, done, total, perSecond);
    }
}
