package inklab.recipe;

import inklab.data.LoadOptions;

/**
 * Which images, and how they become a network's input.
 *
 * @param dataset {@code ink}, {@code mnist}, {@code fashion-mnist}, {@code cifar-10} or {@code pictures/NAME}
 * @param train how many training images at most; 0 for all that the data set has beside the validation images
 * @param validation how many images off the end of the training part are held out for validation; with 0 the last epoch counts
 * @param ink how many of Ink's generated digits are trained on beside the data set's own training images, which must be digits too; they are
 *     neither held out nor tested on
 * @param normaliseWidth the width in pixels that the ink's bounding box is scaled to, on every split; 0 for none
 * @param pixels the range that the bytes 0–255 are mapped to
 */
public record DataSettings(String dataset, int train, int validation, int ink, int normaliseWidth, Pixels pixels) {
    /** How many images are held out for validation when nobody says otherwise. */
    public static final int VALIDATION = LoadOptions.VALIDATION;

    /** Those without any of Ink's digits beside. */
    public DataSettings(String dataset, int train, int validation, int normaliseWidth, Pixels pixels) {
        this(dataset, train, validation, 0, normaliseWidth, pixels);
    }

    /** Of another data set; Ink's digits, which only belong beside other digits, are then left out. */
    public DataSettings withDataset(String dataset) {
        return new DataSettings(
                dataset, train, validation, dataset.equals(this.dataset) ? ink : 0, normaliseWidth, pixels);
    }

    public DataSettings withTrain(int train) {
        return new DataSettings(dataset, train, validation, ink, normaliseWidth, pixels);
    }

    public DataSettings withValidation(int validation) {
        return new DataSettings(dataset, train, validation, ink, normaliseWidth, pixels);
    }

    public DataSettings withInk(int ink) {
        return new DataSettings(dataset, train, validation, ink, normaliseWidth, pixels);
    }

    public DataSettings withNormaliseWidth(int normaliseWidth) {
        return new DataSettings(dataset, train, validation, ink, normaliseWidth, pixels);
    }

    public DataSettings withPixels(Pixels pixels) {
        return new DataSettings(dataset, train, validation, ink, normaliseWidth, pixels);
    }

    /** Whether the data set may have Ink's digits beside its own images: MNIST, and pictures of one's own, which may be digits. */
    public boolean takesInk() {
        return dataset.equals("mnist") || dataset.startsWith(KnownData.PICTURES);
    }

    /** The range of a network's input. */
    public enum Pixels {
        /** 0 is paper, 1 full ink. */
        UNIT("0..1"),
        /** −1 is paper, 1 full ink. */
        SIGNED("-1..1");

        private final String code;

        Pixels(String code) {
            this.code = code;
        }

        /** The name in recipe files. */
        public String code() {
            return code;
        }

        /** The number for a pixel of 0 to 255: {@code b / 255}, or {@code b / 127.5 − 1}; to the last bit what a distortion gives. */
        public float number(int pixel) {
            return this == UNIT ? pixel / 255f : pixel / 127.5f - 1;
        }

        /** Maps bytes to numbers: {@code to[toOffset + i]} is the number of {@code from[fromOffset + i]}. */
        public void map(byte[] from, int fromOffset, float[] to, int toOffset, int count) {
            for (int i = 0; i < count; i++) to[toOffset + i] = number(from[fromOffset + i] & 0xFF);
        }
    }
}
