package inklab.engine;

/**
 * How a layer with weights is doing at one step.
 *
 * @param layer its index among the net's top-level layers
 * @param name the prefix of its weights' names, such as {@code 2} or {@code 4.body.1}
 * @param updateToWeight log10 of ‖update‖₂ / ‖weights‖₂; about −3 is healthy
 * @param gradientToWeight mean |gradient| / mean |weight|, the ratio that the literature tuned by
 * @param activationMean mean of its outputs, after the activation
 * @param activationSigma their standard deviation
 * @param deadShare the share of its units (maps of a convolution) whose output did not vary or was saturated over the mini-batch: at 0 for
 *     the ReLU family, beyond 99 % of the bound for tanh and sigmoid, on every image
 */
public record LayerStats(
        int layer,
        String name,
        double updateToWeight,
        double gradientToWeight,
        double activationMean,
        double activationSigma,
        double deadShare) {}
