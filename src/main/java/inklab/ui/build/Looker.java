package inklab.ui.build;

import inklab.recipe.Recipe;
import java.nio.file.Path;
import java.util.Optional;

/** Follows an image through a net. Called off the FX thread, one call at a time. */
@FunctionalInterface
public interface Looker {
    /**
     * What the specimen looks like at every depth of the recipe's net.
     *
     * @param run a run folder whose weights are taken when it trained this net; else the first weights of the recipe's seed are
     * @return empty when the image cannot become the net's input, or the net is too large to be looked at in passing
     */
    Optional<Depths> look(Recipe recipe, Specimen specimen, Optional<Path> run);
}
