package inklab.engine.torch;

import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A net's forward pass in LibTorch's operations, from images to logits. */
final class Layers {
    private static final double EPSILON = 1e-5;
    static final double MOMENTUM = 0.1;
    /** Keeps the square root's derivative finite where a whole window is 0. */
    private static final double TINY = 1e-12;

    /** What one layer does to a chunk {@code [n, …]}. */
    private interface Layer {
        Tensor forward(Tensor x, Pass pass);
    }

    private final Place place;
    private final long seed;
    private final Map<String, Tensor> weights;
    private final List<Layer> layers;

    /**
     * @param weights by name; read at every pass
     * @param seed of dropout
     */
    Layers(Inference net, Place place, Map<String, Tensor> weights, long seed) {
        this.place = place;
        this.seed = seed;
        this.weights = weights;
        this.layers = chain(net.layers(), "", true);
    }

    /** Logits {@code [n, classes]}. */
    Tensor logits(Tensor images, Pass pass) {
        Tensor x = images;
        for (Layer layer : layers) x = layer.forward(x, pass);
        return x;
    }

    private List<Layer> chain(List<Inference.Layer> all, String prefix, boolean top) {
        List<Layer> chain = new ArrayList<>();
        Activation left = Activation.IDENTITY;
        for (int i = 0; i < all.size(); i++) {
            Activation next = i + 1 < all.size()
                    ? deferrable(all.get(i).spec(), all.get(i + 1).spec())
                    : Activation.IDENTITY;
            chain.add(all.get(i).spec().match(new Choice(all.get(i), prefix + i, top, left, next)));
            left = next;
        }
        return chain;
    }

    /** The activation that may wait until after the pooling, where there are fewer numbers. */
    private static Activation deferrable(LayerSpec layer, LayerSpec next) {
        return layer instanceof LayerSpec.Conv conv
                        && next instanceof LayerSpec.Pool pool
                        && pool.kind() == LayerSpec.PoolKind.MAX
                        && Functions.rises(conv.activation())
                ? conv.activation()
                : Activation.IDENTITY;
    }

    private final class Choice implements LayerSpec.Cases<Layer> {
        private final Inference.Layer layer;
        private final Shape in;
        private final Shape out;
        private final String name;
        private final boolean top;
        private final Activation left;
        private final Activation deferred;

        /**
         * @param left the activation that the layer before left to this one
         * @param deferred the activation that this one leaves to the next
         */
        Choice(Inference.Layer layer, String name, boolean top, Activation left, Activation deferred) {
            this.layer = layer;
            this.in = layer.input().orElseThrow();
            this.out = layer.output().orElseThrow();
            this.name = name;
            this.top = top;
            this.left = left;
            this.deferred = deferred;
        }

        private Layer shown(Layer layer) {
            if (!top) return layer;
            return (x, pass) -> {
                Tensor y = layer.forward(x, pass);
                pass.show(y, output -> Functions.apply(deferred, output));
                return y;
            };
        }

        @Override
        public Layer dense(LayerSpec.Dense dense) {
            return shown((x, pass) -> Functions.apply(dense.activation(), product(x)));
        }

        private Tensor product(Tensor x) {
            Tensor rows = x.dim() == 2 ? x : x.flatten(1, -1);
            return torch.linear(rows, weight("weight"), new TensorOptional(weight("bias")));
        }

        private Tensor weight(String word) {
            return weights.get(name + "." + word);
        }

        @Override
        public Layer conv(LayerSpec.Conv conv) {
            boolean same = conv.padding() == LayerSpec.Padding.SAME;
            int high = same ? zeros(in.height(), out.height(), conv) : 0;
            int wide = same ? zeros(in.width(), out.width(), conv) : 0;
            boolean even = high % 2 == 0 && wide % 2 == 0;
            long[] stride = {conv.stride(), conv.stride()};
            long[] around = even ? new long[] {high / 2, wide / 2} : new long[] {0, 0};
            // Left, right, above, below: the odd zero goes right and below.
            long[] before = {wide / 2, wide - wide / 2, high / 2, high - high / 2};
            Activation own = deferred == Activation.IDENTITY ? conv.activation() : Activation.IDENTITY;
            return shown((x, pass) -> {
                Tensor padded = even ? x : torch.constant_pad_nd(x, before);
                Tensor y = torch.conv2d(
                        laid(padded),
                        laid(weight("weight")),
                        new TensorOptional(weight("bias")),
                        stride,
                        around,
                        new long[] {1, 1},
                        1);
                return Functions.apply(own, y);
            });
        }

        /**
         * With a pixel's channels side by side on the processor, where convolutions are then an eighth faster: nothing is laid out anew for
         * them. What follows keeps to it, and vectors are made of it in the usual order.
         */
        private Tensor laid(Tensor x) {
            return place.isCpu() ? x.contiguous(torch.MemoryFormat.ChannelsLast) : x;
        }

        private static int zeros(int in, int out, LayerSpec.Conv conv) {
            return Math.max(0, (out - 1) * conv.stride() + conv.kernel() - in);
        }

        @Override
        public Layer pool(LayerSpec.Pool pool) {
            long[] size = {pool.size(), pool.size()};
            long[] stride = {pool.stride(), pool.stride()};
            long[] none = {0, 0};
            return shown(
                    switch (pool.kind()) {
                        case MAX ->
                            (x, pass) -> Functions.apply(
                                    left, torch.max_pool2d(x, size, stride, none, new long[] {1, 1}, false));
                        case AVERAGE -> (x, pass) -> average(x, size, stride);
                        case L2 ->
                            (x, pass) -> average(x.square(), size, stride)
                                    .mul(new Scalar((double) pool.size() * pool.size()))
                                    .add(new Scalar(TINY))
                                    .sqrt();
                    });
        }

        private static Tensor average(Tensor x, long[] size, long[] stride) {
            return torch.avg_pool2d(
                    x, size, stride, new long[] {0, 0}, false, true, new org.bytedeco.pytorch.LongOptional());
        }

        @Override
        public Layer globalAveragePool(LayerSpec.GlobalAveragePool pool) {
            return shown((x, pass) -> x.mean(2, 3));
        }

        @Override
        public Layer batchNorm(LayerSpec.BatchNorm norm) {
            return shown((x, pass) -> pass.training() ? normalised(x, pass) : normal(x, mean(), variance(), false, 0));
        }

        private Tensor mean() {
            return weight("running_mean");
        }

        private Tensor variance() {
            return weight("running_var");
        }

        /** By the statistics of so many images at a time as make a chunk on the processor, on every device. */
        private Tensor normalised(Tensor x, Pass pass) {
            int n = Math.toIntExact(x.size(0));
            TensorVector parts = new TensorVector();
            Tensor means = place.zeros(in.channels());
            Tensor variances = place.zeros(in.channels());
            for (int from = 0; from < n; from += pass.ghost()) {
                int count = Math.min(pass.ghost(), n - from);
                Tensor part = count == n ? x : x.narrow(0, from, count);
                Tensor mean = place.zeros(in.channels());
                Tensor variance = place.zeros(in.channels());
                double share = MOMENTUM * count / pass.batch();
                boolean one = (long) count * in.height() * in.width() == 1;
                // Of one number there is no unbiased variance: the running ones take up its mean and a variance of 0.
                parts.push_back(one ? normal(part, null, null, true, 0) : normal(part, mean, variance, true, share));
                if (one) mean = part.detach().reshape(in.channels()).mul(new Scalar(share));
                means = means.add(mean);
                variances = variances.add(variance);
            }
            pass.statistics().put(name + ".running_mean", Place.keep(means));
            pass.statistics().put(name + ".running_var", Place.keep(variances));
            return parts.size() == 1 ? parts.get(0) : torch.cat(parts, 0);
        }

        /** Moves the given statistics by the share towards the chunk's. */
        private Tensor normal(Tensor x, Tensor mean, Tensor variance, boolean training, double share) {
            return torch.batch_norm(
                    x,
                    new TensorOptional(weight("weight")),
                    new TensorOptional(weight("bias")),
                    mean == null ? new TensorOptional() : new TensorOptional(mean),
                    variance == null ? new TensorOptional() : new TensorOptional(variance),
                    training,
                    share,
                    EPSILON,
                    true);
        }

        @Override
        public Layer dropout(LayerSpec.Dropout dropout) {
            Masks masks = new Masks(place, seed, name, dropout.rate());
            return shown((x, pass) -> {
                if (!pass.training() || Math.round(dropout.rate() * 65536) == 0) return x;
                Tensor factors = masks.factors(pass, Math.toIntExact(x.size(0)), in.size());
                return x.mul(factors.view_as(x));
            });
        }

        @Override
        public Layer activate(LayerSpec.Activate activate) {
            return shown((x, pass) -> Functions.apply(activate.activation(), x));
        }

        @Override
        public Layer residual(LayerSpec.Residual residual) {
            List<Layer> body = chain(layer.body(), name + ".body.", false);
            return shown((x, pass) -> {
                Tensor y = x;
                for (Layer one : body) y = one.forward(y, pass);
                return x.add(y);
            });
        }

        @Override
        public Layer output(LayerSpec.Output output) {
            return (x, pass) -> {
                Tensor logits = product(x);
                pass.show(logits, all -> torch.softmax(all, 1));
                return logits;
            };
        }
    }
}
