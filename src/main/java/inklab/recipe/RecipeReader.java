package inklab.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.net.Problem;
import inklab.net.Shape;
import inklab.recipe.DataSettings.Pixels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recipes out of JSON objects. */
final class RecipeReader {
    static final Map<String, Pixels> PIXELS =
            ordered(Pixels.UNIT.code(), Pixels.UNIT, Pixels.SIGNED.code(), Pixels.SIGNED);
    static final Map<String, Elastic.Noise> NOISES =
            ordered("gaussian", Elastic.Noise.GAUSSIAN, "uniform", Elastic.Noise.UNIFORM);
    static final Map<String, Elastic.Field> FIELDS =
            ordered("image", Elastic.Field.PER_IMAGE, "batch", Elastic.Field.PER_BATCH);

    private static final NetSpec NO_NET = new NetSpec(new Shape(1, 1, 1), List.of());

    private final List<Problem> problems = new ArrayList<>();
    private boolean netRead;

    private RecipeReader() {}

    static RecipeFile.Parsed read(ObjectNode json) {
        RecipeReader reader = new RecipeReader();
        Fields root = new Fields(json, "", reader.problems);
        long format = root.require("format", "1").whole("format", RecipeFile.FORMAT);
        if (format != RecipeFile.FORMAT)
            // Nothing else of it can be relied on.
            return new RecipeFile.Parsed(
                    Optional.empty(),
                    List.of(new Problem(
                            "format",
                            "This recipe is of format " + format + "; this Inklab reads format " + RecipeFile.FORMAT
                                    + ".",
                            format > RecipeFile.FORMAT ? "Use a newer Inklab." : "The first format is 1.")));
        Recipe recipe = new Recipe(
                root.require("name", "\"my-net\"").text("name", "unnamed"),
                root.text("says", ""),
                reader.data(root.object("data")),
                reader.distortion(root.object("distortion")),
                reader.net(root.require("net", "\"1x28x28-100N-10N\"").text("net", "")),
                reader.training(root.object("training")));
        root.finish();
        boolean readable = !Problem.anyError(reader.problems);
        List<Problem> all = new ArrayList<>(reader.problems);
        // Values that read as defaults would only be told twice.
        RecipeCheck.of(recipe).stream()
                .filter(p -> readable || (p.isError() && !reader.told(p)))
                .forEach(all::add);
        return new RecipeFile.Parsed(readable ? Optional.of(recipe) : Optional.empty(), all);
    }

    /** Whether a problem is about a field that could not be read, or about the net when that could not. */
    private boolean told(Problem problem) {
        if (!netRead && problem.where().startsWith("net")) return true;
        return problems.stream().anyMatch(p -> p.where().equals(problem.where()));
    }

    private DataSettings data(Fields in) {
        DataSettings data = new DataSettings(
                in.require("dataset", "\"mnist\"").text("dataset", "ink"),
                in.integer("train", 0),
                in.integer("validation", DataSettings.VALIDATION),
                in.integer("ink", 0),
                in.integer("normalise_width", 0),
                in.choice("pixels", PIXELS, Pixels.UNIT));
        in.finish();
        return data;
    }

    private Distortion distortion(Fields in) {
        Fields elastic = in.object("elastic");
        Distortion distortion = new Distortion(
                new Elastic(
                        elastic.number("sigma", 0),
                        elastic.number("alpha", 0),
                        elastic.choice("noise", NOISES, Elastic.Noise.GAUSSIAN),
                        elastic.choice("field", FIELDS, Elastic.Field.PER_IMAGE)),
                in.number("rotation", 0),
                in.number("scale_x", 0),
                in.number("scale_y", 0),
                in.number("shear", 0),
                in.number("shift", 0),
                in.integer("pixel_shift", 0),
                in.number("noise", 0),
                in.flag("flip"));
        elastic.finish();
        in.finish();
        return distortion;
    }

    private NetSpec net(String notation) {
        if (notation.isEmpty()) return NO_NET;
        Notation.Parsed parsed = Notation.parse(notation);
        problems.addAll(parsed.problems());
        netRead = parsed.net().isPresent();
        return parsed.net().orElse(NO_NET);
    }

    private TrainingSettings training(Fields in) {
        TrainingSettings training = new TrainingSettings(
                in.require("batch", "128").integer("batch", 1),
                in.require("epochs", "10").integer("epochs", 1),
                in.number("minutes", 0),
                in.integer("patience", 0),
                optimizer(in.object("optimizer")),
                schedule(in.require("schedule", "{\"rate\": 0.1}").object("schedule"), in.has("schedule")),
                in.number("l2", 0),
                in.number("clip", 0),
                in.whole("seed", 1));
        in.finish();
        return training;
    }

    private static Optimizer optimizer(Fields in) {
        String kind = in.choice("kind", same("sgd", "momentum", "nesterov", "rmsprop", "adam"), "sgd");
        Optimizer optimizer = switch (kind) {
            case "momentum" -> new Optimizer.Momentum(in.number("momentum", 0.9));
            case "nesterov" -> new Optimizer.Nesterov(in.number("momentum", 0.9));
            case "rmsprop" -> new Optimizer.RmsProp(in.number("decay", 0.9), in.number("epsilon", 1e-8));
            case "adam" ->
                new Optimizer.Adam(in.number("beta1", 0.9), in.number("beta2", 0.999), in.number("epsilon", 1e-8));
            default -> new Optimizer.Sgd();
        };
        in.finish();
        return optimizer;
    }

    private static Schedule schedule(Fields in, boolean there) {
        if (!there) return new Schedule.Constant(0.1);
        String kind =
                in.choice("kind", same("constant", "exponential", "step", "linear", "cosine", "plateau"), "constant");
        double rate = in.require("rate", "0.1").number("rate", 0.1);
        Schedule schedule = switch (kind) {
            case "exponential" ->
                new Schedule.Exponential(rate, in.require("factor", "0.95").number("factor", 1), in.number("floor", 0));
            case "step" ->
                new Schedule.StepDown(
                        rate,
                        in.require("factor", "0.1").number("factor", 1),
                        in.require("every", "10").integer("every", 1));
            case "linear" -> new Schedule.Linear(rate, in.number("last", 0));
            case "cosine" -> new Schedule.Cosine(rate, in.number("last", 0));
            case "plateau" ->
                new Schedule.Plateau(
                        rate,
                        in.require("factor", "0.5").number("factor", 0.5),
                        in.require("patience", "5").integer("patience", 1),
                        in.number("floor", 0));
            default -> new Schedule.Constant(rate);
        };
        in.finish();
        return schedule;
    }

    private static Map<String, String> same(String... names) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String name : names) map.put(name, name);
        return map;
    }

    private static <T> Map<String, T> ordered(String first, T one, String second, T two) {
        Map<String, T> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
