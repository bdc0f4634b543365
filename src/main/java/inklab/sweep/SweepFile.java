package inklab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import inklab.recipe.RecipeEdit;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Sweeps as JSON. Fields and their defaults:
 *
 * <pre>
 * format      1                                                            required
 * name        short, fit for a file name                                   required
 * says        what it shows                                                ""
 * recipe      a preset's name, a recipe file beside the sweep's, or a
 *             recipe in braces                                             required
 * with        fields set on the recipe before all: {"training.epochs": 5}  {}
 * axes        a list of                                                    required
 *   field     a recipe's field with dots, training.schedule.rate; or recipe, for whole recipes
 *   values    a list; or else
 *   from, to  numbers; steps (needed by a grid); scale linear or log: linear; whole true or false: false
 * strategy    kind: grid, random, halving (default grid)
 *             random: runs required, seed 1
 *             halving: runs (left out: the whole grid), seed 1, keep 3, first_epochs 1
 * limit       runs 0, hours 0: none
 * </pre>
 */
public final class SweepFile {
    /** The version that is written and read. */
    public static final int FORMAT = 1;

    private static final long MOST_BYTES = 4L << 20;

    /**
     * What a text says.
     *
     * @param sweep if all of it can be used
     * @param problems else
     */
    public record Parsed(Optional<Sweep> sweep, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    private SweepFile() {}

    /**
     * Reads a sweep; never throws.
     *
     * @param recipes finds the recipes that it names
     */
    public static Parsed parse(String json, NamedRecipes recipes) {
        return SweepReader.read(json, recipes);
    }

    /**
     * Reads a sweep's file.
     *
     * @throws IOException when it cannot be read at all; its message names the file
     */
    public static Parsed read(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) throw new IOException(file + " is a folder, not a sweep file.");
            if (Files.size(file) > MOST_BYTES)
                throw new IOException(file + " is larger than a sweep file ever is: choose another.");
            return parse(
                    Files.readString(file),
                    new NamedRecipes(file.toAbsolutePath().getParent()));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8: check that it is a sweep file.", e);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no sweep file " + file + ": check its name and folder.", e);
        }
    }

    /** The text, in lines, with every recipe that it needs in braces: it means the same wherever it is read. */
    public static String text(Sweep sweep) {
        return RecipeEdit.pretty(json(sweep));
    }

    static ObjectNode json(Sweep sweep) {
        ObjectNode json = object();
        json.put("format", FORMAT);
        json.put("name", sweep.name());
        if (!sweep.says().isEmpty()) json.put("says", sweep.says());
        json.set("recipe", RecipeEdit.json(sweep.base()));
        if (!sweep.with().isEmpty()) sweep.with().forEach(json.putObject("with")::set);
        ArrayNode axes = json.putArray("axes");
        for (Axis axis : sweep.axes()) axes.add(json(axis));
        json.set("strategy", json(sweep.strategy()));
        if (!sweep.limit().equals(Sweep.Limit.NONE)) {
            ObjectNode limit = json.putObject("limit");
            if (sweep.limit().runs() > 0) limit.put("runs", sweep.limit().runs());
            if (sweep.limit().hours() > 0) limit.put("hours", sweep.limit().hours());
        }
        return json;
    }

    private static ObjectNode json(Axis axis) {
        ObjectNode json = object().put("field", axis.field());
        if (axis.values() instanceof Axis.Listed listed) {
            ArrayNode values = json.putArray("values");
            listed.values().forEach(values::add);
        } else if (axis.values() instanceof Axis.Range range) {
            number(json, "from", range.from());
            number(json, "to", range.to());
            if (range.steps() > 0) json.put("steps", range.steps());
            if (range.log()) json.put("scale", "log");
            if (range.whole()) json.put("whole", true);
        }
        return json;
    }

    private static ObjectNode json(Strategy strategy) {
        ObjectNode json = object();
        if (strategy instanceof Strategy.Random random)
            json.put("kind", "random").put("runs", random.runs()).put("seed", random.seed());
        else if (strategy instanceof Strategy.Halving halving) {
            json.put("kind", "halving");
            if (halving.runs() > 0) json.put("runs", halving.runs()).put("seed", halving.seed());
            json.put("keep", halving.keep()).put("first_epochs", halving.firstEpochs());
        } else json.put("kind", "grid");
        return json;
    }

    private static void number(ObjectNode json, String name, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) json.put(name, (long) value);
        else json.put(name, value);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Whether two sweeps have the same members to train, whatever their limits and words are. */
    static boolean isSame(Sweep one, Sweep other) {
        return same(one).equals(same(other));
    }

    private static JsonNode same(Sweep sweep) {
        ObjectNode json = json(sweep);
        json.remove(List.of("says", "limit"));
        // Numbers by their text: 5 and 5.0 are one.
        return JsonNodeFactory.instance.textNode(RecipeEdit.pretty(json));
    }
}
