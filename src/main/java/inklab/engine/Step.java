package inklab.engine;

/**
 * What changes from one training step to the next.
 *
 * @param index the number of the step in the whole training, from 0: dropout is a function of (seed, index, image)
 * @param learningRate η of this step
 * @param observe whether to gather {@link LayerStats}, which costs a little
 */
public record Step(long index, double learningRate, boolean observe) {}
