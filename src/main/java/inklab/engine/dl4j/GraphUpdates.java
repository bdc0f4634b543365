package inklab.engine.dl4j;

import inklab.engine.NetworkSettings;
import inklab.engine.WeightLayout;
import inklab.engine.WeightLayout.Role;
import inklab.engine.Weights;
import inklab.net.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * From a graph's gradient to its new weights, in a few operations on the whole vector: mean over the mini-batch, weight decay, clipping,
 * DL4J's updater, the subtraction. Nothing is made on the way, so that a card's memory stays as it is.
 */
final class GraphUpdates {
    private final NetworkSettings settings;
    private final IUpdater config;
    private final GradientUpdater<?> updater;
    private final INDArray weights;
    private final INDArray gradient;
    private final INDArray scratch;
    private final INDArray decay;
    private final INDArray learned;
    private final INDArray statistics;
    private final Map<String, INDArray> memory = new LinkedHashMap<>();
    private final Map<String, GraphTensors> tensors = new LinkedHashMap<>();

    /**
     * @param graph whose parameters change
     * @param gradient of the mini-batch's summed loss, and what running statistics are reduced by; holds the update afterwards
     */
    GraphUpdates(StandardGraph graph, INDArray gradient, WeightLayout layout, NetworkSettings settings) {
        this.settings = settings;
        this.config = Updates.config(settings.optimizer());
        this.weights = row(graph.graph().params());
        this.gradient = row(gradient);
        this.scratch = zeros();
        for (String kind : Updates.kinds(settings.optimizer())) {
            memory.put(kind, zeros());
            tensors.put(kind, new GraphTensors(graph, layout, memory.get(kind)));
        }
        boolean classical = settings.optimizer() instanceof Optimizer.Momentum;
        this.updater = classical ? null : config.instantiate(new LinkedHashMap<>(memory), false);
        boolean follows = layout.entries().stream().anyMatch(entry -> entry.role() == Role.STATISTIC);
        this.decay = settings.l2() > 0 ? marked(graph, layout, settings.l2(), Role.WEIGHT) : null;
        this.learned = follows ? marked(graph, layout, 1, Role.WEIGHT, Role.OFFSET) : null;
        this.statistics = follows ? zeros() : null;
    }

    /** DL4J's vectors have one dimension or two, as it pleases. */
    private static INDArray row(INDArray vector) {
        return vector.reshape(vector.length());
    }

    private INDArray zeros() {
        return Nd4j.zeros(weights.dataType(), weights.length());
    }

    /** The value where a tensor has one of the roles, else 0. */
    private INDArray marked(StandardGraph graph, WeightLayout layout, double value, Role... roles) {
        INDArray marks = zeros();
        for (Role role : roles) new GraphTensors(graph, layout, marks).fill(role, value);
        return marks;
    }

    /** The gradient as others mean it: of the mean over so many images, and nothing where there are statistics. */
    void average(int images) {
        if (statistics != null) {
            statistics.assign(gradient);
            gradient.muli(learned);
            statistics.subi(gradient); // What is no gradient is left.
        }
        gradient.divi(images);
    }

    /** Changes the weights by the averaged gradient, which becomes what they were reduced by. */
    void apply(double learningRate, long step) {
        config.setLrAndSchedule(learningRate, null);
        if (decay != null) gradient.addi(scratch.assign(weights).muli(decay));
        if (settings.clip() > 0) {
            double norm = gradient.norm2Number().doubleValue();
            if (norm > settings.clip()) gradient.muli(settings.clip() / norm);
        }
        if (updater == null) velocity(learningRate);
        else updater.applyUpdater(gradient, (int) Math.min(step, Integer.MAX_VALUE - 1), 0);
        if (statistics != null) gradient.addi(statistics);
        weights.subi(gradient);
    }

    /** Classical momentum, which DL4J lacks: {@code v ← μ v + g}, and η v is the update. */
    private void velocity(double learningRate) {
        double momentum = ((Optimizer.Momentum) settings.optimizer()).momentum();
        INDArray v = memory.get("V").muli(momentum).addi(gradient);
        gradient.assign(v).muli(learningRate);
    }

    /** What the optimiser remembers, by DL4J's name for it. */
    Weights read() {
        Map<String, Weights.Tensor> state = new LinkedHashMap<>();
        tensors.forEach((kind, named) -> state.putAll(named.read(kind + ".")));
        return new Weights(state);
    }

    void check(WeightLayout layout, Weights state) {
        tensors.keySet().forEach(kind -> layout.check(state, kind + "."));
    }

    void write(Weights state) {
        tensors.forEach((kind, named) -> named.write(state, kind + "."));
    }

    void close() {
        memory.values().forEach(INDArray::close);
        scratch.close();
        if (decay != null) decay.close();
        if (learned != null) learned.close();
        if (statistics != null) statistics.close();
    }
}
