package inklab.ui.runs;

import inklab.recipe.Recipe;
import inklab.train.Runs;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run as the table shows it.
 *
 * @param entry as it lies on disk
 * @param data its data set, in words; empty for a broken run
 * @param distortion how its images are changed, in words
 * @param outputs whether its answers to the test images are stored
 */
record RunRow(Runs.Entry entry, String data, String distortion, boolean outputs) {
    Path path() {
        return entry.path();
    }

    String name() {
        return String.valueOf(path().getFileName());
    }

    Optional<Runs.Run> run() {
        return entry instanceof Runs.Run run ? Optional.of(run) : Optional.empty();
    }

    Optional<Recipe> recipe() {
        return run().map(Runs.Run::recipe);
    }

    /** The data set's id; empty for a broken run. */
    String dataset() {
        return recipe().map(recipe -> recipe.data().dataset()).orElse("");
    }

    /** The seed of its recipe; 0 for a broken run. */
    long seed() {
        return recipe().map(recipe -> recipe.training().seed()).orElse(0L);
    }

    boolean starred() {
        return run().map(Runs.Run::starred).orElse(false);
    }

    boolean training() {
        return is(Runs.Status.TRAINING);
    }

    boolean is(Runs.Status status) {
        return run().map(run -> run.status() == status).orElse(false);
    }

    int epochs() {
        return run().map(Runs.Run::epochs).orElse(0);
    }

    /** At the best epoch; NaN before the first. */
    double validation() {
        return run().map(Runs.Run::validationError).orElse(Double.NaN);
    }

    double test() {
        return run().map(Runs.Run::testError).orElse(Double.NaN);
    }

    double seconds() {
        return run().map(Runs.Run::seconds).orElse(Double.NaN);
    }

    /** What is wrong with a broken run; empty for others. */
    String trouble() {
        return entry instanceof Runs.Broken broken ? broken.problem().what() : "";
    }
}
