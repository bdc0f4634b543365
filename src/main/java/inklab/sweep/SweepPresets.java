package inklab.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The sweeps that come with Inklab, read from the class path ({@code presets/sweeps/}); {@code index.txt} there gives their order. */
public final class SweepPresets {
    private static final String FOLDER = "/presets/sweeps/";

    /** The names, the one to begin with first. */
    public List<String> names() {
        return text("index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** All of them, in the names' order. */
    public List<Sweep> all() {
        return names().stream().map(name -> find(name).orElseThrow()).toList();
    }

    /** The sweep of this name, if there is one. */
    public Optional<Sweep> find(String name) {
        // A name is looked up among the known ones first, so that it can never be a path.
        if (!names().contains(name)) return Optional.empty();
        SweepFile.Parsed parsed = SweepFile.parse(text(name + ".json"), new NamedRecipes());
        if (parsed.sweep().isEmpty())
            throw new IllegalStateException("presets/sweeps/" + name + ".json: " + parsed.problems());
        return parsed.sweep();
    }

    private static String text(String file) {
        try (InputStream in = SweepPresets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null)
                throw new IllegalStateException("presets/sweeps/" + file + " is missing from Inklab's own files");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Inklab's own file presets/sweeps/" + file + " cannot be read", e);
        }
    }
}
