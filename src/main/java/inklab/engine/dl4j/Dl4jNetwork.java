package inklab.engine.dl4j;

import inklab.engine.Batch;
import inklab.engine.Chunks;
import inklab.engine.Crew;
import inklab.engine.InitialWeights;
import inklab.engine.LaidOutNetwork;
import inklab.engine.LayerStats;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.engine.StepResult;
import inklab.engine.WeightLayout;
import inklab.engine.Weights;
import inklab.net.Inference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network of DL4J layers, in one replica a thread. A mini-batch's chunks are computed by whichever replica is free, each into gradients
 * of its own, and added up in the chunks' order.
 */
final class Dl4jNetwork extends LaidOutNetwork {
    private final Slices weights;
    private final Updates updates;
    private final Chunks chunks;
    private final List<Slices> gradients = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final Crew crew;
    private final Observer observer;

    Dl4jNetwork(Inference net, NetworkSettings settings) {
        super(net, settings);
        Natives.prepareThread();
        this.weights = new Slices(layout.shapes());
        this.chunks = Chunks.of(net.net(), settings.batch());
        this.crew = new Crew(Math.max(1, Math.min(settings.threads(), chunks.count())), Natives::prepareThread);
        this.updates = new Updates(weights, layout, settings, crew.workers());
        this.observer = new Observer(net, layout, weights, chunks.count());
        load(InitialWeights.draw(net, settings.seed()));
        for (int i = 0; i < crew.workers(); i++)
            replicas.add(new Replica(net, weights, settings.seed(), chunks.size()));
    }

    @Override
    protected StepResult learn(Batch batch, Step step) {
        Natives.prepareThread();
        int used = chunks.of(batch.size());
        Replica.ChunkResult[] results = computeGradients(batch, step, used);
        double loss = 0;
        int errors = 0;
        for (Replica.ChunkResult result : results) {
            if (result.firstBadLayer() >= 0)
                return new StepResult(Double.NaN, errors, List.of(), result.firstBadLayer());
            loss += result.loss();
            errors += result.errors();
        }
        if (step.observe()) observer.rememberGradient(gradients.subList(0, used));
        updates.apply(crew, gradients.subList(0, used), step.learningRate(), step.index());
        List<LayerStats> stats = step.observe() ? observer.stats(gradients.get(0)) : List.of();
        return new StepResult(loss / batch.size(), errors, stats, -1);
    }

    private Replica.ChunkResult[] computeGradients(Batch batch, Step step, int used) {
        while (gradients.size() < used) gradients.add(new Slices(layout.shapes()));
        Replica.ChunkResult[] results = new Replica.ChunkResult[used];
        crew.run(used, (worker, k) -> {
            int from = chunks.from(k, batch.size());
            int to = chunks.from(k + 1, batch.size());
            Replica replica = replicas.get(worker);
            results[k] = replica.step(batch, from, to, step.index(), gradients.get(k));
            if (step.observe()) observer.look(k, replica.kernels(), to - from);
        });
        return results;
    }

    /** The gradients of a mini-batch's mean loss, summed over its chunks, without an update: for checking them. */
    Weights gradients(Batch batch, long step) {
        int used = chunks.of(batch.size());
        computeGradients(batch, new Step(step, 0, false), used);
        Map<String, Weights.Tensor> sums = new LinkedHashMap<>();
        for (WeightLayout.Entry entry : layout.entries()) {
            float[] sum = new float[entry.size()];
            for (int k = 0; k < used; k++) {
                float[] part = gradients.get(k).get(entry.name()).toArray();
                for (int i = 0; i < sum.length; i++) sum[i] += part[i];
            }
            sums.put(entry.name(), new Weights.Tensor(entry.shape(), sum));
        }
        return new Weights(sums);
    }

    @Override
    public float[] predict(float[] images, int count) {
        Natives.prepareThread();
        float[] probabilities = new float[count * classes];
        int pieces = (count + chunks.size() - 1) / chunks.size();
        crew.run(pieces, (worker, k) -> {
            int from = k * chunks.size();
            replicas.get(worker).predict(images, from, Math.min(chunks.size(), count - from), probabilities);
        });
        return probabilities;
    }

    @Override
    public List<float[]> activations(float[] image) {
        Natives.prepareThread();
        return replicas.get(0).activations(image);
    }

    @Override
    public float[] saliency(float[] image, int label) {
        Natives.prepareThread();
        if (gradients.isEmpty()) gradients.add(new Slices(layout.shapes()));
        return replicas.get(0).saliency(image, label, gradients.get(0));
    }

    @Override
    public Weights weights() {
        return copy(weights, "");
    }

    @Override
    public Weights optimizerState() {
        Map<String, Weights.Tensor> state = new LinkedHashMap<>();
        updates.memory()
                .forEach((kind, slices) -> state.putAll(copy(slices, kind + ".").tensors()));
        return new Weights(state);
    }

    private Weights copy(Slices slices, String prefix) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        for (WeightLayout.Entry entry : layout.entries())
            tensors.put(
                    prefix + entry.name(),
                    new Weights.Tensor(entry.shape(), slices.get(entry.name()).toArray()));
        return new Weights(tensors);
    }

    @Override
    public void load(Weights from) {
        fill(weights, from, "");
    }

    @Override
    public void load(Weights from, Weights optimizerState) {
        layout.check(from, "");
        updates.memory().keySet().forEach(kind -> layout.check(optimizerState, kind + "."));
        fill(weights, from, "");
        updates.memory().forEach((kind, slices) -> fill(slices, optimizerState, kind + "."));
    }

    private void fill(Slices slices, Weights from, String prefix) {
        layout.check(from, prefix);
        for (WeightLayout.Entry entry : layout.entries()) {
            float[] values = from.get(prefix + entry.name()).values();
            slices.get(entry.name()).write(0, values, 0, values.length);
        }
    }

    /** The first replica, for comparing with DL4J's own counts. */
    Replica replica() {
        return replicas.get(0);
    }

    @Override
    public void close() {
        crew.close();
    }
}
