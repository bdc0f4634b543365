package inklab.export;

import inklab.engine.Safetensors;
import inklab.engine.Weights;
import inklab.net.NetSpec;
import inklab.recipe.RecipeFile;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes trained nets in other tools' formats. */
public final class Exporter {
    private final NetFile dl4j;

    /** Writes one net in a format that only an engine knows. */
    @FunctionalInterface
    public interface NetFile {
        void write(Path file, NetSpec net, Weights weights) throws IOException;
    }

    /** @param dl4j writes DeepLearning4J's zip */
    public Exporter(NetFile dl4j) {
        this.dl4j = dl4j;
    }

    /**
     * Writes a net and what must be known about it.
     *
     * @param format any but TensorBoard's
     * @param file the file; several nets are numbered, {@code name-1.py}
     * @return the files that were written, the one to open first
     * @throws IOException in one sentence, when one cannot be written
     */
    public List<Path> write(Exported net, ExportFormat format, Path file) throws IOException {
        boolean source = format == ExportFormat.PYTORCH || format == ExportFormat.KERAS;
        if (source && ending(file).equals(".safetensors"))
            throw new IOException(file + " is where the weights will lie: name the source otherwise, such as "
                    + file.resolveSibling(stem(file) + ".py").getFileName() + ".");
        List<Path> written = new ArrayList<>();
        if (format == ExportFormat.ONNX) written.add(Beside.write(file, OnnxFile.bytes(net)));
        else
            for (int i = 0; i < net.members().size(); i++) {
                Path one = net.members().size() == 1
                        ? file
                        : file.resolveSibling(stem(file) + "-" + (i + 1) + ending(file));
                written.addAll(write(net, net.members().get(i), format, one));
            }
        written.add(Beside.write(file.resolveSibling(file.getFileName() + ".README.md"), Notes.of(net, format)));
        return written;
    }

    private List<Path> write(Exported net, Exported.Member member, ExportFormat format, Path file) throws IOException {
        Path weights = file.resolveSibling(stem(file) + ".safetensors");
        return switch (format) {
            case SAFETENSORS ->
                List.of(
                        safetensors(net, member, file),
                        Beside.write(
                                file.resolveSibling(stem(file) + ".recipe.json"), RecipeFile.text(member.recipe())));
            case PYTORCH ->
                List.of(
                        Beside.write(file, PytorchSource.of(net, member, String.valueOf(weights.getFileName()))),
                        safetensors(net, member, weights));
            case KERAS ->
                List.of(
                        Beside.write(file, KerasSource.of(net, member, String.valueOf(weights.getFileName()))),
                        safetensors(net, member, weights));
            case DL4J ->
                List.of(Beside.write(
                        file, beside -> dl4j.write(beside, member.recipe().net(), member.weights())));
            case ONNX, TENSORBOARD -> throw new IllegalArgumentException(format + " is no format of single nets");
        };
    }

    private static Path safetensors(Exported net, Exported.Member member, Path file) throws IOException {
        Map<String, String> metadata =
                Notes.metadata(new Exported(member.name(), List.of(member), net.classes(), net.measured()));
        metadata.put("format", "pt");
        return Beside.write(file, beside -> Safetensors.write(beside, member.weights(), metadata));
    }

    /**
     * Writes a run's curves into a folder, where TensorBoard finds them.
     *
     * @throws IOException in one sentence, when the run has none or they cannot be written
     */
    public List<Path> curves(RunFolder run, Path folder) throws IOException {
        Path log = run.path().resolve("metrics.jsonl");
        if (!Files.exists(log)) throw new IOException(run.path() + " has no curves yet: train it for a while.");
        double began =
                Files.getLastModifiedTime(run.path().resolve("recipe.json")).toMillis() / 1e3;
        String name = "events.out.tfevents." + (long) began + ".inklab";
        return List.of(Beside.write(folder.resolve(name), EventFile.bytes(run.metrics(), began)));
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String ending(Path file) {
        return String.valueOf(file.getFileName()).substring(stem(file).length());
    }
}
