package inklab.ui.tour;

import java.time.Duration;
import java.util.Objects;

/** How long somebody waits for what is at work: as long as it gets on, and then so long at most. */
final class Patience {
    private final Duration most;
    private Object before;
    private long since;

    /** @param now nanoseconds of any clock, the same as in {@link #isOver} */
    Patience(Duration most, long now) {
        this.most = most;
        since = now;
    }

    /**
     * Whether nothing has got on for too long.
     *
     * @param progress how far it is; whatever differs from the time before is progress, null is allowed
     */
    boolean isOver(Object progress, long now) {
        if (!Objects.equals(progress, before)) {
            before = progress;
            since = now;
        }
        return now - since > most.toNanos();
    }
}
