package inklab.engine.dl4j;

import inklab.engine.LayerStats;
import inklab.engine.WeightLayout;
import inklab.engine.WeightLayout.Entry;
import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.longer.MatchCondition;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Looks at what a graph's layers put out on their way through a training step, as DL4J shows it to its listeners: the loss and the errors
 * always, {@link LayerStats} when they are wanted. All on the device; a few numbers come back.
 */
@SuppressWarnings("try") // A scope is there for its end.
final class GraphWatch extends BaseTrainingListener {
    private final Inference net;
    private final StandardGraph graph;
    private final List<Entry> watched = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private int[] labels = {};
    private boolean observes;
    private double loss;
    private int errors;
    private int firstBadLayer;

    /** What a layer's outputs come to; the units are maps of a convolution. */
    private record Look(double mean, double sigma, double dead, double gradient) {
        Look withGradient(double ratio) {
            return new Look(mean, sigma, dead, ratio);
        }
    }

    GraphWatch(Inference net, StandardGraph graph, WeightLayout layout) {
        this.net = net;
        this.graph = graph;
        // The first weights of each top-level layer that has any; of a residual block those of its first layer.
        for (Entry entry : layout.entries())
            if (entry.role() == WeightLayout.Role.WEIGHT
                    && watched.stream().noneMatch(other -> other.layer() == entry.layer())) watched.add(entry);
    }

    /** Before a pass: what its images are, and whether to gather {@link LayerStats}. */
    void expect(int[] classes, boolean wanted) {
        labels = classes;
        observes = wanted;
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        if (labels.length == 0) return;
        try (MemoryWorkspace own = Scratch.open()) {
            score(activations.get(graph.logits()));
            firstBadLayer = Double.isFinite(loss) ? -1 : firstBadLayer(activations);
            looks.clear();
            if (observes) for (Entry entry : watched) looks.add(look(entry.layer(), activations));
        }
    }

    /** Cross-entropy from the logits, without the bound that DL4J's own sets to it. */
    private void score(INDArray logits) {
        INDArray shifted = logits.subColumnVector(logits.max(true, 1));
        INDArray sums = Transforms.log(Transforms.exp(shifted, true).sum(true, 1), false);
        float[] rest = GraphTensors.numbers(sums);
        float[] right = GraphTensors.numbers(shifted);
        int[] read = shifted.argMax(1).toIntVector();
        int classes = (int) shifted.size(1);
        loss = 0;
        errors = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += (double) rest[i] - right[i * classes + labels[i]];
            if (read[i] != labels[i]) errors++;
        }
    }

    private int firstBadLayer(Map<String, INDArray> activations) {
        int last = net.layers().size() - 1;
        for (int i = 0; i < last; i++) if (isBad(activations.get(graph.shown(i)))) return i;
        return last;
    }

    private static boolean isBad(INDArray y) {
        return Nd4j.getExecutioner()
                        .exec(new MatchCondition(y, Conditions.notFinite()))
                        .getLong(0)
                > 0;
    }

    private Look look(int layer, Map<String, INDArray> activations) {
        LayerSpec spec = net.layers().get(layer).spec();
        INDArray y = spec instanceof LayerSpec.Output
                ? Transforms.softmax(activations.get(graph.logits()), true)
                : activations.get(graph.shown(layer));
        double mean = y.meanNumber().doubleValue();
        double variance = y.mul(y).meanNumber().doubleValue() - mean * mean;
        return new Look(mean, Math.sqrt(Math.max(0, variance)), dead(activation(spec), y), 0);
    }

    private static Activation activation(LayerSpec spec) {
        if (spec instanceof LayerSpec.Dense dense) return dense.activation();
        if (spec instanceof LayerSpec.Conv conv) return conv.activation();
        return Activation.IDENTITY;
    }

    /** The share of units that are at their bound, or at the zero of the ReLU family, on every image. */
    private static double dead(Activation f, INDArray y) {
        INDArray alive = switch (f) {
            case RELU, LEAKY_RELU, ELU, GELU, SWISH -> y.gt(0);
            case TANH -> Transforms.abs(y, true).lt(Observer.SATURATED);
            case SCALED_TANH -> Transforms.abs(y, true).lt(Observer.SATURATED * 1.7159);
            case SIGMOID -> Transforms.abs(y.sub(0.5), false).lt(Observer.SATURATED - 0.5);
            case IDENTITY -> null;
        };
        if (alive == null) return 0;
        INDArray units = alive.castTo(DataType.FLOAT).max(y.rank() == 4 ? new int[] {0, 2, 3} : new int[] {0});
        return 1 - units.meanNumber().doubleValue();
    }

    /** Before the update: mean |gradient| over mean |weight|. */
    void remember(GraphTensors gradients, GraphTensors weights) {
        for (int w = 0; w < watched.size(); w++) {
            String name = watched.get(w).name();
            double ratio = gradients.get(name).ameanNumber().doubleValue()
                    / weights.get(name).ameanNumber().doubleValue();
            looks.set(w, looks.get(w).withGradient(ratio));
        }
    }

    /** After the update. */
    List<LayerStats> stats(GraphTensors update, GraphTensors weights) {
        List<LayerStats> stats = new ArrayList<>();
        for (int w = 0; w < watched.size(); w++) {
            Entry entry = watched.get(w);
            Look look = looks.get(w);
            double ratio = update.get(entry.name()).norm2Number().doubleValue()
                    / weights.get(entry.name()).norm2Number().doubleValue();
            stats.add(new LayerStats(
                    entry.layer(),
                    entry.prefix(),
                    Math.log10(ratio),
                    look.gradient(),
                    look.mean(),
                    look.sigma(),
                    look.dead()));
        }
        return stats;
    }

    /** Summed over the images of the last pass. */
    double loss() {
        return loss;
    }

    int errors() {
        return errors;
    }

    /** The first layer whose output on the last pass was not finite, or −1. */
    int firstBadLayer() {
        return firstBadLayer;
    }
}
