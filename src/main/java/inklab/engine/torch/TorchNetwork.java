package inklab.engine.torch;

import inklab.engine.Batch;
import inklab.engine.Chunks;
import inklab.engine.Crew;
import inklab.engine.DeviceMemory;
import inklab.engine.DeviceMemoryException;
import inklab.engine.InitialWeights;
import inklab.engine.LaidOutNetwork;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.engine.StepResult;
import inklab.engine.WeightLayout;
import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * A network of LibTorch's operations. On the processor a mini-batch's chunks are computed side by side, one core each; a card takes the
 * mini-batch whole, and batch normalisation chunk by chunk all the same, so that a recipe means the same everywhere.
 */
@SuppressWarnings("try") // A scope is there for its end.
final class TorchNetwork extends LaidOutNetwork {
    private final Place place;
    private final Chunks ghosts;
    private final Chunks chunks;
    private final int room;
    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final Updates updates;
    private final Crew crew;

    TorchNetwork(Inference net, NetworkSettings settings) {
        super(net, settings);
        TorchThreads.prepare();
        this.place = new Place(settings.device());
        this.ghosts = Chunks.of(net.net(), settings.batch());
        this.chunks = place.isCpu() ? ghosts : new Chunks(1, settings.batch());
        List<String> learned = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            for (WeightLayout.Entry entry : layout.entries()) {
                Tensor tensor =
                        place.zeros(entry.shape().stream().mapToLong(i -> i).toArray());
                boolean learns = entry.role() != WeightLayout.Role.STATISTIC;
                tensor.set_requires_grad(learns);
                weights.put(entry.name(), Place.keep(tensor));
                if (learns) learned.add(entry.name());
            }
        }
        this.room = Math.max(chunks.size(), READING);
        this.updates = new Updates(weights, layout, settings, place);
        this.crew = new Crew(
                place.isCpu() ? Math.max(1, Math.min(settings.threads(), chunks.count())) : 1, TorchThreads::prepare);
        Layers layers = new Layers(net, place, weights, settings.seed());
        Shape in = net.net().input();
        try (PointerScope scope = new PointerScope()) {
            for (int i = 0; i < crew.workers(); i++)
                replicas.add(
                        new Replica(place, layers, weights, learned, room, in.channels(), in.height(), in.width()));
        }
        load(InitialWeights.draw(net, settings.seed()));
    }

    @Override
    protected StepResult learn(Batch batch, Step step) {
        try {
            return tryStep(batch, step);
        } catch (RuntimeException fault) {
            if (!TorchMemory.isFull(fault)) throw fault;
            throw new DeviceMemoryException(
                    settings.device(), batch.size(), DeviceMemory.largest(batch, this::fits), fault);
        }
    }

    private StepResult tryStep(Batch batch, Step step) {
        int used = chunks.of(batch.size());
        Watch watch = step.observe() ? new Watch(net, layout, used) : null;
        Replica.Chunk[] found = new Replica.Chunk[used];
        try {
            computeGradients(batch, step.index(), found, watch);
            double loss = 0;
            int errors = 0;
            for (int k = 0; k < used; k++) {
                if (!Double.isFinite(found[k].loss()))
                    return new StepResult(Double.NaN, errors, List.of(), firstBadLayer(batch, k, step.index()));
                loss += found[k].loss();
                errors += found[k].errors();
            }
            List<Map<String, Tensor>> gradients =
                    Arrays.stream(found).map(Replica.Chunk::gradients).toList();
            if (watch != null) watch.remember(gradients, weights);
            updates.apply(crew, gradients, step.learningRate(), step.index());
            return new StepResult(loss / batch.size(), errors, watch == null ? List.of() : watch.stats(weights), -1);
        } finally {
            for (Replica.Chunk chunk : found) if (chunk != null) chunk.drop();
        }
    }

    private void computeGradients(Batch batch, long step, Replica.Chunk[] found, Watch watch) {
        TorchThreads.prepare();
        crew.run(found.length, (worker, k) -> {
            try (PointerScope scope = new PointerScope()) {
                int from = chunks.from(k, batch.size());
                int to = chunks.from(k + 1, batch.size());
                found[k] = replicas.get(worker).step(batch, from, to, step, ghosts.size(), watch != null);
                if (watch != null && Double.isFinite(found[k].loss())) watch.look(k, found[k].shown());
            }
        });
    }

    /** Whether the way there and back of so many of the images finds room, without changing anything. */
    private boolean fits(Batch fewer) {
        Replica.Chunk[] found = new Replica.Chunk[chunks.of(fewer.size())];
        try {
            computeGradients(fewer, 0, found, null);
            return true;
        } catch (RuntimeException fault) {
            if (!TorchMemory.isFull(fault)) throw fault;
            return false;
        } finally {
            for (Replica.Chunk chunk : found) if (chunk != null) chunk.drop();
        }
    }

    private int firstBadLayer(Batch batch, int k, long step) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            int to = chunks.from(k + 1, batch.size());
            return replicas.get(0).firstBadLayer(batch, chunks.from(k, batch.size()), to, step, ghosts.size());
        }
    }

    /** The gradients of a mini-batch's mean loss, without an update: for checking them. */
    Weights gradients(Batch batch, long step) {
        Replica.Chunk[] found = new Replica.Chunk[chunks.of(batch.size())];
        computeGradients(batch, step, found, null);
        Map<String, Weights.Tensor> sums = new LinkedHashMap<>();
        for (WeightLayout.Entry entry : layout.entries()) {
            float[] sum = new float[entry.size()];
            for (Replica.Chunk chunk : found) {
                float[] part = Place.read(chunk.gradients().get(entry.name()));
                for (int i = 0; i < sum.length; i++) sum[i] += part[i];
            }
            sums.put(entry.name(), new Weights.Tensor(entry.shape(), sum));
        }
        for (Replica.Chunk chunk : found) chunk.drop();
        return new Weights(sums);
    }

    @Override
    public float[] predict(float[] images, int count) {
        TorchThreads.prepare();
        float[] probabilities = new float[count * classes];
        crew.run((count + room - 1) / room, (worker, k) -> {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                int from = k * room;
                int n = Math.min(room, count - from);
                float[] part = replicas.get(worker).predict(images, from, n);
                System.arraycopy(part, 0, probabilities, from * classes, part.length);
            }
        });
        return probabilities;
    }

    @Override
    public List<float[]> activations(float[] image) {
        TorchThreads.prepare();
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            return replicas.get(0).activations(image);
        }
    }

    @Override
    public float[] saliency(float[] image, int label) {
        TorchThreads.prepare();
        try (PointerScope scope = new PointerScope()) {
            return replicas.get(0).saliency(image, label);
        }
    }

    @Override
    public Weights weights() {
        return copy(weights, "");
    }

    @Override
    public Weights optimizerState() {
        Map<String, Weights.Tensor> state = new LinkedHashMap<>();
        updates.memory()
                .forEach((kind, tensors) ->
                        state.putAll(copy(tensors, kind + ".").tensors()));
        return new Weights(state);
    }

    private Weights copy(Map<String, Tensor> from, String prefix) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        for (WeightLayout.Entry entry : layout.entries())
            tensors.put(prefix + entry.name(), new Weights.Tensor(entry.shape(), Place.read(from.get(entry.name()))));
        return new Weights(tensors);
    }

    @Override
    public void load(Weights from) {
        layout.check(from, "");
        fill(weights, from, "");
    }

    @Override
    public void load(Weights from, Weights optimizerState) {
        layout.check(from, "");
        updates.memory().keySet().forEach(kind -> layout.check(optimizerState, kind + "."));
        fill(weights, from, "");
        updates.memory().forEach((kind, tensors) -> fill(tensors, optimizerState, kind + "."));
    }

    private void fill(Map<String, Tensor> tensors, Weights from, String prefix) {
        tensors.forEach(
                (name, tensor) -> Place.write(tensor, from.get(prefix + name).values()));
    }

    @Override
    public void close() {
        crew.close();
        replicas.forEach(Replica::close);
        updates.close();
        weights.values().forEach(Place::drop);
        place.close();
    }
}
