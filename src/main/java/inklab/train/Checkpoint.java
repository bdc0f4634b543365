package inklab.train;

import inklab.engine.Safetensors;
import inklab.engine.Weights;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A training's weights at one moment, on disk: the folder {@code epoch-0012} after twelve epochs, {@code epoch-0012-step-000200} two
 * hundred steps later.
 *
 * @param folder where it lies
 * @param epochs how many whole epochs were done
 * @param step how many steps of the next
 */
public record Checkpoint(Path folder, int epochs, int step) {
    private static final Pattern NAME = Pattern.compile("epoch-(\\d{4,9})(?:-step-(\\d{6,9}))?");

    /** The state beside the weights, and the hashes of the weights' files as they were written. */
    private record Saved(RunState state, String weightsSha256, String optimizerSha256) {}

    static String name(int epochs, int step) {
        return step == 0 ? "epoch-%04d".formatted(epochs) : "epoch-%04d-step-%06d".formatted(epochs, step);
    }

    /** The checkpoint in this folder, by its name; none when the name is not a checkpoint's. */
    static Optional<Checkpoint> at(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches()) return Optional.empty();
        int step = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        return Optional.of(new Checkpoint(folder, Integer.parseInt(name.group(1)), step));
    }

    /** Writes a checkpoint's three files into an empty folder and flushes them to the disk. */
    static void write(Path folder, RunState state, Weights weights, Weights optimizerState) throws IOException {
        Safetensors.write(folder.resolve("weights.safetensors"), weights);
        Safetensors.write(folder.resolve("state.safetensors"), optimizerState);
        Saved saved = new Saved(state, Safetensors.sha256(weights), Safetensors.sha256(optimizerState));
        try (FileOutputStream out =
                new FileOutputStream(folder.resolve("state.json").toFile())) {
            out.write(Json.MAPPER.writeValueAsBytes(saved));
            out.getFD().sync();
        }
        Durable.forceFolder(folder);
    }

    /** Whether it was taken between two epochs. */
    public boolean isWhole() {
        return step == 0;
    }

    /**
     * The weights.
     *
     * @throws IOException in one sentence, when the file is not what was written
     */
    public Weights weights() throws IOException {
        return verified("weights.safetensors", saved().weightsSha256());
    }

    /**
     * What the optimiser remembers.
     *
     * @throws IOException in one sentence, when the file is not what was written
     */
    public Weights optimizerState() throws IOException {
        return verified("state.safetensors", saved().optimizerSha256());
    }

    /**
     * What the network answered to validation and test images then, where the training kept it: after whole epochs of a run with a
     * {@link Keep#history}.
     *
     * @throws IOException in one sentence, when the file is damaged
     */
    public Optional<EpochOutputs> outputs() throws IOException {
        return RunFolder.outputs(folder.resolve(RunFolder.OUTPUTS));
    }

    /** SHA-256 of the file with the weights, as it was written. */
    public String weightsSha256() throws IOException {
        return saved().weightsSha256();
    }

    RunState state() throws IOException {
        return saved().state();
    }

    private Weights verified(String name, String sha256) throws IOException {
        Path file = folder.resolve(name);
        Weights weights = Safetensors.read(file).weights();
        if (!Safetensors.sha256(weights).equals(sha256)) throw damaged(file, null);
        return weights;
    }

    private Saved saved() throws IOException {
        Path file = folder.resolve("state.json");
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(file), Saved.class);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static RunException damaged(Path file, Throwable cause) {
        return new RunException(
                file + " is missing or damaged: delete its folder, and resume from the checkpoint before.", cause);
    }
}
