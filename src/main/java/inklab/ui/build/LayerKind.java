package inklab.ui.build;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.PoolKind;
import inklab.net.LayerSpec.Residual;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/** The palette: what can be added, in its order. */
enum LayerKind {
    CONVOLUTION(Feather.GRID),
    MAX_POOL(Feather.MINIMIZE_2),
    AVERAGE_POOL(Feather.MINIMIZE),
    L2_POOL(Feather.CROP),
    DENSE(Feather.ALIGN_JUSTIFY),
    DROPOUT(Feather.DROPLET),
    BATCH_NORM(Feather.SLIDERS),
    ACTIVATION(Feather.ACTIVITY),
    RESIDUAL(Feather.CORNER_RIGHT_DOWN),
    GLOBAL_AVERAGE(Feather.TARGET),
    OUTPUT(Feather.LOG_OUT);

    private static final int FIRST_MAPS = 20;
    private static final int KERNEL = 5;
    private static final int UNITS = 150;
    private static final int CLASSES = 10;

    private final Feather icon;

    LayerKind(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /** {@code max-pool}: the end of its keys and of its button's id. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A new layer of this kind for this place in a net: with the activation and first weights that most of the net has, and no larger than
     * the maps there. A convolution has twice the maps of the one before it, or 20 with nothing before it.
     */
    LayerSpec fresh(NetSpec net, int at) {
        Notation.Defaults usual = Notation.Defaults.of(net);
        Optional<Shape> in = at == 0
                ? Optional.of(net.input())
                : Inference.of(net).layers().get(at - 1).output();
        int side = in.map(s -> Math.max(1, Math.min(s.height(), s.width()))).orElse(KERNEL);
        return switch (this) {
            case CONVOLUTION ->
                new Conv(maps(net, at), Math.min(KERNEL, side), 1, usual.padding(), usual.activation(), usual.init());
            case MAX_POOL -> new Pool(PoolKind.MAX, 2, 2);
            case AVERAGE_POOL -> new Pool(PoolKind.AVERAGE, 2, 2);
            case L2_POOL -> new Pool(PoolKind.L2, 2, 2);
            case DENSE -> new Dense(UNITS, usual.activation(), usual.init());
            case DROPOUT -> new Dropout(0.5);
            case BATCH_NORM -> new BatchNorm();
            case ACTIVATION -> new Activate(usual.activation());
            case RESIDUAL -> {
                // Two convolutions that keep the shape, as He et al. (2015) have them, without batch normalisation.
                int channels = in.map(Shape::channels).orElse(FIRST_MAPS);
                Conv conv = new Conv(Math.max(1, channels), 3, 1, Padding.SAME, usual.activation(), usual.init());
                yield new Residual(List.of(conv, conv));
            }
            case GLOBAL_AVERAGE -> new GlobalAveragePool();
            case OUTPUT -> new Output(CLASSES, usual.init());
        };
    }

    private static int maps(NetSpec net, int at) {
        for (int i = at - 1; i >= 0; i--)
            if (net.layers().get(i) instanceof Conv conv) return 2 * Math.max(1, conv.maps());
        return FIRST_MAPS;
    }
}
