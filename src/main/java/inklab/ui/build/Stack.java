package inklab.ui.build;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import inklab.net.NetSpec;
import inklab.net.WeightInit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A net as a stack of layers to be rearranged; every change is a new net. */
record Stack(NetSpec net) {
    int size() {
        return net.layers().size();
    }

    /** With a layer before the one at this index. */
    NetSpec inserted(int at, LayerSpec layer) {
        List<LayerSpec> layers = layers();
        layers.add(at, layer);
        return with(layers);
    }

    NetSpec without(int index) {
        List<LayerSpec> layers = layers();
        layers.remove(index);
        return with(layers);
    }

    NetSpec replaced(int index, LayerSpec by) {
        List<LayerSpec> layers = layers();
        layers.set(index, by);
        return with(layers);
    }

    /** With a layer taken out and put back so that it then stands at index {@code to}. */
    NetSpec moved(int from, int to) {
        List<LayerSpec> layers = layers();
        layers.add(to, layers.remove(from));
        return with(layers);
    }

    /** With this activation in every convolution and dense layer, those of residual blocks too; layers that only activate stay. */
    NetSpec withActivation(Activation activation) {
        return with(every(net.layers(), layer -> {
            if (layer instanceof Conv c)
                return new Conv(c.maps(), c.kernel(), c.stride(), c.padding(), activation, c.init());
            if (layer instanceof Dense d) return new Dense(d.units(), activation, d.init());
            return layer;
        }));
    }

    /** With these first weights in every layer that has weights. */
    NetSpec withInit(WeightInit init) {
        return with(every(net.layers(), layer -> {
            if (layer instanceof Conv c)
                return new Conv(c.maps(), c.kernel(), c.stride(), c.padding(), c.activation(), init);
            if (layer instanceof Dense d) return new Dense(d.units(), d.activation(), init);
            if (layer instanceof Output o) return new Output(o.classes(), init);
            return layer;
        }));
    }

    /** What the convolutions and dense layers have, residual blocks included, each once. */
    List<Activation> activations() {
        List<Activation> found = new ArrayList<>();
        every(net.layers(), layer -> {
            if (layer instanceof Conv c && !found.contains(c.activation())) found.add(c.activation());
            if (layer instanceof Dense d && !found.contains(d.activation())) found.add(d.activation());
            return layer;
        });
        return found;
    }

    /** How the layers with weights begin, each way once. */
    List<WeightInit> inits() {
        List<WeightInit> found = new ArrayList<>();
        every(net.layers(), layer -> {
            WeightInit init = null;
            if (layer instanceof Conv c) init = c.init();
            if (layer instanceof Dense d) init = d.init();
            if (layer instanceof Output o) init = o.init();
            if (init != null && !found.contains(init)) found.add(init);
            return layer;
        });
        return found;
    }

    /** Whether the last layer is the output. */
    boolean hasOutput() {
        return size() > 0 && net.layers().get(size() - 1) instanceof Output;
    }

    private List<LayerSpec> layers() {
        return new ArrayList<>(net.layers());
    }

    private NetSpec with(List<LayerSpec> layers) {
        return new NetSpec(net.input(), layers);
    }

    private static List<LayerSpec> every(List<LayerSpec> layers, UnaryOperator<LayerSpec> change) {
        List<LayerSpec> changed = new ArrayList<>();
        for (LayerSpec layer : layers)
            changed.add(
                    layer instanceof Residual block ? new Residual(every(block.body(), change)) : change.apply(layer));
        return changed;
    }

    /** Which line of the palette a layer comes from. */
    static LayerKind kind(LayerSpec layer) {
        return layer.match(new LayerSpec.Cases<LayerKind>() {
            @Override
            public LayerKind dense(Dense dense) {
                return LayerKind.DENSE;
            }

            @Override
            public LayerKind conv(Conv conv) {
                return LayerKind.CONVOLUTION;
            }

            @Override
            public LayerKind pool(Pool pool) {
                return switch (pool.kind()) {
                    case MAX -> LayerKind.MAX_POOL;
                    case AVERAGE -> LayerKind.AVERAGE_POOL;
                    case L2 -> LayerKind.L2_POOL;
                };
            }

            @Override
            public LayerKind globalAveragePool(GlobalAveragePool pool) {
                return LayerKind.GLOBAL_AVERAGE;
            }

            @Override
            public LayerKind batchNorm(BatchNorm norm) {
                return LayerKind.BATCH_NORM;
            }

            @Override
            public LayerKind dropout(Dropout dropout) {
                return LayerKind.DROPOUT;
            }

            @Override
            public LayerKind activate(Activate activate) {
                return LayerKind.ACTIVATION;
            }

            @Override
            public LayerKind residual(Residual residual) {
                return LayerKind.RESIDUAL;
            }

            @Override
            public LayerKind output(Output output) {
                return LayerKind.OUTPUT;
            }
        });
    }
}
