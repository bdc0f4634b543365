package inklab.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The recipes that come with Inklab, read from the class path ({@code presets/}); {@code presets/index.txt} gives their order. Each is read
 * once; any number of threads may ask.
 */
public final class Presets {
    private static final String FOLDER = "/presets/";

    private final Map<String, Recipe> read = new ConcurrentHashMap<>();
    private final AtomicReference<Rows> rows = new AtomicReference<>();

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
        Recipe known = read.get(name);
        if (known != null) return Optional.of(known);
        if (!names().contains(name)) return Optional.empty();
        String file = name + ".json";
        RecipeFile.Parsed parsed = RecipeFile.parse(text(file)
                .orElseThrow(
                        () -> new IllegalStateException("presets/" + file + " is missing from Inklab's own files")));
        if (!parsed.isSound()) throw new IllegalStateException("presets/" + file + ": " + parsed.problems());
        parsed.recipe().ifPresent(recipe -> read.put(name, recipe));
        return parsed.recipe();
    }

    /** The published results that the presets reproduce. */
    public Rows rows() {
        Rows there = rows.get();
        if (there != null) return there;
        rows.compareAndSet(null, Rows.own());
        return rows.get();
    }

    private static Optional<String> text(String file) {
        try (InputStream in = Presets.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Inklab's own file presets/" + file + " cannot be read", e);
        }
    }
}
