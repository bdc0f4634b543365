package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.DataException;
import inklab.data.ImageSet;
import inklab.engine.Engine;
import inklab.evaluate.ErrorRate;
import inklab.evaluate.Model;
import inklab.evaluate.ModelReader;
import inklab.evaluate.Models;
import inklab.train.Outputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How many images of a data set a network misreads. */
@Command(description = "Counts a network's errors on a data set.")
final class EvalCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "MODEL", description = "A trained network: a run folder, or a built-in one's name.")
    private String modelName;

    @Option(names = "--dataset", paramLabel = "NAME", description = "See: data list.")
    private String dataset;

    @Option(
            names = "--strokes",
            paramLabel = "FILE",
            description = "In place of a data set: labelled drawings, a line {\"strokes\":[...],\"label\":\"7\"} each.")
    private Path strokes;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "test",
            description = "test, validation or train; test when not given.")
    private Split split;

    @Mixin
    private DataOption data;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    EvalCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if ((dataset == null) == (strokes == null))
            throw CommandException.wrongInput("Say what to read: --dataset NAME, or --strokes FILE.");
        StatusLine status = new StatusLine(surroundings);
        Models models = new Models(surroundings.runs(data.folder()));
        Model model = CommandException.input(() -> models.find(modelName));
        if (strokes != null) return readStrokes(model);
        Catalogue catalogue = data.catalogue(surroundings, status);
        refuseOtherClasses(model, catalogue, dataset);
        ImageSet images = split.of(DataOption.load(catalogue, dataset, Split.options(model.recipe(), dataset), status));
        try (Engine opened = engine.open(surroundings);
                ModelReader reader =
                        CommandException.input(() -> model.open(opened, engine.device(), Surroundings.cores()))) {
            Outputs outputs = read(reader, images);
            report(ErrorRate.of(outputs));
        }
        return Cli.DONE;
    }

    /** Drawings go the drawing pad's way. */
    private int readStrokes(Model model) throws CommandException {
        try (Engine opened = engine.open(surroundings);
                ModelReader reader = CommandException.input(() -> model.open(opened, engine.device(), 1))) {
            List<String> classes = PredictCommand.classes(surroundings, model, reader.classes());
            StrokesScore score = CommandException.input(() -> StrokesScore.of(strokes, reader, classes));
            if (json) score.line().print(surroundings.out());
            else score.print(surroundings.out());
        }
        return Cli.DONE;
    }

    /** As many classes by chance are not the same classes: how many ships are read as a 3 is no error rate. */
    static void refuseOtherClasses(Model model, Catalogue catalogue, String dataset) throws CommandException {
        String trained = model.recipe().data().dataset();
        List<String> known;
        List<String> asked;
        try {
            known = catalogue.classes(trained);
            asked = catalogue.classes(dataset);
        } catch (DataException e) {
            // One of them is not here, so they cannot be compared; whether the images can be loaded is said elsewhere.
            return;
        }
        if (!known.equals(asked))
            throw CommandException.wrongInput(model.name() + " was trained on " + trained
                    + ", whose classes are others than those of " + dataset + " (" + few(known) + "; " + few(asked)
                    + "): choose images of the same classes.");
    }

    private static String few(List<String> classes) {
        return String.join(", ", classes.subList(0, Math.min(3, classes.size()))) + (classes.size() > 3 ? " …" : "");
    }

    static Outputs read(ModelReader reader, ImageSet images) throws CommandException {
        return CommandException.input(() -> reader.read(images, () -> false).orElseThrow());
    }

    private void report(ErrorRate error) {
        if (json)
            new JsonLine()
                    .put("images", error.images())
                    .put("errors", error.errors())
                    .put("error", error.rate())
                    .print(surroundings.out());
        else surroundings.out().println(sentence(error));
    }

    /** {@code 0.98 % error: 98 of 10,000 images (95 % confidence: 0.80 % to 1.19 %)}. */
    static String sentence(ErrorRate error) {
        ErrorRate.Interval interval = error.interval(0.95);
        return String.format(
                Locale.ROOT,
                "%s error: %,d of %,d images (95 %% confidence: %s to %s)",
                Sentences.percent(error.rate()),
                error.errors(),
                error.images(),
                Sentences.percent(interval.low()),
                Sentences.percent(interval.high()));
    }
}
