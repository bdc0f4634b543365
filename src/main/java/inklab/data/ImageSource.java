package inklab.data;

import java.io.IOException;

/** A data set that is made rather than read, of any size. */
public interface ImageSource {
    /**
     * Makes a data set. The same numbers always give the same images, and no image of one part occurs in another.
     *
     * @param train how many training images
     * @param validation how many validation images
     * @param test how many test images; the same ones whatever the other two sizes are
     * @throws IOException if what the images are made from cannot be read
     */
    Dataset make(int train, int validation, int test, long seed) throws IOException;
}
