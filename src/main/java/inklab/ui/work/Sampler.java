package inklab.ui.work;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Looks at something that runs elsewhere, ten times a second, and passes on what has changed: the engine is sampled, it does not push.
 * For the FX thread.
 *
 * @param <T> what is seen: an immutable value that the other side replaces; compared by {@code equals}
 */
public final class Sampler<T> {
    /** How often a sampler looks. */
    public static final Duration PERIOD = Duration.millis(100);

    private final Supplier<? extends T> look;
    private final Consumer<? super T> changed;
    private final Timeline clock;
    private T seen;

    /**
     * @param look reads the value; must return at once
     * @param changed receives it, when it is not null and differs from the last one
     */
    public Sampler(Supplier<? extends T> look, Consumer<? super T> changed) {
        this.look = look;
        this.changed = changed;
        clock = new Timeline(new KeyFrame(PERIOD, tick -> sample()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Looks at once and from now on. */
    public void start() {
        sample();
        clock.play();
    }

    /** Looks no more, until {@link #start}. */
    public void stop() {
        clock.stop();
    }

    public boolean isRunning() {
        return clock.getStatus() == Animation.Status.RUNNING;
    }

    /** Looks once, now. */
    public void sample() {
        T now = look.get();
        if (now == null || now.equals(seen)) return;
        seen = now;
        changed.accept(now);
    }
}
