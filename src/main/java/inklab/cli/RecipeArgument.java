package inklab.cli;

import inklab.net.Problem;
import inklab.net.Spelling;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeCheck;
import inklab.recipe.RecipeFile;
import inklab.recipe.TrainingSettings;
import inklab.train.RunFolder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A recipe as it is named on the command line: a preset, or a file. */
final class RecipeArgument {
    private RecipeArgument() {}

    /** The recipe of this name; a preset goes before a file that is called the same. */
    static Recipe find(String name) throws CommandException {
        Presets presets = new Presets();
        Optional<Recipe> preset = presets.find(name);
        if (preset.isPresent()) return preset.get();
        Path file = path(name);
        boolean isFileName = file.getNameCount() > 1 || name.endsWith(".json");
        if (!isFileName && !Files.exists(file))
            throw CommandException.wrongInput("There is no preset and no file " + name + ": "
                    + Spelling.nearest(name, presets.names())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("the presets are " + String.join(", ", presets.names()) + "."));
        RecipeFile.Parsed parsed = CommandException.input(() -> RecipeFile.read(file));
        refuse(file + ": ", parsed.problems());
        return parsed.recipe().orElseThrow();
    }

    /** Whether there is a preset or a file of this name. */
    static boolean isThere(String name) throws CommandException {
        return new Presets().find(name).isPresent() || Files.exists(path(name));
    }

    /** The run folder that is named, if one is. */
    static Optional<RunFolder> runFolder(String name) throws CommandException {
        Path folder = path(name);
        return Files.exists(folder.resolve("recipe.json")) ? Optional.of(new RunFolder(folder)) : Optional.empty();
    }

    private static Path path(String name) throws CommandException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandException.wrongInput("There is no preset and no file " + name + ".");
        }
    }

    /**
     * The recipe with what the command line says otherwise.
     *
     * @param warnings hears of what works, but probably not as meant
     */
    static Recipe with(Recipe recipe, Integer epochs, Long seed, Consumer<String> warnings) throws CommandException {
        TrainingSettings training = recipe.training();
        if (epochs != null) training = training.withEpochs(epochs);
        if (seed != null) training = training.withSeed(seed);
        Recipe changed = recipe.withTraining(training);
        List<Problem> problems =
                RecipeCheck.of(changed).stream().map(p -> ofOption(p, epochs)).toList();
        refuse("", problems);
        for (Problem warning : problems) warnings.accept(Sentences.of(warning));
        return changed;
    }

    /** What was given by an option is called by the option's name. */
    private static Problem ofOption(Problem problem, Integer epochs) {
        boolean given = epochs != null && problem.where().equals("training.epochs");
        return given ? new Problem("--epochs", problem.what(), problem.how(), problem.severity()) : problem;
    }

    /** Refuses what has errors, a sentence for each; warnings pass. */
    private static void refuse(String before, List<Problem> problems) throws CommandException {
        if (!Problem.anyError(problems)) return;
        throw CommandException.wrongInput(problems.stream()
                .filter(Problem::isError)
                .map(problem -> before + Sentences.of(problem))
                .collect(Collectors.joining(System.lineSeparator())));
    }
}
