package inklab.train;

import inklab.data.Dataset;
import inklab.engine.DeviceMemoryException;
import inklab.engine.Engine;
import inklab.engine.EngineUnavailableException;
import inklab.net.Problem;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeCheck;
import inklab.recipe.TrainingSettings;
import inklab.train.Result.Ending;
import inklab.train.Trainer.Habits;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A recipe to be trained in a run folder, from reading the images to the result: what the command line and the window both start. */
public final class TrainingJob {
    private final Recipe recipe;
    private final RunFolder folder;
    private final TrainingImages images;
    private final Habits habits;
    private final boolean resume;
    private final RunControl control = new RunControl();

    /**
     * @param resume whether to go on with what the folder holds; an empty folder can be resumed, too
     */
    public TrainingJob(Recipe recipe, RunFolder folder, TrainingImages images, Habits habits, boolean resume) {
        this.recipe = recipe;
        this.folder = folder;
        this.images = images;
        this.habits = habits;
        this.resume = resume;
    }

    public Recipe recipe() {
        return recipe;
    }

    public RunFolder folder() {
        return folder;
    }

    /** To steer and watch it, from any thread. */
    public RunControl control() {
        return control;
    }

    /**
     * Trains until the end, on this thread. A run that is finished already is not trained again: its result is what it was.
     *
     * @return also when the recipe is refused or training diverges: the result's problem says why
     * @throws IOException in one sentence, when images or the run folder cannot be read or written
     */
    public Result run(Engine engine) throws IOException {
        control.report(RunProgress.of(RunProgress.Phase.PREPARING));
        try {
            return train(engine);
        } catch (CancellationException | ClosedByInterruptException e) {
            return end(Result.nothing(folder.name(), Ending.STOPPED, null));
        } catch (EngineUnavailableException e) {
            return end(Result.nothing(folder.name(), Ending.REFUSED, new Problem("run", e.getMessage(), "")));
        } catch (DeviceMemoryException e) {
            return end(Result.nothing(folder.name(), Ending.REFUSED, e.problem()));
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
            throw e;
        }
    }

    /** Says in the progress what broke the training off. */
    void failed(Throwable fault) {
        Problem problem;
        if (fault instanceof IOException) problem = new Problem("run", String.valueOf(fault.getMessage()), "");
        else if (fault instanceof DeviceMemoryException full) problem = full.problem();
        else if (fault instanceof OutOfMemoryError)
            problem = new Problem(
                    "training.batch",
                    "There is not enough memory for this training.",
                    "Use smaller mini-batches, a smaller net, or start Java with more memory (-Xmx).");
        else
            problem = new Problem(
                    "run", "The training broke off by a fault: " + fault + ".", "Resume it from its last checkpoint.");
        control.report(control.progress().failed(problem));
    }

    private Result train(Engine engine) throws IOException {
        Optional<Problem> wrong = firstError(RecipeCheck.of(recipe));
        if (wrong.isPresent()) return end(Result.nothing(folder.name(), Ending.REFUSED, wrong.get()));
        try (RunWriter run = folder.open(recipe, resume)) {
            Optional<Result> already = folder.result();
            if (already.isPresent()) return end(already.get());
            Dataset data = images.load(recipe, control::isEnding);
            wrong = firstError(RecipeCheck.fit(recipe, data));
            if (wrong.isPresent()) return end(Result.nothing(folder.name(), Ending.REFUSED, wrong.get()));
            return train(engine, run, prepared(data));
        }
    }

    private Result train(Engine engine, RunWriter run, Dataset data) throws IOException {
        TrainingSettings settings = recipe.training();
        try (BatchSource batches = new BatchPipeline(
                data.train(), recipe.distortion(), recipe.data().pixels(), settings.batch(), settings.seed())) {
            return new Trainer(recipe, data, run, control, habits).train(engine, batches);
        }
    }

    private Dataset prepared(Dataset data) {
        Preparation preparation = Preparation.of(recipe);
        return new Dataset(
                data.id(),
                preparation.apply(data.train()),
                preparation.apply(data.validation()),
                preparation.apply(data.test()));
    }

    private Result end(Result result) {
        RunProgress now = control.progress();
        RunProgress.Phase phase = result.ending().phase();
        control.report(result.problem() == null ? now.in(phase) : now.failed(result.problem()));
        return result;
    }

    private static Optional<Problem> firstError(List<Problem> problems) {
        return problems.stream().filter(Problem::isError).findFirst();
    }
}
