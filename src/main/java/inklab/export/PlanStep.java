package inklab.export;

import inklab.net.Activation;
import inklab.net.LayerSpec.PoolKind;
import java.util.List;

/** One operation of a net as all toolkits know it. Maps are {@code [n, channels, height, width]}, vectors {@code [n, size]}. */
sealed interface PlanStep {
    /** Maps become a vector, in the order channels, rows, columns. */
    record Flatten(int channels, int height, int width) implements PlanStep {}

    /** A vector becomes so many maps of 1 × 1. */
    record Unflatten(int channels) implements PlanStep {}

    /** {@code Wx + b} over vectors. */
    record Linear(String name, int in, int out) implements PlanStep {}

    /** Convolution with a bias; zeros around as {@link Pads} says. */
    record Conv(String name, int in, int out, int kernel, int stride, Pads pads) implements PlanStep {}

    /** Rows and columns of zeros around a map. */
    record Pads(int top, int left, int bottom, int right) {
        boolean isNone() {
            return top == 0 && left == 0 && bottom == 0 && right == 0;
        }

        boolean isEven() {
            return top == bottom && left == right;
        }
    }

    /** Pooling over square windows that lie wholly on the map. */
    record Pool(PoolKind kind, int size, int stride) implements PlanStep {}

    /** The mean of each map, as a vector. */
    record GlobalAverage(int channels) implements PlanStep {}

    /** {@code γ (x − mean) / √(variance + 1e-5) + β} for each channel. */
    record Norm(String name, int channels, boolean vector) implements PlanStep {}

    /** Nothing at test time. */
    record Drop(double rate) implements PlanStep {}

    record Activate(Activation activation) implements PlanStep {}

    /** What goes in, added to what the body makes of it. */
    record Residual(String name, List<Plan.Layer> body) implements PlanStep {}

    /** Class probabilities. */
    record Softmax() implements PlanStep {}
}
