package inklab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import inklab.net.Spelling;
import inklab.recipe.Fields;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeEdit;
import inklab.recipe.RecipeFile;
import inklab.recipe.StrictJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sweeps out of JSON. */
final class SweepReader {
    private static final Map<String, Boolean> SCALES = new LinkedHashMap<>(Map.of("linear", false));
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        SCALES.put("log", true);
        for (String kind : List.of("grid", "random", "halving")) KINDS.put(kind, kind);
    }

    private final List<Problem> problems = new ArrayList<>();
    private final NamedRecipes recipes;

    private SweepReader(NamedRecipes recipes) {
        this.recipes = recipes;
    }

    static SweepFile.Parsed read(String text, NamedRecipes recipes) {
        StrictJson.Parsed json = StrictJson.parse(text, "sweep");
        if (json.object().isEmpty()) return new SweepFile.Parsed(Optional.empty(), json.problems());
        SweepReader reader = new SweepReader(recipes);
        Optional<Sweep> sweep = reader.sweep(json.object().get());
        boolean sound = !Problem.anyError(reader.problems);
        return new SweepFile.Parsed(sound ? sweep : Optional.empty(), reader.problems);
    }

    private Optional<Sweep> sweep(ObjectNode json) {
        Fields root = new Fields(json, "", problems);
        long format = root.require("format", "1").whole("format", SweepFile.FORMAT);
        if (format != SweepFile.FORMAT) {
            root.impossible(
                    "format",
                    "This sweep is of format " + format + "; this Inklab reads format " + SweepFile.FORMAT + ".",
                    format > SweepFile.FORMAT ? "Use a newer Inklab." : "The first format is 1.");
            return Optional.empty();
        }
        String name = root.require("name", "\"my-sweep\"").text("name", "sweep");
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}"))
            root.impossible(
                    "name", "This name cannot be a folder's name.", "Use letters, digits and dashes, at most 60.");
        String says = root.text("says", "");
        Optional<Recipe> base = base(root);
        Map<String, JsonNode> with = with(root);
        root.require("axes", "[{\"field\": \"training.seed\", \"values\": [1, 2, 3]}]");
        List<Axis> axes = axes(root);
        Strategy strategy = strategy(root.object("strategy"));
        Sweep.Limit limit = limit(root.object("limit"));
        root.finish();
        if (base.isEmpty() || Problem.anyError(problems)) return Optional.empty();
        Sweep sweep = new Sweep(name, says, base.get(), with, axes, strategy, limit);
        checkValues(sweep);
        checkSize(sweep);
        return Optional.of(sweep);
    }

    private Optional<Recipe> base(Fields root) {
        Optional<JsonNode> value = root.require("recipe", "\"quick-ink\"").any("recipe");
        return value.isEmpty() ? Optional.empty() : recipe(value.get(), "recipe");
    }

    private Optional<Recipe> recipe(JsonNode value, String where) {
        RecipeFile.Parsed parsed;
        if (value instanceof ObjectNode object) parsed = RecipeEdit.read(object);
        else if (value.isTextual()) parsed = recipes.find(value.textValue(), where);
        else {
            problems.add(new Problem(
                    where, "This is no recipe.", "Name a preset or a recipe file, or write a recipe in braces."));
            return Optional.empty();
        }
        for (Problem problem : parsed.problems()) if (problem.isError()) problems.add(within(where, problem));
        return parsed.recipe();
    }

    private Map<String, JsonNode> with(Fields root) {
        Map<String, JsonNode> with = new LinkedHashMap<>();
        Optional<JsonNode> value = root.any("with");
        if (value.isEmpty()) return with;
        if (value.get() instanceof ObjectNode object)
            object.properties().forEach(field -> with.put(field.getKey(), field.getValue()));
        else root.impossible("with", "This is not an object in braces.", "Write {\"training.epochs\": 5}.");
        return with;
    }

    private List<Axis> axes(Fields root) {
        List<Axis> axes = new ArrayList<>();
        for (Fields in : root.objects("axes")) {
            String where = "axes[" + axes.size() + "]";
            String field = in.require("field", "\"training.seed\"").text("field", "");
            Axis.Values values = in.has("values") ? listed(in, field, where) : range(in);
            in.finish();
            if (axes.stream().anyMatch(axis -> axis.field().equals(field)))
                in.impossible("field", "There is an axis of " + field + " already.", "Put all values into one axis.");
            axes.add(new Axis(field, values));
        }
        if (axes.isEmpty() && root.has("axes") && problems.isEmpty())
            root.impossible(
                    "axes", "There is no axis.", "Add one: {\"field\": \"training.seed\", \"values\": [1, 2]}.");
        return axes;
    }

    private Axis.Values listed(Fields in, String field, String where) {
        List<JsonNode> values = in.elements("values");
        if (values.isEmpty())
            in.impossible("values", "This axis is empty: nothing could be trained.", "Give it a value or more.");
        // 1 and 1.0 are the same rate.
        Set<Object> seen = new HashSet<>();
        for (JsonNode value : values)
            if (!seen.add(value.isNumber() ? (Object) value.doubleValue() : value)) {
                in.impossible("values", Axis.words(value) + " is there twice.", "Keep one of the two.");
                break;
            }
        if (!field.equals(Axis.RECIPE)) return new Axis.Listed(values);
        List<JsonNode> whole = new ArrayList<>();
        for (JsonNode value : values)
            recipe(value, where + ".values[" + whole.size() + "]")
                    .ifPresent(recipe -> whole.add(RecipeEdit.json(recipe)));
        return new Axis.Listed(whole);
    }

    private Axis.Values range(Fields in) {
        boolean there = in.has("from") || in.has("to");
        if (!there) {
            in.impossible("values", "This axis has neither values nor a range.", "Add \"values\": [1, 2, 3].");
            in.any("values");
        }
        double from = there ? in.require("from", "1").number("from", 0) : in.number("from", 0);
        double to = there ? in.require("to", "10").number("to", 1) : in.number("to", 1);
        boolean log = in.choice("scale", SCALES, false);
        int steps = in.integer("steps", 0);
        boolean whole = in.flag("whole");
        if (from >= to) in.impossible("to", "The range ends before it begins.", "Let to be larger than from.");
        if (log && from <= 0)
            in.impossible(
                    "from", "A range of factors cannot begin at 0 or below.", "Begin above 0, or leave out scale.");
        if (in.has("steps") && (steps < 2 || steps > Sweep.MOST))
            in.impossible("steps", "A range has 2 points or more, its ends.", "Use 2 to " + Sweep.MOST + ".");
        if (whole && (from != Math.rint(from) || to != Math.rint(to)))
            in.impossible("whole", "The range's ends are no whole numbers.", "Begin and end with whole numbers.");
        Axis.Range range = new Axis.Range(from, to, steps, log, whole);
        if (from < to && (!log || from > 0) && steps >= 2 && steps <= Sweep.MOST) checkPoints(in, range);
        return range;
    }

    /** Rounding may bring two points of a range together. */
    private static void checkPoints(Fields in, Axis.Range range) {
        List<JsonNode> points = new Axis("", range).points();
        int different = (int) points.stream().distinct().count();
        if (different < points.size())
            in.impossible(
                    "steps",
                    "Of " + points.size() + " points on this range only " + different + " differ.",
                    "Use at most " + different + ".");
    }

    private Strategy strategy(Fields in) {
        String kind = in.choice("kind", KINDS, "grid");
        Strategy strategy = switch (kind) {
            case "random" -> new Strategy.Random(runs(in.require("runs", "20"), 1), in.whole("seed", 1));
            case "halving" ->
                new Strategy.Halving(
                        in.has("runs") ? runs(in, 2) : 0,
                        in.whole("seed", 1),
                        least(in, "keep", 3, 2),
                        least(in, "first_epochs", 1, 1));
            default -> new Strategy.Grid();
        };
        in.finish();
        return strategy;
    }

    private int runs(Fields in, int least) {
        int runs = in.integer("runs", least);
        if (runs < least || runs > Sweep.MOST)
            in.impossible("runs", "A sweep cannot have " + runs + " runs here.", "Use " + least + " to 10000.");
        return runs;
    }

    private static int least(Fields in, String name, int otherwise, int least) {
        int value = in.integer(name, otherwise);
        if (value < least)
            in.impossible(name, "This number is too small: " + value + ".", "The least is " + least + ".");
        return value;
    }

    private static Sweep.Limit limit(Fields in) {
        int runs = in.integer("runs", 0);
        double hours = in.number("hours", 0);
        if (runs < 0) in.impossible("runs", "There are no negative runs.", "0 means no limit.");
        if (hours < 0) in.impossible("hours", "There are no negative hours.", "0 means no limit.");
        in.finish();
        return new Sweep.Limit(runs, hours);
    }

    /** Every value must be one that its field can have; whether a net can be made of them is the member's own matter. */
    private void checkValues(Sweep sweep) {
        RecipeFile.Parsed bare = sweep.recipe(Map.of());
        if (bare.recipe().isEmpty()) {
            bare.problems().stream().filter(Problem::isError).forEach(problem -> problems.add(within("with", problem)));
            return;
        }
        for (int i = 0; i < sweep.axes().size(); i++) {
            Axis axis = sweep.axes().get(i);
            String where = "axes[" + i + "]";
            List<JsonNode> ends = axis.hasPoints() && axis.size() <= Sweep.MOST
                    ? axis.points()
                    : List.of(axis.draw(0), axis.draw(0.5), axis.draw(1));
            for (JsonNode value : ends) {
                Optional<Problem> wrong = wrong(sweep, axis, value);
                if (wrong.isEmpty()) continue;
                boolean field = wrong.get().what().equals("There is no such field.");
                problems.add(new Problem(
                        where + (field ? ".field" : ".values"),
                        (field
                                ? "“" + axis.field() + "” is no field of a recipe."
                                : axis.field() + " cannot be " + Axis.words(value) + ". "
                                        + wrong.get().what()),
                        field
                                ? nearest(axis.field(), wrong.get().how())
                                : wrong.get().how()));
                break;
            }
        }
    }

    /** Why no recipe can be read with this value, the other axes standing at their first. */
    private static Optional<Problem> wrong(Sweep sweep, Axis axis, JsonNode value) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Axis other : sweep.axes()) values.put(other.field(), other.equals(axis) ? value : other.draw(0));
        RecipeFile.Parsed parsed = sweep.recipe(values);
        if (parsed.recipe().isPresent()) return Optional.empty();
        Map<String, JsonNode> others = new LinkedHashMap<>(values);
        others.remove(axis.field());
        // What is wrong without this axis, too, is another one's fault.
        if (sweep.recipe(others).recipe().isEmpty()) return Optional.empty();
        return parsed.problems().stream().filter(Problem::isError).findFirst();
    }

    private void checkSize(Sweep sweep) {
        boolean grid = sweep.strategy() instanceof Strategy.Grid
                || (sweep.strategy() instanceof Strategy.Halving halving && halving.runs() == 0);
        if (!grid) return;
        for (int i = 0; i < sweep.axes().size(); i++)
            if (!sweep.axes().get(i).hasPoints()) {
                problems.add(new Problem(
                        "axes[" + i + "].steps",
                        "A grid needs to know how many points this range has.",
                        "Add it: \"steps\": 5."));
                return;
            }
        long size = sweep.gridSize();
        if (size > Sweep.MOST)
            problems.add(new Problem(
                    "axes",
                    String.format(Locale.ROOT, "This grid has %,d runs; a sweep has at most %,d.", size, Sweep.MOST),
                    "Take fewer values, or draw some of them: \"strategy\": {\"kind\": \"random\", \"runs\": 50}."));
    }

    /** The recipe's reader names only fields that are left out; most that an axis can mean are there. */
    private static String nearest(String field, String how) {
        String listed = "The fields here are ";
        if (!how.startsWith(listed)) return how;
        int dot = field.lastIndexOf('.') + 1;
        List<String> names =
                List.of(how.substring(listed.length()).replaceAll("\\.$", "").split(", ", -1));
        return Spelling.nearest(field.substring(dot), names)
                .map(near -> "Did you mean " + field.substring(0, dot) + near + "?")
                .orElse(how);
    }

    private static Problem within(String where, Problem problem) {
        if (problem.where().equals(where)) return problem;
        return new Problem(where + ": " + problem.where(), problem.what(), problem.how(), problem.severity());
    }
}
