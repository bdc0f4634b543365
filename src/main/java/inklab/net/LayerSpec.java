package inklab.net;

import java.util.List;

/**
 * One layer of a network, as the user asked for it. Shapes follow from the layers before it.
 *
 * <p>What differs from kind to kind is written as {@link Cases}: a new kind of layer makes the compiler list the places to visit.
 */
public sealed interface LayerSpec {
    /** Calls the case of this layer's kind. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of layer. */
    interface Cases<R> {
        R dense(Dense layer);

        R conv(Conv layer);

        R pool(Pool layer);

        R globalAveragePool(GlobalAveragePool layer);

        R batchNorm(BatchNorm layer);

        R dropout(Dropout layer);

        R activate(Activate layer);

        R residual(Residual layer);

        R output(Output layer);
    }

    /** Fully connected: {@code y = f(Wx + b)}; the input is flattened in the order channels, rows, columns. */
    record Dense(int units, Activation activation, WeightInit init) implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dense(this);
        }
    }

    /** Convolution with a square kernel (cross-correlation, as all toolkits have it), a bias for each map, then the activation. */
    record Conv(int maps, int kernel, int stride, Padding padding, Activation activation, WeightInit init)
            implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.conv(this);
        }
    }

    /** Pooling over square windows; a last row or column that does not fill a window is left out. */
    record Pool(PoolKind kind, int size, int stride) implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pool(this);
        }
    }

    /** The mean of each map: {@code c × h × w} becomes a vector of c. */
    record GlobalAveragePool() implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.globalAveragePool(this);
        }
    }

    /** Batch normalisation by map (by number after a dense layer), ε = 1e-5, running statistics with decay 0.9. */
    record BatchNorm() implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.batchNorm(this);
        }
    }

    /** Each number is zero with probability {@code rate} in training, and the others grow by 1/(1 − rate); nothing at test time. */
    record Dropout(double rate) implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dropout(this);
        }
    }

    /** A non-linearity on its own (after batch normalisation or a residual block). */
    record Activate(Activation activation) implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.activate(this);
        }
    }

    /** {@code y = x + body(x)}: the body's output must have its input's shape. */
    record Residual(List<LayerSpec> body) implements LayerSpec {
        public Residual {
            body = List.copyOf(body);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.residual(this);
        }
    }

    /** Dense, softmax and cross-entropy: the last layer of every network. */
    record Output(int classes, WeightInit init) implements LayerSpec {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.output(this);
        }
    }

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
