package inklab.ui;

import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Residual;
import inklab.net.NetSpec;

/** A layer keeps its colour everywhere: those with weights take the six series in order, again from the first when they run out. */
public final class LayerSeries {
    /** How many series the themes have: the roles {@code -series-1} to {@code -series-6}. */
    public static final int COUNT = 6;

    private LayerSeries() {}

    /** For each top-level layer the number of its series, from 1; 0 for a layer without weights. */
    public static int[] of(NetSpec net) {
        int[] series = new int[net.layers().size()];
        int next = 0;
        for (int i = 0; i < series.length; i++) if (hasWeights(net.layers().get(i), 0)) series[i] = 1 + next++ % COUNT;
        return series;
    }

    /** Batch normalisation scales and shifts, but its few numbers are no filters: it takes no colour. */
    private static boolean hasWeights(LayerSpec layer, int depth) {
        if (layer instanceof Residual block)
            return depth < 16 && block.body().stream().anyMatch(inner -> hasWeights(inner, depth + 1));
        return layer instanceof Conv || layer instanceof Dense || layer instanceof Output;
    }
}
