package inklab.engine.dl4j;

import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.List;

/** Chooses the kernels for a net's layers. */
final class Kernels {
    /** Up to so many numbers a patch, a first convolution is cut into patches; beyond it oneDNN's convolution is faster. */
    private static final int LARGEST_PATCH = 75;

    private final long seed;
    private final int most;

    /**
     * @param seed of dropout
     * @param most the largest chunk
     */
    Kernels(long seed, int most) {
        this.seed = seed;
        this.most = most;
    }

    /** One kernel for each top-level layer. */
    List<Kernel> of(Inference net) {
        List<Kernel> kernels = of(net.layers(), "", true);
        for (int i = 0; i < kernels.size(); i++) {
            kernels.get(i).wantInputGradient(false);
            if (!(kernels.get(i) instanceof WeightlessKernel)) break;
        }
        return kernels;
    }

    private List<Kernel> of(List<Inference.Layer> layers, String prefix, boolean top) {
        List<Kernel> kernels = new ArrayList<>();
        Activation deferred = Activation.IDENTITY;
        for (int i = 0; i < layers.size(); i++) {
            Activation next = top && i + 1 < layers.size()
                    ? deferrable(layers.get(i).spec(), layers.get(i + 1).spec())
                    : Activation.IDENTITY;
            Choice choice = new Choice(layers.get(i), prefix + i, top && i == 0, deferred, next != Activation.IDENTITY);
            kernels.add(layers.get(i).spec().match(choice));
            deferred = next;
        }
        return kernels;
    }

    /** The activation that may wait until after the pooling. */
    private static Activation deferrable(LayerSpec layer, LayerSpec next) {
        if (layer instanceof LayerSpec.Conv conv
                && next instanceof LayerSpec.Pool pool
                && pool.kind() == LayerSpec.PoolKind.MAX
                && Functions.rises(conv.activation())) return conv.activation();
        return Activation.IDENTITY;
    }

    private final class Choice implements LayerSpec.Cases<Kernel> {
        private final Inference.Layer layer;
        private final Shape in;
        private final Shape out;
        private final String name;
        private final boolean first;
        private final Activation left;
        private final boolean defers;

        /**
         * @param left the activation that the layer before left to this one
         * @param defers whether this one leaves its own to the next
         */
        Choice(Inference.Layer layer, String name, boolean first, Activation left, boolean defers) {
            this.layer = layer;
            this.in = layer.input().orElseThrow();
            this.out = layer.output().orElseThrow();
            this.name = name;
            this.first = first;
            this.left = left;
            this.defers = defers;
        }

        @Override
        public Kernel dense(LayerSpec.Dense dense) {
            return new DenseKernel(name, in, dense.units(), dense.activation(), most);
        }

        @Override
        public Kernel conv(LayerSpec.Conv conv) {
            boolean patches = first && in.channels() * conv.kernel() * conv.kernel() <= LARGEST_PATCH;
            return patches
                    ? new PatchConvKernel(name, in, out, conv, defers, most)
                    : new ConvKernel(name, in, out, conv, defers, most);
        }

        @Override
        public Kernel pool(LayerSpec.Pool pool) {
            return pool.kind() == LayerSpec.PoolKind.MAX
                    ? new MaxPoolKernel(in, out, pool, left, most)
                    : new PoolKernel(in, out, pool, most);
        }

        @Override
        public Kernel globalAveragePool(LayerSpec.GlobalAveragePool pool) {
            return new GlobalPoolKernel(in, most);
        }

        @Override
        public Kernel batchNorm(LayerSpec.BatchNorm norm) {
            return new BatchNormKernel(name, in, most);
        }

        @Override
        public Kernel dropout(LayerSpec.Dropout dropout) {
            return new DropoutKernel(in, new Draws(seed, name, dropout.rate(), in.size()), most);
        }

        @Override
        public Kernel activate(LayerSpec.Activate activate) {
            return new ActivationKernel(in, activate.activation(), most);
        }

        @Override
        public Kernel residual(LayerSpec.Residual residual) {
            return new ResidualKernel(of(layer.body(), name + ".body.", false), in, most);
        }

        @Override
        public Kernel output(LayerSpec.Output output) {
            return new OutputKernel(name, in, output.classes(), most);
        }
    }
}
