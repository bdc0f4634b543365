package inklab.train;

import inklab.data.Dataset;
import inklab.recipe.Recipe;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Where a training's images come from. */
public interface TrainingImages {
    /**
     * The images that a recipe names, as the files have them.
     *
     * @param cancelled asked now and then whether to leave off
     * @throws IOException in one sentence, when they cannot be had
     * @throws java.util.concurrent.CancellationException when left off
     */
    Dataset load(Recipe recipe, BooleanSupplier cancelled) throws IOException;
}
