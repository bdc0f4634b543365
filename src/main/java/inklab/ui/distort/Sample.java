package inklab.ui.distort;

import inklab.data.ImageSet;
import inklab.recipe.DataSettings;
import java.util.List;

/**
 * Training images to try a distortion on: the first {@value #WALL} stand on the wall, all of them are read for the share misread.
 *
 * @param data where they are from and how they were prepared
 * @param images of the shape of the recipe's input, prepared
 */
record Sample(DataSettings data, ImageSet images) {
    /** How many stand on the wall. */
    static final int WALL = 64;
    /** How many a share is taken of. */
    static final int MOST = 256;

    /** How many of them stand on the wall. */
    int wall() {
        return Math.min(WALL, images.size());
    }

    List<String> classes() {
        return images.classes();
    }
}
