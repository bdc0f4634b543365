package inklab.ui.build;

/**
 * How fast this computer trains a recipe, distortion included.
 *
 * @param imagesPerSecond from the median of the steps
 * @param steps how many were timed
 */
record Speed(double imagesPerSecond, int steps) {}
