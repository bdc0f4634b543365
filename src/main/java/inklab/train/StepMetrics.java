package inklab.train;

/**
 * What one step of training measured.
 *
 * @param step its number in the whole training, from 0
 * @param epoch the epoch it belongs to, from 1
 * @param loss mean cross-entropy of the mini-batch before the update
 * @param error the share of the mini-batch that was misread, 0 to 1
 * @param rate the learning rate
 * @param imagesPerSecond how fast training goes about now
 */
public record StepMetrics(long step, int epoch, double loss, double error, double rate, double imagesPerSecond) {}
