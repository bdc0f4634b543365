package inklab.cli;

import inklab.data.Catalogue;
import inklab.engine.Engine;
import inklab.recipe.Recipe;
import inklab.train.CatalogueImages;
import inklab.train.Keep;
import inklab.train.Result;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a recipe in a run folder. */
@Command(description = "Trains a recipe; Ctrl-C stops it with a checkpoint to resume from.")
final class TrainCommand implements Callable<Integer> {
    /** How long to train within an epoch before the next checkpoint, seconds. */
    private static final double SAVE_SECONDS = 60;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RECIPE", description = "A preset's name, a recipe's file, or with --resume a run folder.")
    private String recipeName;

    @Mixin
    private DataOption data;

    @Option(
            names = "--out",
            paramLabel = "RUNDIR",
            description = "The run folder; else a new one in the folder runs beside the data.")
    private Path out;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the training images, instead of the recipe's.")
    private Integer epochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of weights, order, dropout and distortion, instead of the recipe's.")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "How many cores to use; all when not given.")
    private Integer threads;

    @Option(
            names = "--history",
            paramLabel = "N",
            description =
                    "How many epochs' weights to keep besides the last and the best, spread evenly, to walk through"
                            + " in the window; none when not given.")
    private int history;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--resume", description = "Go on with the run in RUNDIR, or with this recipe's newest run.")
    private boolean resume;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    TrainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        StatusLine status = new StatusLine(surroundings);
        int cores = Threads.count(threads);
        if (history < 0)
            throw CommandException.wrongInput("--history is " + history + ": give how many epochs to keep, or 0.");
        Optional<RunFolder> begun = RecipeArgument.runFolder(recipeName);
        Recipe named = begun.isPresent() ? CommandException.input(begun.get()::recipe) : recipe();
        Recipe recipe = RecipeArgument.with(named, epochs, seed, status::keep);
        Catalogue catalogue = data.catalogue(surroundings, status);
        DataOption.require(catalogue, recipe.data().dataset());
        RunFolder folder = folder(recipe, begun);
        boolean over = resume && sayHowItStands(folder, recipe, status);
        Habits habits = new Habits(engine.device(), cores, new Keep(history), SAVE_SECONDS);
        try (Engine opened = engine.open(surroundings)) {
            if (!over) surroundings.err().println("Run folder: " + folder.path());
            TrainingJob job = new TrainingJob(recipe, folder, new CatalogueImages(catalogue), habits, resume);
            try (TrainingWatch watch = new TrainingWatch(job, status)) {
                return report(folder, watch.run(opened));
            }
        }
    }

    /**
     * What going on with a run will do, where that is not what one would think.
     *
     * @return whether there is nothing left to do
     */
    private static boolean sayHowItStands(RunFolder folder, Recipe recipe, StatusLine status) throws CommandException {
        boolean begun = CommandException.input(
                () -> folder.result().isPresent() || folder.last().isPresent());
        if (!begun) {
            status.keep("There is no run of " + recipe.name() + " to go on with: a new one begins.");
            return false;
        }
        int done = CommandException.input(
                () -> folder.metrics().snapshot().epochs().size());
        int wanted = recipe.training().epochs();
        Optional<Result> result = CommandException.input(folder::result);
        if (wanted < done)
            throw CommandException.wrongInput(folder.path() + " has trained " + Sentences.epochs(done)
                    + " already: give more than " + done + " with --epochs, or leave it out.");
        boolean same = CommandException.input(folder::recipe).training().epochs() == wanted;
        if (result.isEmpty() || !(same || wanted == done)) return false;
        status.keep(folder.path() + " is finished after " + Sentences.epochs(done)
                + ": there is nothing to go on with. More are trained with --epochs N.");
        return true;
    }

    private Recipe recipe() throws CommandException {
        if (resume && !RecipeArgument.isThere(recipeName))
            throw CommandException.wrongInput("There is no run " + recipeName
                    + " to go on with: give its run folder, or the recipe that it trains; the runs lie in "
                    + surroundings.runs(data.folder()) + ".");
        return RecipeArgument.find(recipeName);
    }

    private RunFolder folder(Recipe recipe, Optional<RunFolder> begun) throws CommandException, IOException {
        Runs runs = new Runs(surroundings.runs(data.folder()));
        if (out == null && begun.isEmpty()) {
            Optional<RunFolder> newest = resume ? newest(runs, recipe) : Optional.empty();
            return newest.isPresent() ? newest.get() : runs.fresh(recipe);
        }
        Path folder = out == null ? begun.get().path() : out;
        if (Files.exists(folder) && !Files.isDirectory(folder))
            throw CommandException.wrongInput(folder + " is a file: choose a folder for the run.");
        if (!resume && RecipeArgument.runFolder(folder.toString()).isPresent())
            throw CommandException.wrongInput(
                    folder + " holds a run already: go on with it by --resume, or choose another folder.");
        return new RunFolder(folder);
    }

    /** This recipe's newest run; none when there is nothing to go on with yet. */
    private static Optional<RunFolder> newest(Runs runs, Recipe recipe) throws IOException {
        for (Runs.Entry entry : runs.list())
            if (entry instanceof Runs.Run run && run.recipe().name().equals(recipe.name()))
                return Optional.of(run.folder());
        return Optional.empty();
    }

    private int report(RunFolder folder, Result result) {
        if (json)
            new JsonLine()
                    .put("run", folder.path().toString())
                    .put("epochs", result.epochs())
                    .put("best_epoch", result.bestEpoch())
                    .put("validation_error", result.validationError())
                    .put("test_error", result.testError())
                    .put("images_per_s", result.imagesPerSecond())
                    .put("wall_s", result.wallSeconds())
                    .put("weights_sha256", result.weightsSha256())
                    .print(surroundings.out());
        else
            surroundings
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%s in %s, %s images/s; best epoch %d: validation error %s, test error %s",
                            Sentences.epochs(result.epochs()),
                            Sentences.time(result.wallSeconds()),
                            Sentences.count(result.imagesPerSecond()),
                            result.bestEpoch(),
                            Sentences.percent(result.validationError()),
                            Sentences.percent(result.testError())));
        if (result.problem() != null) surroundings.err().println(Sentences.of(result.problem()));
        return switch (result.ending()) {
            case EPOCHS, PATIENCE, MINUTES -> Cli.DONE;
            case DIVERGED -> Cli.FAILED;
            case REFUSED -> Cli.WRONG_INPUT;
            case STOPPED, CANCELLED -> {
                surroundings.err().println("Stopped; to go on: train " + folder.path() + " --resume");
                yield Cli.FAILED;
            }
        };
    }
}
