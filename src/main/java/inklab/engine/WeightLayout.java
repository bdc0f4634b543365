package inklab.engine;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import inklab.net.WeightInit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names and shapes of a net's tensors, in order, as {@link Weights} describes them: every engine lays its weights out by this. */
public final class WeightLayout {
    /** What a tensor is for. */
    public enum Role {
        /** Multiplies something: weight decay applies. */
        WEIGHT,
        /** Is added, or scales a normalised number: learned, without weight decay. */
        OFFSET,
        /** A running mean or variance: follows the data, not the gradient. */
        STATISTIC
    }

    /**
     * One tensor.
     *
     * @param layer the index of its top-level layer
     * @param prefix the layer's part of the name, such as {@code 4.body.1}
     * @param name the whole name, such as {@code 4.body.1.weight}
     * @param first the value it starts with where that is not drawn
     * @param init how it is drawn, or null for {@code first}
     * @param fanIn numbers that each unit sees
     * @param fanOut numbers that see each input
     */
    public record Entry(
            int layer,
            String prefix,
            String name,
            Role role,
            List<Integer> shape,
            float first,
            WeightInit init,
            int fanIn,
            int fanOut) {
        /** How many numbers it has. */
        public int size() {
            return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private WeightLayout() {}

    /**
     * The layout of a net's tensors.
     *
     * @throws IllegalStateException when the net is not sound
     */
    public static WeightLayout of(Inference net) {
        if (!net.isSound()) throw new IllegalStateException("the net has problems: " + net.problems());
        WeightLayout layout = new WeightLayout();
        for (int i = 0; i < net.layers().size(); i++) layout.add(net.layers().get(i), i, Integer.toString(i));
        return layout;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Dimensions by name. */
    public Map<String, List<Integer>> shapes() {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        for (Entry entry : entries) shapes.put(entry.name(), entry.shape());
        return shapes;
    }

    /**
     * Compares tensors with the layout: all before any is taken over, so that a wrong file leaves a network as it was.
     *
     * @param prefix of the tensors' names, such as {@code M.} of an optimiser's memory
     * @throws IllegalArgumentException naming the tensor that is missing or has the wrong shape
     */
    public void check(Weights weights, String prefix) {
        for (Entry entry : entries) {
            Weights.Tensor tensor = weights.get(prefix + entry.name());
            if (!tensor.shape().equals(entry.shape()))
                throw new IllegalArgumentException("the tensor " + prefix + entry.name() + " has the shape "
                        + tensor.shape() + ", but this net's is " + entry.shape());
        }
    }

    private void add(Inference.Layer layer, int top, String prefix) {
        layer.spec().match(new Tensors(layer, top, prefix));
    }

    private final class Tensors implements LayerSpec.Cases<Void> {
        private final Inference.Layer layer;
        private final Shape in;
        private final int top;
        private final String prefix;

        Tensors(Inference.Layer layer, int top, String prefix) {
            this.layer = layer;
            this.in = layer.input().orElseThrow();
            this.top = top;
            this.prefix = prefix;
        }

        @Override
        public Void dense(LayerSpec.Dense dense) {
            return product(List.of(dense.units(), in.size()), dense.init(), in.size(), dense.units());
        }

        @Override
        public Void conv(LayerSpec.Conv conv) {
            int area = conv.kernel() * conv.kernel();
            return product(
                    List.of(conv.maps(), in.channels(), conv.kernel(), conv.kernel()),
                    conv.init(),
                    in.channels() * area,
                    conv.maps() * area);
        }

        @Override
        public Void output(LayerSpec.Output output) {
            return product(List.of(output.classes(), in.size()), output.init(), in.size(), output.classes());
        }

        private Void product(List<Integer> shape, WeightInit init, int fanIn, int fanOut) {
            entries.add(new Entry(top, prefix, prefix + ".weight", Role.WEIGHT, shape, 0, init, fanIn, fanOut));
            return vector("bias", Role.OFFSET, shape.get(0), 0);
        }

        @Override
        public Void batchNorm(LayerSpec.BatchNorm norm) {
            vector("weight", Role.OFFSET, in.channels(), 1);
            vector("bias", Role.OFFSET, in.channels(), 0);
            vector("running_mean", Role.STATISTIC, in.channels(), 0);
            return vector("running_var", Role.STATISTIC, in.channels(), 1);
        }

        private Void vector(String word, Role role, int size, float first) {
            entries.add(new Entry(top, prefix, prefix + "." + word, role, List.of(size), first, null, 0, 0));
            return null;
        }

        @Override
        public Void residual(LayerSpec.Residual residual) {
            for (int j = 0; j < layer.body().size(); j++) add(layer.body().get(j), top, prefix + ".body." + j);
            return null;
        }

        @Override
        public Void pool(LayerSpec.Pool pool) {
            return null;
        }

        @Override
        public Void globalAveragePool(LayerSpec.GlobalAveragePool pool) {
            return null;
        }

        @Override
        public Void dropout(LayerSpec.Dropout dropout) {
            return null;
        }

        @Override
        public Void activate(LayerSpec.Activate activate) {
            return null;
        }
    }
}
