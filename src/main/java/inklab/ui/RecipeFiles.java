package inklab.ui;

import inklab.net.Problem;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.recipe.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recipes as files on disk, and the presets on the class path. */
public final class RecipeFiles implements RecipeShelf {
    private final Presets presets;

    public RecipeFiles(Presets presets) {
        this.presets = presets;
    }

    @Override
    public List<Recipe> presets() {
        return presets.all();
    }

    @Override
    public Rows rows() {
        return presets.rows();
    }

    /** A recipe with problems is read all the same: they are shown on the layers and fields that they belong to. */
    @Override
    public Recipe read(Path file) throws IOException {
        RecipeFile.Parsed parsed = RecipeFile.read(file);
        if (parsed.recipe().isPresent()) return parsed.recipe().get();
        Problem problem = parsed.problems().get(0);
        throw new IOException(
                (file.getFileName() + ", " + problem.where() + ": " + problem.what() + " " + problem.how()).strip());
    }

    @Override
    public boolean isOfRun(Path file) {
        Path whole = file.toAbsolutePath();
        return whole.endsWith("recipe.json") && Files.exists(whole.resolveSibling("metrics.jsonl"));
    }

    @Override
    public void write(Recipe recipe, Path file) throws IOException {
        RecipeFile.write(file, recipe);
    }
}
