package inklab.data;

/**
 * The first images of a data set, read without the rest.
 *
 * @param few the first training images
 * @param images how many there are in all, training and test
 */
public record Glance(ImageSet few, long images) {}
