package inklab.distort;

/**
 * What a distortion's random numbers are a function of. The same draw gives the same picture, whatever was distorted before it and on
 * whatever thread.
 *
 * @param seed the training's seed
 * @param epoch from 0
 * @param index the image's place in its data set
 * @param batch the number of the mini-batch that it is in; only a field shared by a mini-batch looks at it
 */
public record Draw(long seed, int epoch, int index, int batch) {
    /** An image by itself: its own mini-batch. */
    public static Draw of(long seed, int epoch, int index) {
        return new Draw(seed, epoch, index, index);
    }

    /** The key of the random numbers for one purpose. */
    long key(Purpose purpose) {
        return CounterRandom.key(seed, epoch, purpose == Purpose.SHARED_FIELD ? batch : index, purpose.number);
    }

    /** Each purpose has random numbers of its own, so that changing one setting leaves what the others drew. */
    enum Purpose {
        PLACEMENT(1),
        FIELD(2),
        SHARED_FIELD(3),
        PIXEL_NOISE(4);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }
}
