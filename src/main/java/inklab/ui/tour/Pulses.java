package inklab.ui.tour;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** How far apart the pulses of the FX thread are, while it runs. For the FX thread. */
final class Pulses extends AnimationTimer {
    private final List<Double> gaps = new ArrayList<>();
    private long last;

    @Override
    public void handle(long frame) {
        // The moment the pulse really came, not the one it was meant for.
        long now = System.nanoTime();
        if (last != 0) gaps.add((now - last) / 1e6);
        last = now;
    }

    /** Between one pulse and the next, ms, in the order they came. */
    List<Double> gaps() {
        return List.copyOf(gaps);
    }
}
