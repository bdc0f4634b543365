package inklab.ui.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Does something once nothing has stirred for a while: what would cost too much at every move of a slider. From {@link Jobs#rest}; for the
 * FX thread.
 */
public final class Rest {
    private final Executor fx;
    private final long nanos;
    private final Runnable then;
    private long until;
    private boolean wanted;
    private boolean waiting;

    /** @param millis of quiet; with 0 it is done at once */
    Rest(Executor fx, long millis, Runnable then) {
        this.fx = fx;
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        this.then = then;
    }

    /** Something changed: it is done when nothing has for so long from now on. */
    public void stir() {
        if (nanos == 0) {
            then.run();
            return;
        }
        wanted = true;
        until = System.nanoTime() + nanos;
        if (waiting) return;
        waiting = true;
        await(nanos);
    }

    /** It is not to be done, until something stirs again. */
    public void cancel() {
        wanted = false;
    }

    private void await(long left) {
        CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS, fx).execute(this::wake);
    }

    private void wake() {
        long left = until - System.nanoTime();
        if (wanted && left > 0) {
            await(left);
            return;
        }
        waiting = false;
        if (!wanted) return;
        wanted = false;
        then.run();
    }
}
