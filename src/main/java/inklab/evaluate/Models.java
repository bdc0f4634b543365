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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds trained networks: in run folders, and among those that come with Inklab in {@code assets/nets/NAME/}, where {@code index.txt} lists
 * the names.
 */
public final class Models {
    static final String INDEX = "index.txt";
    static final String RECIPE = "recipe.json";
    static final String WEIGHTS = "weights.safetensors";
    static final String RESULT = "result.json";

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

    /** Run folders alone, without the networks that come with Inklab. */
    public static Models ofRunsAlone(Path runs) {
        return new Models(runs, name -> null);
    }

    Models(Path runs, Shelf shelf) {
        this.runs = runs;
        this.shelf = shelf;
    }

    /** The names of the networks that come with Inklab; none when none do. */
    public List<String> builtIn() throws IOException {
        return text(INDEX)
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

    /** A network that comes with Inklab, or several that answer together. */
    public Model ofBuiltIn(String name) throws IOException {
        Optional<Claim> claim = claim(name);
        if (claim.isEmpty() || claim.get().members().size() == 1)
            return new Model(name, recipeIn(name), weightsIn(name));
        List<Model.Member> members = new ArrayList<>();
        for (Claim.Member member : claim.get().members()) {
            String folder = name + "/" + (members.size() + 1);
            members.add(new Model.Member(member.name(), recipeIn(folder), weightsIn(folder)));
        }
        return new Model(name, members);
    }

    /** The recipe of a network that comes with Inklab; of several the first one's. */
    public Recipe recipe(String builtIn) throws IOException {
        return recipes(builtIn).get(0);
    }

    /** The recipes of a network's members, in the order of its claim. */
    public List<Recipe> recipes(String builtIn) throws IOException {
        int members = claim(builtIn).map(claim -> claim.members().size()).orElse(1);
        if (members == 1) return List.of(recipeIn(builtIn));
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 1; i <= members; i++) recipes.add(recipeIn(builtIn + "/" + i));
        return recipes;
    }

    /** The weights of one member, counted from 0, of a network that comes with Inklab. */
    public Weights weights(String builtIn, int member) throws IOException {
        int members = claim(builtIn).map(claim -> claim.members().size()).orElse(1);
        return weightsIn(members == 1 ? builtIn : builtIn + "/" + (member + 1));
    }

    /** What a network that comes with Inklab was measured to read; empty when nothing is said. */
    public Optional<Claim> claim(String builtIn) throws IOException {
        String file = builtIn + "/" + RESULT;
        Optional<String> text = text(file);
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Claim.parse(text.get()));
        } catch (IOException e) {
            throw new RunException(own(file) + " is damaged: install Inklab again.", e);
        }
    }

    private Recipe recipeIn(String folder) throws IOException {
        String file = folder + "/" + RECIPE;
        RecipeFile.Parsed parsed = RecipeFile.parse(text(file).orElseThrow(() -> missing(file)));
        return parsed.recipe().orElseThrow(() -> new RunException(own(file) + " is damaged: install Inklab again."));
    }

    private Weights weightsIn(String folder) throws IOException {
        String name = folder + "/" + WEIGHTS;
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
