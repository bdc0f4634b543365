package inklab.recipe;

import inklab.net.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a data set before its files are read.
 *
 * @param title for people
 * @param shape of an image
 * @param classes how many
 * @param images how many are not for testing; 0 when there is no end of them
 */
record KnownData(String id, String title, Shape shape, int classes, int images) {
    /** What the ids of one's own pictures begin with. */
    static final String PICTURES = "pictures/";

    static final List<KnownData> ALL = List.of(
            new KnownData("ink", "Ink", new Shape(1, 28, 28), 10, 0),
            new KnownData("mnist", "MNIST", new Shape(1, 28, 28), 10, 60_000),
            new KnownData("fashion-mnist", "Fashion-MNIST", new Shape(1, 28, 28), 10, 60_000),
            new KnownData("cifar-10", "CIFAR-10", new Shape(3, 32, 32), 10, 50_000));

    /** Nothing for one's own pictures, and for a data set that does not exist. */
    static Optional<KnownData> of(String id) {
        return ALL.stream().filter(known -> known.id.equals(id)).findFirst();
    }
}
