package inklab.engine.torch;

import inklab.net.Activation;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Activations as LibTorch computes them; automatic differentiation knows their derivatives. */
final class Functions {
    private static final double SCALED_TANH_OUT = 1.7159;
    private static final double SCALED_TANH_IN = 2.0 / 3;
    /** Beyond this share of its bound a tanh or sigmoid passes next to no gradient. */
    private static final double SATURATED = 0.99;

    private Functions() {}

    static Tensor apply(Activation f, Tensor x) {
        return switch (f) {
            case IDENTITY -> x;
            case TANH -> x.tanh();
            case SCALED_TANH -> x.mul(new Scalar(SCALED_TANH_IN)).tanh().mul(new Scalar(SCALED_TANH_OUT));
            case RELU -> x.relu();
            case LEAKY_RELU -> torch.leaky_relu(x, new Scalar(0.01));
            case SIGMOID -> x.sigmoid();
            case ELU -> torch.elu(x);
            case GELU -> torch.gelu(x, "tanh");
            case SWISH -> torch.silu(x);
        };
    }

    /** Whether f never falls, so that it may trade places with max pooling. */
    static boolean rises(Activation f) {
        return f != Activation.GELU && f != Activation.SWISH;
    }

    /** Where a unit's output is neither at its bound nor at the zero of the ReLU family; null where every output is alive. */
    static Tensor alive(Activation f, Tensor y) {
        return switch (f) {
            case RELU, LEAKY_RELU, ELU, GELU, SWISH -> y.gt(new Scalar(0.0));
            case TANH -> y.abs().lt(new Scalar(SATURATED));
            case SCALED_TANH -> y.abs().lt(new Scalar(SATURATED * SCALED_TANH_OUT));
            case SIGMOID -> y.sub(new Scalar(0.5)).abs().lt(new Scalar(SATURATED - 0.5));
            case IDENTITY -> null;
        };
    }
}
