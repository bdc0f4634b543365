package inklab.ui.build;

import inklab.recipe.Recipe;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Times a few real steps of training. Called off the FX thread, one call at a time. */
@FunctionalInterface
public interface SpeedMeter {
    /**
     * Trains a throw-away network for about a second.
     *
     * @param recipe without errors in its net
     * @param specimen the image that its mini-batches are made of: time does not depend on what is on it
     * @param cancelled asked between steps
     * @return empty when cancelled, or when the net is too large to be tried in passing
     * @throws InterruptedException when the thread is interrupted: as good as cancelled
     */
    Optional<Speed> measure(Recipe recipe, Specimen specimen, BooleanSupplier cancelled) throws InterruptedException;
}
