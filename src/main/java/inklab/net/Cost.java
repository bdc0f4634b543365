package inklab.net;

import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import java.util.ArrayList;
import java.util.List;

/**
 * What a net costs. A layer whose shapes are unknown counts nothing, so the sums of a net with problems are those of the layers that are
 * known. Sums too large for a {@code long} are {@link Long#MAX_VALUE}.
 *
 * @param layers one for each top-level layer
 * @param input bytes of one image at the input
 * @param total all layers together; its activation memory includes the input
 */
public record Cost(List<Layer> layers, long input, Layer total) {
    /** Bytes of a number. */
    private static final int FLOAT = 4;

    /**
     * The cost of a layer, or of all of them.
     *
     * @param parameters numbers that are learned: weights, biases, scales and shifts
     * @param statistics numbers that are kept, but not learned: the running means and variances of batch normalisation
     * @param multiplyAdds multiplications with an addition for one image, forward: those of convolutions and dense layers, and one for each
     *     number that batch normalisation scales
     * @param activationBytes memory of what it puts out for one image, for a residual block of its body's layers too
     */
    public record Layer(long parameters, long statistics, long multiplyAdds, long activationBytes) {
        private static final Layer NONE = new Layer(0, 0, 0, 0);

        private Layer plus(Layer other) {
            return new Layer(
                    Numbers.plus(parameters, other.parameters),
                    Numbers.plus(statistics, other.statistics),
                    Numbers.plus(multiplyAdds, other.multiplyAdds),
                    Numbers.plus(activationBytes, other.activationBytes));
        }
    }

    public Cost {
        layers = List.copyOf(layers);
    }

    /** The cost of a net. */
    public static Cost of(NetSpec net) {
        return of(Inference.of(net));
    }

    /** The cost of a net whose shapes are inferred already. */
    public static Cost of(Inference inference) {
        List<Layer> layers = new ArrayList<>();
        Shape in = inference.net().input();
        boolean known = in.channels() > 0 && in.height() > 0 && in.width() > 0;
        long input = known ? Numbers.times(FLOAT, Numbers.size(in)) : 0;
        Layer total = new Layer(0, 0, 0, input);
        for (Inference.Layer layer : inference.layers()) {
            Layer cost = of(layer);
            layers.add(cost);
            total = total.plus(cost);
        }
        return new Cost(layers, input, total);
    }

    /** The cost of one layer, its body included. */
    public static Layer of(Inference.Layer layer) {
        if (layer.input().isEmpty() || layer.output().isEmpty()) return Layer.NONE;
        Shape in = layer.input().get();
        Shape out = layer.output().get();
        Layer cost = new Layer(
                parameters(layer.spec(), in),
                layer.spec() instanceof BatchNorm ? Numbers.times(2, in.channels()) : 0,
                multiplyAdds(layer.spec(), in, out),
                Numbers.times(FLOAT, Numbers.size(out)));
        for (Inference.Layer inner : layer.body()) cost = cost.plus(of(inner));
        return cost;
    }

    /**
     * Bytes that training holds for its mini-batch and its weights: every activation and its gradient for each image, and every weight, its
     * gradient and what the optimiser remembers of it. An engine's working buffers come on top.
     */
    public long trainingBytes(int batch, Optimizer optimizer) {
        long images = Numbers.times(2, Math.max(0, batch), total.activationBytes());
        long weights = Numbers.times(2 + optimizer.memories(), FLOAT, total.parameters());
        return Numbers.plus(images, weights, Numbers.times(FLOAT, total.statistics()));
    }

    /** How many numbers a layer learns, without those in a body; the layer's settings are sound. */
    static long parameters(LayerSpec spec, Shape in) {
        return spec.match(new Parameters(in));
    }

    private static long multiplyAdds(LayerSpec spec, Shape in, Shape out) {
        return spec.match(new MultiplyAdds(in, out));
    }

    private record Parameters(Shape in) implements LayerSpec.Cases<Long> {
        @Override
        public Long dense(Dense layer) {
            return Numbers.times(layer.units(), Numbers.plus(Numbers.size(in), 1));
        }

        @Override
        public Long conv(Conv layer) {
            return Numbers.times(
                    layer.maps(), Numbers.plus(Numbers.times(in.channels(), layer.kernel(), layer.kernel()), 1));
        }

        @Override
        public Long pool(Pool layer) {
            return 0L;
        }

        @Override
        public Long globalAveragePool(GlobalAveragePool layer) {
            return 0L;
        }

        @Override
        public Long batchNorm(BatchNorm layer) {
            return Numbers.times(2, in.channels());
        }

        @Override
        public Long dropout(Dropout layer) {
            return 0L;
        }

        @Override
        public Long activate(Activate layer) {
            return 0L;
        }

        @Override
        public Long residual(Residual layer) {
            return 0L;
        }

        @Override
        public Long output(Output layer) {
            return Numbers.times(layer.classes(), Numbers.plus(Numbers.size(in), 1));
        }
    }

    private record MultiplyAdds(Shape in, Shape out) implements LayerSpec.Cases<Long> {
        @Override
        public Long dense(Dense layer) {
            return Numbers.times(layer.units(), Numbers.size(in));
        }

        @Override
        public Long conv(Conv layer) {
            return Numbers.times(Numbers.size(out), in.channels(), layer.kernel(), layer.kernel());
        }

        @Override
        public Long pool(Pool layer) {
            return 0L;
        }

        @Override
        public Long globalAveragePool(GlobalAveragePool layer) {
            return 0L;
        }

        @Override
        public Long batchNorm(BatchNorm layer) {
            return Numbers.size(in);
        }

        @Override
        public Long dropout(Dropout layer) {
            return 0L;
        }

        @Override
        public Long activate(Activate layer) {
            return 0L;
        }

        @Override
        public Long residual(Residual layer) {
            return 0L;
        }

        @Override
        public Long output(Output layer) {
            return Numbers.times(layer.classes(), Numbers.size(in));
        }
    }
}
