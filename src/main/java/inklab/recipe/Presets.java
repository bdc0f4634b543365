package inklab.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The recipes that come with Inklab, read from the class path ({@code presets/}); {@code presets/index.txt} gives their order. */
public final class Presets {
    private static final String FOLDER = "/presets/";

    /** The names, the one to begin with first. */
    public List<String> names() {
        return text("index.txt")
                .orElseThrow(() -> new IllegalStateException("presets/index.txt is missing from Inklab's own files"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** All presets, in the names' order. */
    public List<Recipe> all() {
        return names().stream().map(name -> find(name).orElseThrow()).toList();
    }

    /** The preset of this name, if there is one. */
    public Optional<Recipe> find(String name) {
        // A name is looked up among the known ones first, so that it can never be a path.
        if (!names().contains(name)) return Optional.empty();
        String file = name + ".json";
        RecipeFile.Parsed parsed = RecipeFile.parse(text(file)
                .orElseThrow(
                        () -> new IllegalStateException("presets/" + file + " is missing from Inklab's own files")));
        if (!parsed.isSound()) throw new IllegalStateException("presets/" + file + ": " + parsed.problems());
        return parsed.recipe();
    }

    private static Optional<String> text(String file) {
        try (InputStream in = Presets.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Inklab's own file presets/" + file + " cannot be read", e);
        }
    }
}
