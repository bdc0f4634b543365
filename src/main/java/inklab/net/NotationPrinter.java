package inklab.net;

import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import java.util.List;
import java.util.Locale;

/** Writes nets and layers that leave out what the defaults say. */
final class NotationPrinter {
    private final Notation.Defaults defaults;

    NotationPrinter(Notation.Defaults defaults) {
        this.defaults = defaults;
    }

    String net(NetSpec net) {
        Notation.Defaults classic = Notation.Defaults.CLASSIC;
        StringBuilder text = new StringBuilder(net.input().toString());
        if (defaults.activation() != classic.activation())
            text.append(':').append(defaults.activation().code());
        if (!defaults.init().equals(classic.init())) text.append(':').append(init(defaults.init()));
        if (defaults.padding() != classic.padding()) text.append(':').append(padding(defaults.padding()));
        for (int i = 0; i < net.layers().size(); i++)
            text.append('-').append(layer(net.layers().get(i), i == net.layers().size() - 1));
        return text.toString();
    }

    /**
     * A layer.
     *
     * @param last whether units without a suffix mean an output here
     */
    String layer(LayerSpec layer, boolean last) {
        return layer.match(new Text(last, 0));
    }

    private final class Text implements LayerSpec.Cases<String> {
        private final boolean last;
        private final int depth;

        Text(boolean last, int depth) {
            this.last = last;
            this.depth = depth;
        }

        @Override
        public String dense(Dense layer) {
            // At the end, an activation tells a dense layer from an output.
            String activation = last ? ":" + layer.activation().code() : unlessDefault(layer.activation());
            return layer.units() + "N" + activation + unlessDefault(layer.init());
        }

        @Override
        public String conv(Conv layer) {
            return layer.maps() + "C" + layer.kernel() + (layer.stride() == 1 ? "" : "/" + layer.stride())
                    + (layer.padding() == defaults.padding() ? "" : ":" + padding(layer.padding()))
                    + unlessDefault(layer.activation()) + unlessDefault(layer.init());
        }

        @Override
        public String pool(Pool layer) {
            String kind = switch (layer.kind()) {
                case MAX -> "MP";
                case AVERAGE -> "AP";
                case L2 -> "LP";
            };
            return kind + layer.size() + (layer.stride() == layer.size() ? "" : "/" + layer.stride());
        }

        @Override
        public String globalAveragePool(GlobalAveragePool layer) {
            return "GAP";
        }

        @Override
        public String batchNorm(BatchNorm layer) {
            return "BN";
        }

        @Override
        public String dropout(Dropout layer) {
            return "D" + Decimal.text(layer.rate());
        }

        @Override
        public String activate(Activate layer) {
            return layer.activation().code();
        }

        @Override
        public String residual(Residual layer) {
            if (depth >= Inference.MAX_DEPTH) return "R(…)";
            List<String> body = layer.body().stream()
                    .map(inner -> inner.match(new Text(false, depth + 1)))
                    .toList();
            return "R(" + String.join("-", body) + ")";
        }

        @Override
        public String output(Output layer) {
            return layer.classes() + "N" + (last ? "" : ":softmax") + unlessDefault(layer.init());
        }
    }

    private String unlessDefault(Activation activation) {
        return activation == defaults.activation() ? "" : ":" + activation.code();
    }

    private String unlessDefault(WeightInit init) {
        return init.equals(defaults.init()) ? "" : ":" + init(init);
    }

    private static String init(WeightInit init) {
        return init.kind().code() + (init.kind().hasScale() ? Decimal.text(init.scale()) : "");
    }

    private static String padding(Padding padding) {
        return padding.name().toLowerCase(Locale.ROOT);
    }
}
