package inklab.ui.runs;

import inklab.recipe.Recipe;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Images as runs see them; asked off the FX thread. */
public interface Looks {
    /** How many images show what a recipe does to them. */
    int COUNT = 2;

    /**
     * A few training images as this recipe's net gets them in an epoch, distorted; the same images for every recipe of a data set.
     *
     * @throws IOException in one sentence, when the images cannot be had
     */
    List<Picture> seen(Recipe recipe) throws IOException;

    /**
     * Some of the test images as the files have them.
     *
     * @param recipe of a run that read them
     * @param images their indices
     */
    Map<Integer, Picture> test(Recipe recipe, List<Integer> images) throws IOException;
}
