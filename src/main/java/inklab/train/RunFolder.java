package inklab.train;

import inklab.engine.Safetensors;
import inklab.engine.Weights;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a training leaves on disk: {@code recipe.json}, {@code metrics.jsonl}, {@code checkpoints/epoch-0012/…}, {@code outputs.safetensors}
 * and, once nothing is left to train, {@code result.json}. Whatever moment the power fails at, every file is a whole one.
 *
 * <p>Any thread and any process may read; one at a time may write, which is what {@link #open} is for.
 */
public final class RunFolder {
    static final String RECIPE = "recipe.json";
    static final String METRICS = "metrics.jsonl";
    static final String OUTPUTS = "outputs.safetensors";
    static final String RESULT = "result.json";
    private static final String STAR = "starred";

    private final Path path;

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

    /** Whether somebody marked the run; the mark is the file {@code starred} and moves with the folder. */
    public boolean isStarred() {
        return Files.exists(path.resolve(STAR));
    }

    /**
     * Marks the run, or takes the mark off.
     *
     * @throws RunException when the folder cannot be written
     */
    public void star(boolean starred) throws IOException {
        Path mark = path.resolve(STAR);
        try {
            if (!starred) Files.deleteIfExists(mark);
            else if (!Files.exists(mark)) Files.createFile(mark);
        } catch (IOException e) {
            throw new RunException(mark + " cannot be written: check that the folder exists, and its permissions.", e);
        }
    }

    /** How the training ended; empty while something is left to train. */
    public Optional<Result> result() throws IOException {
        Path file = path.resolve(RESULT);
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
        MetricLog.read(path.resolve(METRICS), metrics);
        return metrics;
    }

    /** The errors after each epoch so far, from the latest checkpoint: a small file, whatever the run's length. */
    public EpochErrors epochErrors() throws IOException {
        Optional<Checkpoint> last = last();
        if (last.isEmpty()) return EpochErrors.NONE;
        RunState state = last.get().state();
        return new EpochErrors(state.validationErrors(), state.testErrors());
    }

    /** The lowest validation error so far, by which its network is chosen; NaN before the first epoch is done, and without such images. */
    public double bestValidationError() throws IOException {
        Optional<Result> result = result();
        if (result.isPresent()) return result.get().validationError();
        Optional<Checkpoint> last = last();
        return last.isPresent() ? last.get().state().bestValidationError() : Double.NaN;
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

    /** Whether {@link #outputs} would find something to read. */
    public boolean hasOutputs() {
        return Files.exists(path.resolve(OUTPUTS));
    }

    /** What the network answered to validation and test images when it was best; empty before the first epoch is done. */
    public Optional<EpochOutputs> outputs() throws IOException {
        return outputs(path.resolve(OUTPUTS));
    }

    static Optional<EpochOutputs> outputs(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        Safetensors.Content content = Safetensors.read(file);
        try {
            return Optional.of(new EpochOutputs(
                    Integer.parseInt(content.metadata().getOrDefault("epoch", "")),
                    Outputs.get("validation", content.weights()),
                    Outputs.get("test", content.weights())));
        } catch (IllegalArgumentException e) {
            throw new RunException(
                    file + " does not hold a network's outputs (" + e.getMessage() + "): score it again.", e);
        }
    }

    /**
     * The recipe that it was trained with.
     *
     * @throws RunException when there is none, or it is damaged
     */
    public Recipe recipe() throws IOException {
        Path file = path.resolve(RECIPE);
        if (!Files.exists(file))
            throw new RunException(path + " is no run folder: there is no recipe.json in it; choose another folder.");
        RecipeFile.Parsed parsed = RecipeFile.read(file);
        if (parsed.recipe().isEmpty())
            throw new RunException(file + " is damaged (" + parsed.problems().get(0)
                    + "): put back the recipe that the run began with.");
        return parsed.recipe().get();
    }

    /**
     * Writes down what will be trained here, and no more: a run that has not begun can be resumed like one that has. A folder with a
     * recipe stays as it is.
     */
    public void promise(Recipe recipe) throws IOException {
        if (Files.exists(path.resolve(RECIPE))) return;
        try {
            Files.createDirectories(path);
            RecipeFile.write(path.resolve(RECIPE), recipe);
        } catch (IOException e) {
            throw Durable.cannotWrite(path, e);
        }
    }

    /**
     * Lays weights that were trained elsewhere into a fresh folder: a network to read with, or to train on from by resuming.
     *
     * @throws RunException when the folder holds a run already or cannot be written
     */
    public void adopt(Recipe recipe, Weights weights) throws IOException {
        try (RunWriter writer = open(recipe, false)) {
            writer.save(RunState.given(), weights, Weights.none(), Optional.empty(), new Keep(0));
        }
    }

    /** Removes the folder if nothing was trained here; one that holds more than a recipe stays. */
    public void breakPromise() throws IOException {
        if (!Files.isDirectory(path)) return;
        Path recipe = path.resolve(RECIPE);
        List<Path> inside;
        try (Stream<Path> entries = Files.list(path)) {
            inside = entries.toList();
        }
        if (!inside.stream().allMatch(recipe::equals)) return;
        Files.deleteIfExists(recipe);
        Files.deleteIfExists(path);
    }

    /**
     * Opens the folder to train in it, and makes it if need be.
     *
     * @param resume whether to go on with what is there; a folder in which nothing is can be resumed, too
     * @throws RunException when it holds a run and is not to be resumed, or one of another recipe, or somebody trains in it
     */
    public RunWriter open(Recipe recipe, boolean resume) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw Durable.cannotWrite(path, e);
        }
        RunLock lock = RunLock.take(path);
        try {
            if (!Files.exists(path.resolve(RECIPE))) {
                if (last().isPresent())
                    throw new RunException(path + " holds checkpoints, but no recipe.json: choose another folder.");
                RecipeFile.write(path.resolve(RECIPE), recipe);
            } else if (!resume) {
                throw new RunException(path + " holds a run already: resume it, or choose another folder.");
            } else if (!RecipeFile.hash(recipe).equals(RecipeFile.hash(recipe()))) {
                extend(recipe);
            }
            return new RunWriter(this, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Goes on with a recipe that only asks for more or fewer epochs, where that does not change the epochs before. */
    private void extend(Recipe recipe) throws IOException {
        TrainingSettings before = recipe().training();
        TrainingSettings now = recipe.training();
        TrainingSettings sameEnd = new TrainingSettings(
                now.batch(),
                before.epochs(),
                before.minutes(),
                before.patience(),
                now.optimizer(),
                now.schedule(),
                now.l2(),
                now.clip(),
                now.seed());
        if (!RecipeFile.hash(recipe.withTraining(sameEnd)).equals(RecipeFile.hash(recipe())))
            throw new RunException(path
                    + " was begun with another recipe: resume it with its own recipe.json, or choose another folder.");
        boolean spansEpochs = now.schedule() instanceof Schedule.Linear || now.schedule() instanceof Schedule.Cosine;
        if (spansEpochs && now.epochs() != before.epochs())
            throw new RunException(path + " was begun for " + before.epochs()
                    + " epochs, over which its learning rate falls: resume it for as many, or choose another folder.");
        Files.deleteIfExists(path.resolve(RESULT));
        RecipeFile.write(path.resolve(RECIPE), recipe);
    }

    /** For whoever writes; see {@link RunWriter}. */
    Path file(String name) {
        return path.resolve(name);
    }
}
