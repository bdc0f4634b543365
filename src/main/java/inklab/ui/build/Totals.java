package inklab.ui.build;

/**
 * What the whole net costs.
 *
 * @param work multiply-adds for one image, forward
 * @param bytes that training holds for a mini-batch
 * @param batch images of a mini-batch
 * @param timing how long an epoch takes, as far as that is known
 */
record Totals(long weights, long work, long bytes, int batch, Timing timing) {
    /** What is known of an epoch's time. */
    sealed interface Timing {
        /** Nothing: the net cannot be trained yet. */
        record Unfinished() implements Timing {}

        /** It is being measured now. */
        record Measuring() implements Timing {}

        /** Training has the computer: a measurement now would lie, and slow it down. */
        record Busy() implements Timing {}

        /** The net is too large to be tried in passing, or could not be tried. */
        record Unknown() implements Timing {}

        /** An epoch takes so many seconds. */
        record Epoch(double seconds) implements Timing {}

        /** How long an epoch is is unknown, since the data set is not here. */
        record Rate(double imagesPerSecond) implements Timing {}
    }
}
