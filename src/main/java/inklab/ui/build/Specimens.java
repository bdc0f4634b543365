package inklab.ui.build;

import inklab.recipe.Recipe;
import java.io.IOException;

/** Where the image to follow comes from. Called off the FX thread, one call at a time. */
@FunctionalInterface
public interface Specimens {
    /**
     * An image of the recipe's data set, or a built-in one while that is not here.
     *
     * @throws IOException in one sentence, when not even that can be had
     */
    Specimen of(Recipe recipe) throws IOException;
}
