package inklab.engine;

import inklab.net.NetSpec;
import java.util.List;

/**
 * A network that computes. Calls come from one thread at a time; two networks may be used from two threads.
 *
 * <p>Images are floats in the order {@code [n, channels, height, width]}, scaled as the recipe says.
 */
public interface Network extends AutoCloseable {
    NetSpec spec();

    /**
     * One step of training on one mini-batch: forward, backward, update. The mini-batch is cut into chunks of a fixed size whatever the
     * thread count, and chunk gradients are summed in a fixed order, so the result is the same bit for bit on any number of threads.
     *
     * @return the loss and errors before the update
     */
    StepResult step(Batch batch, Step step);

    /**
     * Class probabilities.
     *
     * @param images {@code [count, channels, height, width]}
     * @return {@code [count, classes]}, each row summing to 1
     */
    float[] predict(float[] images, int count);

    /**
     * What every layer makes of one image, in the layers' order; the last are the probabilities.
     *
     * @param image {@code [channels, height, width]}
     * @return for each layer its output {@code [channels, height, width]}
     */
    List<float[]> activations(float[] image);

    /**
     * The gradient of one class's logit with respect to the image (Simonyan et al., 2013).
     *
     * @return {@code [channels, height, width]}
     */
    float[] saliency(float[] image, int label);

    /** A copy of the weights now, running statistics of batch normalisation included. */
    Weights weights();

    /** A copy of what the optimiser remembers (momentum, moments), one tensor for each weight and memory; empty for plain SGD. */
    Weights optimizerState();

    /**
     * Takes over weights.
     *
     * @throws IllegalArgumentException naming the tensor that is missing or has the wrong shape
     */
    void load(Weights weights);

    /** Takes over weights and the optimiser's memory, as {@link #weights()} and {@link #optimizerState()} gave them. */
    void load(Weights weights, Weights optimizerState);

    @Override
    void close();
}
