package inklab.net;

import java.util.List;

/** One layer of a network, as the user asked for it. Shapes follow from the layers before it. */
public sealed interface LayerSpec {
    /** Fully connected: {@code y = f(Wx + b)}; the input is flattened in the order channels, rows, columns. */
    record Dense(int units, Activation activation, WeightInit init) implements LayerSpec {}

    /** Convolution with a square kernel (cross-correlation, as all toolkits have it), a bias for each map, then the activation. */
    record Conv(int maps, int kernel, int stride, Padding padding, Activation activation, WeightInit init)
            implements LayerSpec {}

    /** Pooling over square windows; a last row or column that does not fill a window is left out. */
    record Pool(PoolKind kind, int size, int stride) implements LayerSpec {}

    /** The mean of each map: {@code c × h × w} becomes a vector of c. */
    record GlobalAveragePool() implements LayerSpec {}

    /** Batch normalisation by map (by number after a dense layer), ε = 1e-5, running statistics with decay 0.9. */
    record BatchNorm() implements LayerSpec {}

    /** Each number is zero with probability {@code rate} in training, and the others grow by 1/(1 − rate); nothing at test time. */
    record Dropout(double rate) implements LayerSpec {}

    /** A non-linearity on its own (after batch normalisation or a residual block). */
    record Activate(Activation activation) implements LayerSpec {}

    /** {@code y = x + body(x)}: the body's output must have its input's shape. */
    record Residual(List<LayerSpec> body) implements LayerSpec {
        public Residual {
            body = List.copyOf(body);
        }
    }

    /** Dense, softmax and cross-entropy: the last layer of every network. */
    record Output(int classes, WeightInit init) implements LayerSpec {}

    /** What a convolution does at the border. */
    enum Padding {
        /** No padding: maps shrink by kernel − 1. */
        VALID,
        /** Zeros around, so that at stride 1 maps keep their size; the odd zero goes right and below. */
        SAME
    }

    /** What pooling keeps of a window. */
    enum PoolKind {
        MAX,
        AVERAGE,
        /** √(Σx²). */
        L2
    }
}
