package inklab.ui.distort;

import inklab.recipe.Recipe;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Where the images to try a distortion on are from. */
@FunctionalInterface
interface Samples {
    /**
     * Training images of a recipe's data set, prepared as it says; may take a moment.
     *
     * @param cancelled asked now and then whether to leave off
     * @throws IOException in one sentence, when they cannot be had
     */
    Sample load(Recipe recipe, BooleanSupplier cancelled) throws IOException;
}
