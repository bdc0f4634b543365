package inklab.data;

/**
 * A data set, split. Training and validation images choose everything; the test images score, and choose nothing.
 *
 * @param id {@code ink}, {@code mnist}, {@code fashion-mnist}, {@code cifar-10} or {@code pictures/NAME}
 */
public record Dataset(String id, ImageSet train, ImageSet validation, ImageSet test) {}
