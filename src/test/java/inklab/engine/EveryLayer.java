package inklab.engine;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Shape;
import inklab.net.WeightInit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small nets that engines are checked on. */
public final class EveryLayer {
    public static final WeightInit INIT = WeightInit.GLOROT;

    private EveryLayer() {}

    public static LayerSpec.Conv conv(int maps, int kernel, int stride, LayerSpec.Padding padding, Activation f) {
        return new LayerSpec.Conv(maps, kernel, stride, padding, f, INIT);
    }

    public static LayerSpec.Pool pool(LayerSpec.PoolKind kind, int size, int stride) {
        return new LayerSpec.Pool(kind, size, stride);
    }

    public static NetSpec net(Shape in, LayerSpec... layers) {
        List<LayerSpec> all = new ArrayList<>(List.of(layers));
        all.add(new LayerSpec.Output(4, INIT));
        return new NetSpec(in, all);
    }

    /** Every kind of layer in some net or other, four classes each. */
    public static Stream<NetSpec> nets() {
        Shape grey = new Shape(1, 9, 8);
        Shape rgb = new Shape(3, 8, 8);
        Shape deep = new Shape(5, 8, 8);
        LayerSpec.Padding valid = LayerSpec.Padding.VALID;
        LayerSpec.Padding same = LayerSpec.Padding.SAME;
        return Stream.of(
                net(grey, new LayerSpec.Dense(6, Activation.TANH, INIT)),
                net(grey, conv(3, 3, 1, valid, Activation.TANH), pool(LayerSpec.PoolKind.MAX, 2, 2)),
                net(rgb, conv(3, 3, 1, same, Activation.SIGMOID), pool(LayerSpec.PoolKind.AVERAGE, 2, 2)),
                net(rgb, conv(3, 3, 2, same, Activation.ELU), pool(LayerSpec.PoolKind.L2, 2, 2)),
                net(rgb, conv(4, 4, 2, valid, Activation.GELU)),
                net(deep, conv(3, 3, 1, valid, Activation.SWISH), conv(4, 3, 1, same, Activation.SCALED_TANH)),
                net(deep, conv(4, 4, 1, same, Activation.TANH), pool(LayerSpec.PoolKind.MAX, 3, 2)),
                net(deep, conv(3, 3, 2, same, Activation.TANH), new LayerSpec.GlobalAveragePool()),
                net(
                        deep,
                        new LayerSpec.BatchNorm(),
                        conv(3, 3, 1, valid, Activation.IDENTITY),
                        new LayerSpec.BatchNorm(),
                        new LayerSpec.Activate(Activation.TANH)),
                net(
                        grey,
                        new LayerSpec.Dense(6, Activation.IDENTITY, INIT),
                        new LayerSpec.BatchNorm(),
                        new LayerSpec.Activate(Activation.SIGMOID)),
                net(
                        grey,
                        new LayerSpec.Dropout(0.3),
                        new LayerSpec.Dense(8, Activation.TANH, INIT),
                        new LayerSpec.Dropout(0.5)),
                net(
                        rgb,
                        conv(4, 3, 1, same, Activation.TANH),
                        new LayerSpec.Residual(List.of(
                                conv(4, 3, 1, same, Activation.TANH),
                                new LayerSpec.BatchNorm(),
                                conv(4, 3, 1, same, Activation.IDENTITY))),
                        new LayerSpec.Activate(Activation.TANH),
                        pool(LayerSpec.PoolKind.MAX, 2, 2)),
                net(
                        deep,
                        new LayerSpec.Residual(
                                List.of(new LayerSpec.Activate(Activation.GELU), conv(5, 3, 1, same, Activation.TANH))),
                        new LayerSpec.GlobalAveragePool()));
    }
}
