package inklab.ui.distort;

import inklab.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where trained nets are. */
@FunctionalInterface
interface Readers {
    /**
     * A net that can read a recipe's images; takes a moment.
     *
     * @param chosen the run that is looked at, which comes first if it fits; may be null
     * @throws IOException in one sentence, when its files cannot be read
     */
    Optional<Reader> open(Recipe recipe, Path chosen) throws IOException;
}
