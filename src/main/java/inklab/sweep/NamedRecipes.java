package inklab.sweep;

import inklab.net.Problem;
import inklab.net.Spelling;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The recipes that a sweep may name: presets, and recipe files in a folder. */
public final class NamedRecipes {
    private final Presets presets = new Presets();
    private final Path folder;

    /** Presets alone. */
    public NamedRecipes() {
        this(null);
    }

    /** @param folder where files are looked for that are named without one; null for none */
    public NamedRecipes(Path folder) {
        this.folder = folder;
    }

    /** A recipe, or what is wrong with its name. */
    RecipeFile.Parsed find(String name, String where) {
        Optional<Recipe> preset = presets.find(name);
        if (preset.isPresent()) return new RecipeFile.Parsed(preset, List.of());
        Optional<Path> file = file(name);
        if (file.isEmpty())
            return wrong(
                    where,
                    "There is no recipe “" + name + "”.",
                    Spelling.nearest(name, presets.names())
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Name a preset (see: presets) or a recipe file beside this one."));
        try {
            return RecipeFile.read(file.get());
        } catch (IOException e) {
            return wrong(where, String.valueOf(e.getMessage()), "");
        }
    }

    private Optional<Path> file(String name) {
        if (folder == null) return Optional.empty();
        try {
            return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static RecipeFile.Parsed wrong(String where, String what, String how) {
        return new RecipeFile.Parsed(Optional.empty(), List.of(new Problem(where, what, how)));
    }
}
