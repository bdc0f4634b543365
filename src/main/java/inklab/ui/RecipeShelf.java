package inklab.ui;

import inklab.recipe.Recipe;
import inklab.recipe.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where recipes come from and go to. Its methods may take a while: they are called off the FX thread. */
public interface RecipeShelf {
    /** Those that come with Inklab. */
    List<Recipe> presets() throws IOException;

    /** The published results that they reproduce. */
    default Rows rows() {
        return Rows.own();
    }

    /** Reads a recipe. What is wrong with the file is an exception whose message names it and says what to do. */
    Recipe read(Path file) throws IOException;

    /** Whether a file is the copy that a run keeps of what it was trained with, and so is never written again. */
    default boolean isOfRun(Path file) {
        return false;
    }

    /** Writes a recipe so that the file is either as before or complete. */
    void write(Recipe recipe, Path file) throws IOException;
}
