package inklab.ui.data;

import inklab.net.Shape;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A data set that is open: what it holds, and each training image when it is asked for. Any thread may ask. */
interface Images {
    /** As recipes name it. */
    String id();

    /** The classes' names in the order of the labels. */
    List<String> classes();

    /** How many training images there are. */
    int train();

    int validation();

    int test();

    /** The class of training image i. */
    int label(int i);

    /** What training image i is called on disk; empty where images have no files of their own. */
    String file(int i);

    /**
     * Training image i, as one looks at it.
     *
     * @throws IOException in one sentence, when it cannot be read
     */
    Picture picture(int i) throws IOException;

    /**
     * Training image i at pixel scale, as a network gets it before the width of its ink is normalised.
     *
     * @throws IOException in one sentence, when it cannot be read
     */
    Picture specimen(int i) throws IOException;

    /** The shape of every image; nothing where pictures come in sizes of their own. */
    Optional<Shape> shape();

    /** Whether there are too few pictures to hold some out for validation and test. */
    boolean tooFew();

    /**
     * Counts and mean images of the training images; may take a moment.
     *
     * @throws IOException in one sentence, when images cannot be read
     */
    Summary summary(BooleanSupplier cancelled) throws IOException;

    /**
     * How much of each class there is, and what it is like on average.
     *
     * @param counts training images of each class, all of them
     * @param means each class's mean image
     * @param each how many images of a class went into its mean at most; 0 for all of them
     */
    record Summary(List<Integer> counts, List<Picture> means, int each) {}
}
