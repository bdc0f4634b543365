package inklab.engine.dl4j;

/**
 * One layer's arithmetic on one chunk of images: what a {@link KernelLayer} makes DL4J call. It owns its buffers, so that a step allocates
 * nothing, and belongs to one thread at a time.
 */
interface Kernel {
    /** Reads weights from here from now on. */
    void bindWeights(Slices weights);

    /** Writes gradients here from now on; every {@link #backward} overwrites its own slices. */
    void bindGradients(Slices gradients);

    /** The layer's output for n images {@code [n, …]}: valid until the next call. */
    Tensor forward(Tensor in, int n, Pass pass);

    /**
     * Gradients of the weights, from the last forward pass, and of the input.
     *
     * @param out the gradient with respect to the output; overwritten
     * @return the gradient with respect to the input, or null when nobody needs it
     */
    Tensor backward(Tensor out);

    /** Whether {@link #backward} has to return the input's gradient. */
    void wantInputGradient(boolean wanted);

    /** The layer's output as the user knows it, after its own activation, for the last forward pass. */
    Tensor shown();
}
