package inklab.train;

import inklab.engine.Safetensors;
import inklab.engine.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A run folder that is open to train in: it holds the folder's lock until it is closed. */
public final class RunWriter implements AutoCloseable {
    private final RunFolder folder;
    private final RunLock lock;

    RunWriter(RunFolder folder, RunLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    public RunFolder folder() {
        return folder;
    }

    /** Lets others train in the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    MetricLog log(RunState state, Metrics metrics) throws IOException {
        return new MetricLog(
                folder.file(RunFolder.METRICS), new MetricLog.Place(state.steps(), state.epochs()), metrics);
    }

    /**
     * Saves a checkpoint, then deletes those that need not be kept.
     *
     * @param outputs of the epoch that it ends; kept beside the weights of a history, so that whoever walks through it need not score it
     */
    void save(RunState state, Weights weights, Weights optimizerState, Optional<EpochOutputs> outputs, Keep keep)
            throws IOException {
        Path checkpoints = folder.file("checkpoints");
        Path fresh = checkpoints.resolve(".new");
        Path saved = checkpoints.resolve(Checkpoint.name(state.epochs(), state.step()));
        try {
            Durable.deleteTree(fresh);
            Files.createDirectories(fresh);
            Checkpoint.write(fresh, state, weights, optimizerState);
            Path before = saved.resolve(RunFolder.OUTPUTS);
            if (outputs.isPresent() && keep.keeps(state.epochs(), state.epochs()))
                write(fresh.resolve(RunFolder.OUTPUTS), outputs.get());
            else if (Files.exists(before)) Files.copy(before, fresh.resolve(RunFolder.OUTPUTS));
            delete(saved);
            Durable.move(fresh, saved);
            for (Checkpoint checkpoint : folder.checkpoints()) {
                boolean kept = checkpoint.isWhole()
                        && (checkpoint.epochs() == state.bestEpoch()
                                || keep.keeps(checkpoint.epochs(), state.epochs()));
                if (!kept && !checkpoint.folder().equals(saved)) delete(checkpoint.folder());
            }
        } catch (IOException e) {
            throw Durable.cannotWrite(saved, e);
        }
    }

    /** Deletes a checkpoint so that no moment leaves half of it under its name. */
    private static void delete(Path checkpoint) throws IOException {
        if (!Files.exists(checkpoint)) return;
        Path old = checkpoint.resolveSibling(".old");
        Durable.deleteTree(old);
        Files.move(checkpoint, old);
        Durable.deleteTree(old);
    }

    void saveOutputs(EpochOutputs best) throws IOException {
        Path file = folder.file(RunFolder.OUTPUTS);
        Path beside = folder.file(".outputs.new");
        try {
            write(beside, best);
            Durable.move(beside, file);
        } catch (IOException e) {
            throw Durable.cannotWrite(file, e);
        }
    }

    private static void write(Path file, EpochOutputs outputs) throws IOException {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        outputs.validation().put("validation", tensors);
        outputs.test().put("test", tensors);
        Safetensors.write(file, new Weights(tensors), Map.of("epoch", Integer.toString(outputs.epoch())));
    }

    void finish(Result result) throws IOException {
        Durable.write(
                folder.file(RunFolder.RESULT),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
    }
}
