package inklab.ui.train;

import inklab.data.ImageSet;
import inklab.recipe.Recipe;
import java.io.IOException;

/** A look at the images that a recipe trains on; asked off the FX thread. */
public interface Samples {
    /** How many images are looked at, where there are so many. */
    int COUNT = 45;

    /**
     * The training images of a recipe.
     *
     * @param title the data set's name for people
     * @param images how many there are to train on
     * @param first the first {@value #COUNT} of them, as the files have them
     */
    record Sample(String title, int images, ImageSet first) {}

    /**
     * The sample of a recipe.
     *
     * @throws IOException in one sentence, when the images cannot be had
     */
    Sample of(Recipe recipe) throws IOException;
}
