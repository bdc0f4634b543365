package inklab.data;

/**
 * How much of a data set is wanted and, for pictures, in which shape.
 *
 * @param train how many training images at most; 0 for all but the validation images
 * @param validation how many images off the end of the training part become validation images
 * @param channels 1 for grey, 3 for RGB; only pictures of one's own are converted
 * @param height in pixels, for pictures of one's own
 * @param width in pixels, for pictures of one's own
 * @param seed of generated images; files know no seed
 */
public record LoadOptions(int train, int validation, int channels, int height, int width, long seed) {
    /** How many validation images are held out when nobody says otherwise. */
    public static final int VALIDATION = 10_000;

    public LoadOptions {
        if (train < 0 || validation < 0)
            throw new IllegalArgumentException("train " + train + ", validation " + validation);
        if (channels != 1 && channels != 3) throw new IllegalArgumentException(channels + " channels");
        if (height < 1 || width < 1) throw new IllegalArgumentException(height + "x" + width + " pixels");
    }

    /** All training images but the last 10,000, which are for validation; pictures in grey, 28×28. */
    public static LoadOptions standard() {
        return new LoadOptions(0, VALIDATION, 1, 28, 28, 1);
    }

    public LoadOptions withTrain(int train) {
        return new LoadOptions(train, validation, channels, height, width, seed);
    }

    public LoadOptions withValidation(int validation) {
        return new LoadOptions(train, validation, channels, height, width, seed);
    }

    public LoadOptions withShape(int channels, int height, int width) {
        return new LoadOptions(train, validation, channels, height, width, seed);
    }

    public LoadOptions withSeed(long seed) {
        return new LoadOptions(train, validation, channels, height, width, seed);
    }
}
