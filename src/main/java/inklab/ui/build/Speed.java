package inklab.ui.build;

/**
 * How fast this computer trains a recipe, distortion included.
 *
 * @param imagesPerSecond trained, the mean of the steps
 * @param readPerSecond images read, as those for validation are after every epoch
 * @param steps how many were timed
 */
record Speed(double imagesPerSecond, double readPerSecond, int steps) {
    /** How long an epoch takes, seconds. */
    double epoch(int train, int validation) {
        return train / imagesPerSecond + validation / readPerSecond;
    }
}
