package inklab.evaluate;

import inklab.engine.Safetensors;
import inklab.engine.Weights;
import inklab.net.Spelling;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.train.Checkpoint;
import inklab.train.RunException;
import inklab.train.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Finds trained networks: in run folders, and among those that come with Inklab in {@code assets/nets/NAME/}, where {@code index.txt} lists
 * the names.
 */
public final class Models {
    private static final String RECIPE = "recipe.json";
    private static final String WEIGHTS = "weights.safetensors";

    private final Path runs;
    private final Shelf shelf;

    /** Opens a file of the built-in networks. */
    interface Shelf {
        /** @return null when there is no such file */
        InputStream open(String name) throws IOException;
    }

    /**
     * @param runs the folder of all runs, where a run can be called by its name
     */
    public Models(Path runs) {
        this(runs, name -> Models.class.getResourceAsStream("/assets/nets/" + name));
    }

    Models(Path runs, Shelf shelf) {
        this.runs = runs;
        this.shelf = shelf;
    }

    /** The names of the networks that come with Inklab; none when none do. */
    public List<String> builtIn() throws IOException {
        return text("index.txt")
                .map(text -> text.lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /**
     * The network of this name: a run folder, a built-in network, or a run in the folder of all runs.
     *
     * @throws IOException in one sentence, when there is none or it is damaged
     */
    public Model find(String name) throws IOException {
        Optional<RunFolder> run = run(name);
        if (run.isPresent()) return ofRun(run.get());
        List<String> builtIn = builtIn();
        if (builtIn.contains(name)) return ofBuiltIn(name);
        String known = builtIn.isEmpty()
                ? "give a run folder, as train prints it."
                : "give a run folder, or one of " + String.join(", ", builtIn) + ".";
        throw new RunException("There is no network " + name + ": "
                + Spelling.nearest(name, builtIn)
                        .map(near -> "is it " + near + "?")
                        .orElse(known));
    }

    /** The run folder that {@link #find} takes for this name; empty when it takes a built-in network, or there is none. */
    public Optional<RunFolder> run(String name) throws IOException {
        Optional<Path> folder = path(name).filter(Files::isDirectory);
        if (folder.isEmpty() && !builtIn().contains(name))
            folder = path(name)
                    .filter(path -> path.getNameCount() == 1)
                    .map(runs::resolve)
                    .filter(Files::isDirectory);
        return folder.map(RunFolder::new);
    }

    /**
     * A run's network at its best epoch, or as it is before the first epoch is done.
     *
     * @throws IOException in one sentence, when it has no weights yet or they are damaged
     */
    public static Model ofRun(RunFolder run) throws IOException {
        Recipe recipe = run.recipe();
        Optional<Checkpoint> best = run.best();
        if (best.isEmpty()) best = run.last();
        if (best.isEmpty())
            throw new RunException(run.path() + " has no weights yet: train it until the first checkpoint.");
        return new Model(run.name(), recipe, best.get().weights());
    }

    /** A network that comes with Inklab. */
    public Model ofBuiltIn(String name) throws IOException {
        return new Model(name, recipe(name), weights(name));
    }

    /** The recipe of a network that comes with Inklab. */
    public Recipe recipe(String builtIn) throws IOException {
        String file = builtIn + "/" + RECIPE;
        RecipeFile.Parsed parsed = RecipeFile.parse(text(file).orElseThrow(() -> missing(file)));
        return parsed.recipe().orElseThrow(() -> new RunException(own(file) + " is damaged: install Inklab again."));
    }

    private Weights weights(String builtIn) throws IOException {
        String name = builtIn + "/" + WEIGHTS;
        Path copy = Files.createTempFile("inklab", ".safetensors");
        try (InputStream in = shelf.open(name)) {
            if (in == null) throw missing(name);
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return Safetensors.read(copy).weights();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Optional<String> text(String name) throws IOException {
        try (InputStream in = shelf.open(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static RunException missing(String name) {
        return new RunException(own(name) + " is missing: install Inklab again.");
    }

    private static String own(String name) {
        return "Inklab's own file assets/nets/" + name;
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
