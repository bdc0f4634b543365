package inklab.ui;

import inklab.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The background service that trains, as the shell needs it: training belongs to the window, not to a workspace. For the FX thread. */
public interface Training {
    /** What is being trained; null while nothing is. */
    ReadOnlyObjectProperty<Live> liveProperty();

    /** Trains this recipe, at once or when the runs before it are done. */
    void start(Recipe recipe);

    /** Halts at the next mini-batch; {@link #resume} goes on from there. */
    void pause();

    void resume();

    /** The run at work, to go on with after the window was closed. */
    Optional<Path> running();

    /**
     * Writes down what has not begun yet, before the window closes.
     *
     * @return all that is left to go on with next time: the run at work, then those that wait, in order
     */
    default List<Path> leave() {
        return running().stream().toList();
    }

    /** Writes a checkpoint to go on from next time, and ends; returns when that is done, which takes a moment. */
    void close();
}
