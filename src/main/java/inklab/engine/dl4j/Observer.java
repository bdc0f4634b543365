package inklab.engine.dl4j;

import inklab.engine.LayerStats;
import inklab.engine.WeightLayout;
import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers {@link LayerStats} of one step: activations chunk by chunk, gradients before the update, the update after it. */
final class Observer {
    /** Beyond this share of its bound a tanh or sigmoid passes next to no gradient. */
    static final double SATURATED = 0.99;

    private final Inference net;
    private final WeightLayout layout;
    private final Slices weights;
    private final List<Integer> watched = new ArrayList<>();
    private final Map<Integer, String> names = new LinkedHashMap<>();
    private final Map<String, Double> gradientRatios = new LinkedHashMap<>();
    private final Look[][] looks;

    Observer(Inference net, WeightLayout layout, Slices weights, int chunks) {
        this.net = net;
        this.layout = layout;
        this.weights = weights;
        for (WeightLayout.Entry entry : layout.entries())
            if (entry.role() == WeightLayout.Role.WEIGHT && names.putIfAbsent(entry.layer(), entry.prefix()) == null)
                watched.add(entry.layer());
        this.looks = new Look[chunks][watched.size()];
    }

    /** What one chunk's activations of one layer come to; units are maps of a convolution. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
    private record Look(double sum, double squares, long count, boolean[] alive) {}

    /** Takes in the activations of chunk k, just computed. */
    void look(int k, List<Kernel> kernels, int n) {
        for (int w = 0; w < watched.size(); w++) {
            int layer = watched.get(w);
            Shape shape = net.layers().get(layer).output().orElseThrow();
            looks[k][w] = look(
                    kernels.get(layer).shown().toArray(),
                    shape,
                    n,
                    activation(net.layers().get(layer).spec()));
        }
    }

    private static Activation activation(LayerSpec spec) {
        if (spec instanceof LayerSpec.Dense dense) return dense.activation();
        if (spec instanceof LayerSpec.Conv conv) return conv.activation();
        return Activation.IDENTITY;
    }

    private static Look look(float[] values, Shape shape, int n, Activation activation) {
        int plane = shape.height() * shape.width();
        boolean[] alive = new boolean[shape.channels()];
        double sum = 0;
        double squares = 0;
        for (int i = 0, at = 0; i < n; i++)
            for (int c = 0; c < shape.channels(); c++)
                for (int j = 0; j < plane; j++, at++) {
                    double v = values[at];
                    sum += v;
                    squares += v * v;
                    alive[c] |= isAlive(activation, v);
                }
        return new Look(sum, squares, values.length, alive);
    }

    private static boolean isAlive(Activation activation, double v) {
        return switch (activation) {
            case RELU, LEAKY_RELU, ELU, GELU, SWISH -> v > 0;
            case TANH -> Math.abs(v) < SATURATED;
            case SCALED_TANH -> Math.abs(v) < SATURATED * 1.7159;
            case SIGMOID -> v > 1 - SATURATED && v < SATURATED;
            case IDENTITY -> true;
        };
    }

    /** Before the update: mean |gradient| over mean |weight|, the gradient summed over the chunks. */
    void rememberGradient(List<Slices> chunks) {
        for (WeightLayout.Entry entry : watchedEntries()) {
            float[] sum = chunks.get(0).get(entry.name()).toArray();
            for (Slices chunk : chunks.subList(1, chunks.size())) {
                float[] part = chunk.get(entry.name()).toArray();
                for (int i = 0; i < sum.length; i++) sum[i] += part[i];
            }
            gradientRatios.put(
                    entry.prefix(),
                    meanAbsolute(sum) / meanAbsolute(weights.get(entry.name()).toArray()));
        }
    }

    /** After the update, which the first chunk's slices hold. */
    List<LayerStats> stats(Slices update) {
        List<LayerStats> stats = new ArrayList<>();
        for (WeightLayout.Entry entry : watchedEntries()) {
            int w = watched.indexOf(entry.layer());
            double ratio = norm(update.get(entry.name()).toArray())
                    / norm(weights.get(entry.name()).toArray());
            stats.add(activity(entry, w, Math.log10(ratio)));
        }
        return stats;
    }

    private LayerStats activity(WeightLayout.Entry entry, int w, double updateToWeight) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        boolean[] alive = null;
        for (Look[] look : looks) {
            if (look[w] == null) continue;
            sum += look[w].sum();
            squares += look[w].squares();
            count += look[w].count();
            if (alive == null) alive = new boolean[look[w].alive().length];
            for (int c = 0; c < alive.length; c++) alive[c] |= look[w].alive()[c];
            look[w] = null;
        }
        int dead = 0;
        if (alive != null) for (boolean a : alive) if (!a) dead++;
        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : Math.max(0, squares / count - mean * mean);
        return new LayerStats(
                entry.layer(),
                entry.prefix(),
                updateToWeight,
                gradientRatios.get(entry.prefix()),
                mean,
                Math.sqrt(variance),
                alive == null ? 0 : (double) dead / alive.length);
    }

    /** The first weight tensor of each top-level layer that has any; of a residual block that is its first layer's. */
    private List<WeightLayout.Entry> watchedEntries() {
        return layout.entries().stream()
                .filter(e -> e.role() == WeightLayout.Role.WEIGHT && e.prefix().equals(names.get(e.layer())))
                .toList();
    }

    private static double meanAbsolute(float[] values) {
        double sum = 0;
        for (float v : values) sum += Math.abs(v);
        return sum / values.length;
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float v : values) sum += (double) v * v;
        return Math.sqrt(sum);
    }
}
