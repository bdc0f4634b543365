package inklab.ui.draw;

import inklab.recipe.Recipe;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A trained net that could vote.
 *
 * @param name the run's or the built-in net's
 * @param run its run folder; empty for a net that comes with Inklab
 * @param epoch whose weights it is shown with; 0 where that is not known
 * @param error its validation error, 0 to 1; NaN where that is not known
 * @param usual whether it is asked as long as nobody chooses otherwise
 */
public record Candidate(String name, Optional<Path> run, int epoch, double error, Recipe recipe, boolean usual) {
    /** A net that is asked when it is chosen, or when there is no other. */
    public Candidate(String name, Optional<Path> run, int epoch, double error, Recipe recipe) {
        this(name, run, epoch, error, recipe, false);
    }

    /** The same for one net whatever its epoch. */
    public String id() {
        return run.map(path -> "run " + path).orElse("net " + name);
    }
}
