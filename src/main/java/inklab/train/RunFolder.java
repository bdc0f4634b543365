package inklab.train;

import inklab.engine.Safetensors;
import inklab.engine.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a training leaves on disk: {@code recipe.json}, {@code metrics.jsonl}, {@code checkpoints/epoch-0012/…}, {@code outputs.safetensors}
 * and, once nothing is left to train, {@code result.json}. Whatever moment the power fails at, every file is a whole one.
 *
 * <p>Any thread and any process may read; one at a time, holding the lock, may write.
 */
public final class RunFolder {
    private final Path path;

    /** What the network of the best epoch answered. */
    public record BestOutputs(int epoch, Outputs validation, Outputs test) {}

    /** The run folder at this path, whether it exists or not. */
    public RunFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /** The folder's own name. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Whether a process trains in it now. */
    public boolean isTraining() throws IOException {
        return RunLock.isHeld(path);
    }

    /** How the training ended; empty while something is left to train. */
    public Optional<Result> result() throws IOException {
        Path file = path.resolve("result.json");
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), Result.class));
        } catch (IOException | IllegalArgumentException e) {
            throw new RunException(file + " is damaged: delete it and resume the run, which writes it again.", e);
        }
    }

    /** Everything measured so far. */
    public Metrics metrics() throws IOException {
        Metrics metrics = new Metrics();
        MetricLog.read(path.resolve("metrics.jsonl"), metrics);
        return metrics;
    }

    /** All checkpoints, the earliest first. */
    public List<Checkpoint> checkpoints() throws IOException {
        Path folder = path.resolve("checkpoints");
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.flatMap(entry -> Checkpoint.at(entry).stream())
                    .sorted(Comparator.comparingInt(Checkpoint::epochs).thenComparingInt(Checkpoint::step))
                    .toList();
        }
    }

    /** The latest checkpoint; empty before the first. */
    public Optional<Checkpoint> last() throws IOException {
        List<Checkpoint> all = checkpoints();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The checkpoint with the lowest validation error; empty before the first epoch is done. */
    public Optional<Checkpoint> best() throws IOException {
        Optional<Checkpoint> last = last();
        if (last.isEmpty()) return last;
        int best = last.get().state().bestEpoch();
        return checkpoints().stream()
                .filter(checkpoint -> checkpoint.isWhole() && checkpoint.epochs() == best && best > 0)
                .findFirst();
    }

    /** What the network answered to validation and test images when it was best; empty before the first epoch is done. */
    public Optional<BestOutputs> outputs() throws IOException {
        Path file = path.resolve("outputs.safetensors");
        if (!Files.exists(file)) return Optional.empty();
        Safetensors.Content content = Safetensors.read(file);
        try {
            return Optional.of(new BestOutputs(
                    Integer.parseInt(content.metadata().getOrDefault("epoch", "")),
                    Outputs.get("validation", content.weights()),
                    Outputs.get("test", content.weights())));
        } catch (IllegalArgumentException e) {
            throw new RunException(
                    file + " does not hold a network's outputs (" + e.getMessage() + "): score it again.", e);
        }
    }

    /** Makes the folder if need be, and takes the right to train in it. */
    RunLock lock() throws IOException {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw Durable.cannotWrite(path, e);
        }
        return RunLock.take(path);
    }

    MetricLog log(RunState state, Metrics metrics) throws IOException {
        return new MetricLog(
                path.resolve("metrics.jsonl"), new MetricLog.Place(state.steps(), state.epochs()), metrics);
    }

    /** Saves a checkpoint, then deletes those that need not be kept. */
    void save(RunState state, Weights weights, Weights optimizerState, Keep keep) throws IOException {
        Path folder = path.resolve("checkpoints");
        Path fresh = folder.resolve(".new");
        Path saved = folder.resolve(Checkpoint.name(state.epochs(), state.step()));
        try {
            Durable.deleteTree(fresh);
            Files.createDirectories(fresh);
            Checkpoint.write(fresh, state, weights, optimizerState);
            delete(saved);
            Durable.move(fresh, saved);
            for (Checkpoint checkpoint : checkpoints()) {
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

    void saveOutputs(BestOutputs best) throws IOException {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        best.validation().put("validation", tensors);
        best.test().put("test", tensors);
        Path file = path.resolve("outputs.safetensors");
        Path beside = path.resolve(".outputs.new");
        try {
            Safetensors.write(beside, new Weights(tensors), Map.of("epoch", Integer.toString(best.epoch())));
            Durable.move(beside, file);
        } catch (IOException e) {
            throw Durable.cannotWrite(file, e);
        }
    }

    void finish(Result result) throws IOException {
        Durable.write(
                path.resolve("result.json"),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
    }
}
