package inklab.train;

/**
 * What the network answered after an epoch.
 *
 * @param epoch its number, from 1
 * @param validation to the validation images, in their order
 * @param test to the test images, in their order
 */
public record EpochOutputs(int epoch, Outputs validation, Outputs test) {}
