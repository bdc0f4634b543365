package inklab.cli;

import inklab.engine.dl4j.StandardNet;
import inklab.evaluate.Claim;
import inklab.evaluate.Model;
import inklab.evaluate.Models;
import inklab.export.ExportFormat;
import inklab.export.Exported;
import inklab.export.Exporter;
import inklab.net.Inference;
import inklab.net.Spelling;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a trained network for other tools. */
@Command(
        description = "Writes a trained network for other tools, with a README of how images are prepared for it.",
        footer = {
            "Formats: onnx (a committee becomes one model that averages), safetensors, pytorch and keras (Python source"
                    + " with the weights beside), dl4j (a zip of plain DeepLearning4J), tensorboard (a run's curves; FILE"
                    + " is a folder)."
        })
final class ExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "MODEL", description = "A trained network: a run folder, or a built-in one's name.")
    private String modelName;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "onnx, safetensors, pytorch, keras, dl4j or tensorboard.")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to; a file named after the network, here, when not given.")
    private Path out;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        ExportFormat to = format();
        Models models = new Models(surroundings.runs(null));
        Exporter exporter = new Exporter(StandardNet::write);
        List<Path> written = to == ExportFormat.TENSORBOARD ? curves(models, exporter) : net(models, exporter, to);
        if (json)
            new JsonLine()
                    .put("format", to.id())
                    .put("files", written.stream().map(Path::toString).toList())
                    .print(surroundings.out());
        else for (Path file : written) surroundings.out().println(file);
        return Cli.DONE;
    }

    private ExportFormat format() throws CommandException {
        for (ExportFormat known : ExportFormat.values())
            if (known.id().equals(format.toLowerCase(Locale.ROOT))) return known;
        throw CommandException.wrongInput("There is no format " + format + ": "
                + Spelling.nearest(format, ExportFormat.ids())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("there are " + String.join(", ", ExportFormat.ids()) + "."));
    }

    private List<Path> curves(Models models, Exporter exporter) throws CommandException, IOException {
        Optional<RunFolder> run = CommandException.input(() -> models.run(modelName));
        if (run.isEmpty())
            throw CommandException.wrongInput(
                    "There is no run " + modelName + ", and only runs have curves: give a run folder.");
        Path folder = out == null ? Path.of(run.get().name() + "-tensorboard") : out;
        return exporter.curves(run.get(), folder);
    }

    private List<Path> net(Models models, Exporter exporter, ExportFormat to) throws CommandException, IOException {
        Model model = CommandException.input(() -> models.find(modelName));
        int classes = Inference.of(model.recipe().net()).shapes().stream()
                .reduce((a, b) -> b)
                .orElseThrow()
                .size();
        List<String> names = PredictCommand.classes(surroundings, model, classes);
        Optional<RunFolder> run = models.run(modelName);
        Exported net = run.isPresent() ? Exported.of(run.get(), names) : builtIn(models, model, names);
        return exporter.write(net, to, file(to, model.name()));
    }

    private static Exported builtIn(Models models, Model model, List<String> classes) throws IOException {
        List<Exported.Member> members = model.members().stream()
                .map(one -> new Exported.Member(one.name(), one.recipe(), one.weights()))
                .toList();
        String measured =
                models.claim(model.name()).map(ExportCommand::sentence).orElse("");
        return new Exported(model.name(), members, classes, measured);
    }

    private Path file(ExportFormat to, String name) {
        String usual = to.file(name);
        if (out == null) return Path.of(usual);
        return Files.isDirectory(out) ? out.resolve(usual) : out;
    }

    private static String sentence(Claim claim) {
        return String.format(
                Locale.ROOT,
                "Misreads %s of the test images of %s (%,d of %,d).",
                Sentences.percent(claim.error()),
                claim.dataset(),
                claim.errors(),
                claim.images());
    }
}
