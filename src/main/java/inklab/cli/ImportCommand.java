package inklab.cli;

import inklab.data.Catalogue;
import inklab.distort.Distortion;
import inklab.export.Imported;
import inklab.net.Notation;
import inklab.recipe.DataSettings;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.train.RunFolder;
import inklab.train.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over a network that was trained elsewhere. */
@Command(
        description = "Takes over a trained network as a run: a sequential Keras model (.h5), or weights (.safetensors)"
                + " with the recipe that they fit.")
final class ImportCommand implements Callable<Integer> {
    private static final String LIKE = "quick-ink";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "A .h5 or .safetensors file.")
    private Path file;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            description = "A preset's name or a recipe's file: the net of a .safetensors file; how images are prepared,"
                    + " and how to train on.")
    private String recipeName;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "What a Keras model was trained on; mnist or cifar-10, by its input, when not given.")
    private String dataset;

    @Option(
            names = "--out",
            paramLabel = "RUNDIR",
            description = "The run folder; else a new one in the folder runs beside the data.")
    private Path out;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        if (!Files.isRegularFile(file))
            throw CommandException.wrongInput("There is no file " + file + ": check its name and folder.");
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        Imported imported;
        Recipe recipe;
        if (name.endsWith(".safetensors")) {
            if (recipeName == null)
                throw CommandException.wrongInput(
                        "Weights alone say no net: give with --recipe the recipe that they fit.");
            recipe = RecipeArgument.find(recipeName);
            imported = CommandException.input(() -> Imported.safetensors(file, recipe.net()));
        } else if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
            imported = CommandException.input(() -> Imported.keras(file));
            recipe = kerasRecipe(imported, name.substring(0, name.lastIndexOf('.')));
        } else
            throw CommandException.wrongInput(
                    file + " is neither a .h5 nor a .safetensors file, and only such are taken over.");
        RunFolder run = folder(recipe);
        run.adopt(recipe, imported.weights());
        report(run, recipe);
        return Cli.DONE;
    }

    private Recipe kerasRecipe(Imported imported, String name) throws CommandException {
        if (recipeName != null) return RecipeArgument.find(recipeName).withNet(imported.net());
        Recipe like = new Presets().find(LIKE).orElseThrow();
        String data = dataset;
        if (data == null) data = imported.net().input().channels() == 3 ? "cifar-10" : "mnist";
        if (data.equals(Catalogue.INK)) return named(like, name, like.data(), imported);
        return named(
                like, name, new DataSettings(data, 0, DataSettings.VALIDATION, 0, DataSettings.Pixels.UNIT), imported);
    }

    private static Recipe named(Recipe like, String name, DataSettings data, Imported imported) {
        String tidy = name.replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        return new Recipe(
                tidy.isEmpty() ? "keras" : tidy,
                "Imported from Keras.",
                data,
                Distortion.NONE,
                imported.net(),
                like.training());
    }

    private RunFolder folder(Recipe recipe) throws IOException {
        return out == null ? new Runs(surroundings.runs(null)).fresh(recipe) : new RunFolder(out);
    }

    private void report(RunFolder run, Recipe recipe) {
        String net = Notation.print(recipe.net());
        if (json)
            new JsonLine()
                    .put("run", run.path().toString())
                    .put("net", net)
                    .put("dataset", recipe.data().dataset())
                    .print(surroundings.out());
        else surroundings.out().println(net + "\n" + run.path());
    }
}
