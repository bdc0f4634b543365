package inklab.engine.dl4j;

import inklab.engine.Batch;
import inklab.engine.Chunks;
import inklab.engine.DeviceMemory;
import inklab.engine.DeviceMemoryException;
import inklab.engine.InitialWeights;
import inklab.engine.LaidOutNetwork;
import inklab.engine.LayerStats;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.engine.StepResult;
import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network as a DL4J graph of DL4J's own layers, which computes wherever ND4J does: the way onto NVIDIA's cards, where our kernels' host
 * memory does not reach. A mini-batch goes through whole; first weights, dropout's masks, the groups of batch normalisation and the
 * optimisers' memories are {@link Dl4jNetwork}'s, number for number up to rounding, so that a run can change devices.
 */
@SuppressWarnings("try") // A scope is there for its end.
final class GraphNetwork extends LaidOutNetwork {
    private final Now now;
    private final InputTap tap = new InputTap();
    private final StandardGraph built;
    private final ComputationGraph graph;
    private final INDArray flat;
    private final GraphTensors weights;
    private final GraphTensors gradients;
    private final GraphUpdates updates;
    private final GraphWatch watch;
    private final int room;

    GraphNetwork(Inference net, NetworkSettings settings) {
        super(net, settings);
        Natives.prepareThread();
        this.now = new Now(Chunks.of(net.net(), settings.batch()).size());
        this.built = StandardGraph.training(net, new Learning());
        this.graph = built.graph();
        graph.initGradientsView();
        this.flat = graph.getFlattenedGradients();
        this.weights = new GraphTensors(built, layout, graph.params());
        this.gradients = new GraphTensors(built, layout, flat);
        this.updates = new GraphUpdates(built, flat, layout, settings);
        this.watch = new GraphWatch(net, built, layout);
        graph.setListeners(watch);
        this.room = Math.max(settings.batch(), READING);
        load(InitialWeights.draw(net, settings.seed()));
    }

    /** The layers that have to know which pass is on. */
    private final class Learning implements StandardGraph.Learners {
        @Override
        public Layer dropout(String name, LayerSpec.Dropout dropout, int size) {
            Draws draws = new Draws(settings.seed(), name, dropout.rate(), size);
            return new DropoutLayer.Builder(new SeededDropout(draws, now)).build();
        }

        @Override
        public Layer batchNorm() {
            return new GhostNorm(now);
        }

        @Override
        public Layer input() {
            return new ActivationLayer(tap);
        }
    }

    @Override
    protected StepResult learn(Batch batch, Step step) {
        Natives.prepareThread();
        computeGradients(batch, step.index(), step.observe());
        if (watch.firstBadLayer() >= 0)
            return new StepResult(Double.NaN, watch.errors(), List.of(), watch.firstBadLayer());
        List<LayerStats> stats = List.of();
        try (MemoryWorkspace own = Scratch.open()) {
            updates.average(batch.size());
            if (step.observe()) watch.remember(gradients, weights);
            updates.apply(step.learningRate(), step.index());
            if (step.observe()) stats = watch.stats(gradients, weights);
        }
        Nd4j.getExecutioner().commit();
        return new StepResult(watch.loss() / batch.size(), watch.errors(), stats, -1);
    }

    /** Leaves the summed gradient in its vector, the loss with the watch. Where a card's memory is full, garbage is looked for once. */
    private void computeGradients(Batch batch, long step, boolean observes) {
        try {
            tryGradients(batch, step, observes);
        } catch (RuntimeException fault) {
            if (!CudaMemory.isFull(fault)) throw fault;
            if (fits(batch)) tryGradients(batch, step, observes);
            else
                throw new DeviceMemoryException(
                        settings.device(), batch.size(), DeviceMemory.largest(batch, this::fits), fault);
        }
    }

    private void tryGradients(Batch batch, long step, boolean observes) {
        int n = batch.size();
        now.set(new Pass(true, step, 0, n));
        int[] wanted = Arrays.copyOf(batch.labels(), n);
        float[] ones = new float[n * classes];
        for (int i = 0; i < n; i++) ones[i * classes + wanted[i]] = 1;
        watch.expect(wanted, observes);
        thereAndBack(batch.images(), n, ones);
    }

    /** Forward, and backward from labels {@code [n, classes]}. */
    private void thereAndBack(float[] images, int n, float[] labels) {
        try (INDArray x = pictures(images, 0, n);
                INDArray y = Nd4j.createUninitialized(DataType.FLOAT, new long[] {n, classes}, 'c')) {
            GraphTensors.put(labels, y);
            graph.setInput(0, x);
            graph.setLabels(y);
            graph.computeGradientAndScore();
            Nd4j.getExecutioner().commit();
        } finally {
            now.set(Pass.PREDICTING);
            watch.expect(new int[0], false);
            graph.clear();
        }
    }

    /** Whether the way there and back of so many of the images finds room, without changing a weight. */
    private boolean fits(Batch fewer) {
        System.gc(); // A card's arrays are freed when Java's garbage is.
        try {
            tryGradients(fewer, 0, false);
            return true;
        } catch (RuntimeException fault) {
            if (!CudaMemory.isFull(fault)) throw fault;
            return false;
        }
    }

    private INDArray pictures(float[] images, int from, int n) {
        Shape in = net.net().input();
        INDArray x =
                Nd4j.createUninitialized(DataType.FLOAT, new long[] {n, in.channels(), in.height(), in.width()}, 'c');
        GraphTensors.put(Arrays.copyOfRange(images, from * in.size(), (from + n) * in.size()), x);
        return x;
    }

    /** The gradients of a mini-batch's mean loss, and what running statistics are reduced by, without an update: for checking them. */
    Weights gradients(Batch batch, long step) {
        Natives.prepareThread();
        computeGradients(batch, step, false);
        flat.divi(batch.size());
        return new Weights(gradients.read(""));
    }

    @Override
    public float[] predict(float[] images, int count) {
        Natives.prepareThread();
        float[] probabilities = new float[count * classes];
        for (int from = 0; from < count; from += room) {
            int n = Math.min(room, count - from);
            try (INDArray x = pictures(images, from, n)) {
                // As in training: DL4J's activations may change their inputs else, which a residual block still needs.
                INDArray[] y = graph.output(true, x);
                System.arraycopy(GraphTensors.numbers(y[0]), 0, probabilities, from * classes, n * classes);
                y[0].close();
            }
        }
        return probabilities;
    }

    @Override
    public List<float[]> activations(float[] image) {
        Natives.prepareThread();
        try (INDArray x = pictures(image, 0, 1)) {
            Map<String, INDArray> all = graph.feedForward(x, true);
            List<float[]> shown = new ArrayList<>();
            for (int i = 0; i < net.layers().size(); i++) shown.add(GraphTensors.numbers(all.get(built.shown(i))));
            graph.clear();
            return shown;
        }
    }

    /** DL4J's loss goes back by probabilities minus labels: labels of probabilities minus one logit's 1 give that logit's gradient. */
    @Override
    public float[] saliency(float[] image, int label) {
        float[] labels = predict(image, 1);
        labels[label] -= 1;
        tap.want();
        thereAndBack(image, 1, labels);
        return tap.take();
    }

    @Override
    public Weights weights() {
        Natives.prepareThread();
        return new Weights(weights.read(""));
    }

    @Override
    public Weights optimizerState() {
        Natives.prepareThread();
        return updates.read();
    }

    @Override
    public void load(Weights from) {
        Natives.prepareThread();
        layout.check(from, "");
        weights.write(from, "");
    }

    @Override
    public void load(Weights from, Weights optimizerState) {
        Natives.prepareThread();
        layout.check(from, "");
        updates.check(layout, optimizerState);
        weights.write(from, "");
        updates.write(optimizerState);
    }

    @Override
    public void close() {
        updates.close();
        graph.close();
    }
}
