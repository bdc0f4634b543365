package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.DataException;
import inklab.engine.Engine;
import inklab.evaluate.Model;
import inklab.evaluate.ModelReader;
import inklab.evaluate.Models;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a network sees in pictures and pen strokes. */
@Command(description = "Reads pictures (PNG, JPEG) and pen strokes (*.strokes.jsonl), a line of output for each.")
final class PredictCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A trained network: a run folder, or a built-in one's name.")
    private String modelName;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Pictures, or files of strokes with a line {\"strokes\":[[[x,y],...],...]} for each drawing.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--json",
            description = "Each line of output is a JSON object; index counts a file's drawings from 0.")
    private boolean json;

    PredictCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        Model model = CommandException.input(() -> new Models(surroundings.runs(null)).find(modelName));
        boolean allRead = true;
        try (Engine opened = engine.open(surroundings);
                ModelReader reader = CommandException.input(() -> model.open(opened, engine.device(), 1))) {
            List<String> classes = classes(surroundings, model, reader.classes());
            Drawings drawings = new Drawings(model.recipe());
            for (String file : files) allRead &= readFile(file, drawings, reader, classes);
        }
        return allRead ? Cli.DONE : Cli.WRONG_INPUT;
    }

    /** Reads all drawings of a file; one that cannot be read does not keep the others from being read. */
    private boolean readFile(String file, Drawings drawings, ModelReader reader, List<String> classes) {
        try {
            drawings.read(
                    file,
                    (index, drawing) -> print(file, index, classes, reader.read(drawing.pixels(), drawing.shape())));
            return true;
        } catch (IOException e) {
            surroundings.err().println(Sentences.of(e));
        } catch (IllegalArgumentException e) {
            surroundings.err().println(file + ": " + Sentences.tidy(String.valueOf(e.getMessage())));
        }
        return false;
    }

    private void print(String file, int index, List<String> classes, float[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) if (probabilities[k] > probabilities[best]) best = k;
        if (json)
            new JsonLine()
                    .put("file", file)
                    .put("index", index)
                    .put("label", classes.get(best))
                    .put("probabilities", probabilities)
                    .print(surroundings.out());
        else
            surroundings
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s%s  %s  %.1f %%",
                            file,
                            Drawings.isStrokes(file) ? ", drawing " + (index + 1) : "",
                            classes.get(best),
                            100 * probabilities[best]));
    }

    /** The classes' names; numbers where they are no longer to be found. */
    static List<String> classes(Surroundings surroundings, Model model, int count) {
        String dataset = model.recipe().data().dataset();
        Catalogue catalogue = surroundings.catalogue(null, notice -> {});
        try {
            List<String> names = catalogue.classes(dataset);
            if (names.size() == count) return names;
        } catch (DataException e) {
            surroundings.err().println(dataset + " is not here, so its classes are numbered from 0.");
        }
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
