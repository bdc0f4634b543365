package inklab.ui.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * Looks at something that runs elsewhere, five times a second, and passes on what has changed: the engine is sampled, it does not push.
 * For the FX thread.
 *
 * <p>All samplers look at the same moments, so that what they change is laid out and painted in one pulse. Between two looks nothing is
 * animated, so that there is no pulse at all: on a machine whose cores all train, every one of sixty a second would interrupt them.
 *
 * @param <T> what is seen: an immutable value that the other side replaces; compared by {@code equals}
 */
public final class Sampler<T> {
    /** Between two looks. Figures that change more often cannot be read, and curves do not move visibly faster. */
    public static final long PERIOD_MILLIS = 200;

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);

    private final Supplier<? extends T> look;
    private final Consumer<? super T> changed;
    private T seen;

    /** Counts starts and stops; odd while it looks. */
    private long turn;

    /**
     * @param look reads the value; must return at once
     * @param changed receives it, when it is not null and differs from the last one
     */
    public Sampler(Supplier<? extends T> look, Consumer<? super T> changed) {
        this.look = look;
        this.changed = changed;
    }

    /** Looks at once and from now on. */
    public void start() {
        sample();
        if (isRunning()) return;
        turn++;
        await(turn);
    }

    /** Looks no more, until {@link #start}. */
    public void stop() {
        if (isRunning()) turn++;
    }

    public boolean isRunning() {
        return turn % 2 != 0;
    }

    /** Looks once, now. */
    public void sample() {
        T now = look.get();
        if (now == null || now.equals(seen)) return;
        seen = now;
        changed.accept(now);
    }

    private void await(long asked) {
        long wait = PERIOD - Math.floorMod(System.nanoTime(), PERIOD);
        CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, Platform::runLater)
                .execute(() -> {
                    if (turn != asked) return;
                    await(asked);
                    sample();
                });
    }
}
