package inklab.engine.torch;

import inklab.engine.LayerStats;
import inklab.engine.WeightLayout;
import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Gathers {@link LayerStats} of one step on the device: outputs chunk by chunk, gradients and weights before the update, weights after it. */
@SuppressWarnings("try") // A scope is there for its end.
final class Watch {
    /** What a chunk's outputs of one layer come to; the units are maps of a convolution. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
    private record Look(double sum, double squares, long count, float[] alive) {}

    private final Inference net;
    private final List<WeightLayout.Entry> watched = new ArrayList<>();
    private final Look[][] looks;
    private final Map<String, Double> gradients = new LinkedHashMap<>();
    private final Map<String, Tensor> before = new LinkedHashMap<>();

    /**
     * @param chunks of this step
     */
    Watch(Inference net, WeightLayout layout, int chunks) {
        this.net = net;
        // The first weights of each top-level layer that has any; of a residual block those of its first layer.
        for (WeightLayout.Entry entry : layout.entries())
            if (entry.role() == WeightLayout.Role.WEIGHT
                    && watched.stream().noneMatch(other -> other.layer() == entry.layer())) watched.add(entry);
        this.looks = new Look[chunks][watched.size()];
    }

    /** Takes in the outputs of chunk k. */
    void look(int k, List<Tensor> shown) {
        for (int w = 0; w < watched.size(); w++) {
            int layer = watched.get(w).layer();
            looks[k][w] = look(
                    shown.get(layer).detach(),
                    activation(net.layers().get(layer).spec()));
        }
    }

    private static Activation activation(LayerSpec spec) {
        if (spec instanceof LayerSpec.Dense dense) return dense.activation();
        if (spec instanceof LayerSpec.Conv conv) return conv.activation();
        return Activation.IDENTITY;
    }

    private static Look look(Tensor y, Activation f) {
        Tensor alive = Functions.alive(f, y);
        float[] living = new float[Math.toIntExact(y.size(1))];
        if (alive == null) Arrays.fill(living, 1);
        else living = Place.read((alive.dim() == 4 ? alive.any(0, 2, 3) : alive.any(0)).to(torch.ScalarType.Float));
        return new Look(y.sum().item_double(), y.square().sum().item_double(), y.numel(), living);
    }

    /** Before the update: the gradient over the chunks, without weight decay, and the weights. */
    void remember(List<Map<String, Tensor>> chunks, Map<String, Tensor> weights) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            for (WeightLayout.Entry entry : watched) {
                Tensor sum = chunks.get(0).get(entry.name()).clone();
                for (Map<String, Tensor> chunk : chunks.subList(1, chunks.size())) sum.add_(chunk.get(entry.name()));
                Tensor weight = weights.get(entry.name());
                double mean = weight.abs().mean().item_double();
                gradients.put(entry.name(), sum.abs().mean().item_double() / mean);
                before.put(entry.name(), Place.keep(weight.clone()));
            }
        }
    }

    /** After the update. */
    List<LayerStats> stats(Map<String, Tensor> weights) {
        List<LayerStats> stats = new ArrayList<>();
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            for (int w = 0; w < watched.size(); w++) {
                WeightLayout.Entry entry = watched.get(w);
                Tensor weight = weights.get(entry.name());
                Tensor old = before.get(entry.name());
                double update = norm(old.sub(weight)) / norm(weight);
                Place.drop(old);
                stats.add(activity(entry, w, Math.log10(update)));
            }
        }
        return stats;
    }

    private static double norm(Tensor tensor) {
        return Math.sqrt(tensor.square().sum().item_double());
    }

    private LayerStats activity(WeightLayout.Entry entry, int w, double updateToWeight) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        float[] alive = new float[looks[0][w].alive().length];
        for (Look[] chunk : looks) {
            sum += chunk[w].sum();
            squares += chunk[w].squares();
            count += chunk[w].count();
            for (int c = 0; c < alive.length; c++) alive[c] = Math.max(alive[c], chunk[w].alive()[c]);
        }
        int dead = 0;
        for (float one : alive) if (one == 0) dead++;
        double mean = sum / count;
        return new LayerStats(
                entry.layer(),
                entry.prefix(),
                updateToWeight,
                gradients.get(entry.name()),
                mean,
                Math.sqrt(Math.max(0, squares / count - mean * mean)),
                (double) dead / alive.length);
    }
}
