package inklab.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** In what two recipes differ, apart from their names, seeds and numbers of epochs. */
public final class RecipeDifference {
    /**
     * A field that two recipes have otherwise.
     *
     * @param name as in recipe files, with dots: {@code distortion.elastic.sigma}
     * @param first its value in the first recipe, its default where the file leaves it out; empty where it has no such field
     * @param second likewise
     */
    public record Field(String name, String first, String second) {}

    private static final List<String> PARTS = List.of("data", "distortion", "net", "training");

    /** What a recipe file means by leaving a field out; of optimizers and schedules by their kind. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("data.validation", Integer.toString(DataSettings.VALIDATION)),
            Map.entry("data.pixels", DataSettings.Pixels.UNIT.code()),
            Map.entry("distortion.elastic.noise", "gaussian"),
            Map.entry("distortion.elastic.field", "image"),
            Map.entry("distortion.flip", "false"),
            Map.entry("training.seed", "1"),
            Map.entry("momentum.momentum", "0.9"),
            Map.entry("nesterov.momentum", "0.9"),
            Map.entry("rmsprop.decay", "0.9"),
            Map.entry("rmsprop.epsilon", "1e-8"),
            Map.entry("adam.beta1", "0.9"),
            Map.entry("adam.beta2", "0.999"),
            Map.entry("adam.epsilon", "1e-8"),
            Map.entry("exponential.floor", "0"),
            Map.entry("linear.last", "0"),
            Map.entry("cosine.last", "0"),
            Map.entry("plateau.floor", "0"));

    private static final String EPOCHS = "training.epochs";
    private static final String SCHEDULE = "training.schedule";
    private static final List<String> OBJECTS = List.of("distortion.elastic", "training.optimizer", SCHEDULE);

    private RecipeDifference() {}

    /** Every field that the two have otherwise, seeds and epochs too, names and words aside; data first, then distortion, net, training. */
    public static List<Field> fields(Recipe first, Recipe second) {
        Map<String, String> a = new LinkedHashMap<>();
        Map<String, String> b = new LinkedHashMap<>();
        flatten(RecipeWriter.json(first), "", a);
        flatten(RecipeWriter.json(second), "", b);
        List<String> names = new ArrayList<>(a.keySet());
        int at = 0;
        for (String name : b.keySet()) {
            // A field of the second alone stands behind the one that it follows there.
            if (names.contains(name)) at = names.indexOf(name) + 1;
            else names.add(at++, name);
        }
        names.removeAll(List.of("format", "name", "says"));
        names.sort(Comparator.comparingInt(name -> PARTS.indexOf(name.split("\\.", -1)[0])));
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Field field = new Field(name, value(name, a), value(name, b));
            if (!field.first().equals(field.second())) fields.add(field);
        }
        return fields;
    }

    private static String value(String name, Map<String, String> fields) {
        if (fields.containsKey(name)) return fields.get(name);
        for (String part : List.of("training.optimizer.", "training.schedule.")) {
            if (!name.startsWith(part)) continue;
            return DEFAULTS.getOrDefault(fields.get(part + "kind") + "." + name.substring(part.length()), "");
        }
        return DEFAULTS.getOrDefault(name, "0");
    }

    /**
     * A sentence for each field that {@code other} has otherwise, in the words of recipe files; none when one is a shorter or longer
     * training of the other. The number of epochs counts where the learning rate falls over all of them.
     */
    public static List<String> of(Recipe recipe, Recipe other) {
        Map<String, String> expected = parts(recipe);
        Map<String, String> found = parts(other);
        if (!Objects.equals(expected.get(SCHEDULE), found.get(SCHEDULE)) || !spansEpochs(recipe)) {
            expected.remove(EPOCHS);
            found.remove(EPOCHS);
        }
        TreeMap<String, String> names = new TreeMap<>(expected);
        names.putAll(found);
        List<String> sentences = new ArrayList<>();
        for (String name : names.keySet()) {
            String usual = OBJECTS.contains(name) ? "left out" : DEFAULTS.getOrDefault(name, "0");
            String a = expected.getOrDefault(name, usual);
            String b = found.getOrDefault(name, usual);
            if (!a.equals(b)) sentences.add(name + " is " + b + ", not " + a + ".");
        }
        return sentences;
    }

    /**
     * The recipe from which another differs in the fewest settings; of several, the first.
     *
     * @param recipes at least one
     */
    public static Recipe nearest(List<Recipe> recipes, Recipe other) {
        return recipes.stream()
                .min(Comparator.comparingInt(recipe -> of(recipe, other).size()))
                .orElseThrow();
    }

    private static boolean spansEpochs(Recipe recipe) {
        Schedule schedule = recipe.training().schedule();
        return schedule instanceof Schedule.Linear || schedule instanceof Schedule.Cosine;
    }

    /** {@code training.batch → 128}, {@code training.schedule → exponential, rate 0.2, factor 0.91}. */
    private static Map<String, String> parts(Recipe recipe) {
        ObjectNode json = RecipeWriter.json(recipe);
        json.remove(List.of("format", "name", "says"));
        Map<String, String> parts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> part : json.properties()) {
            if (!part.getValue().isObject())
                parts.put(part.getKey(), part.getValue().asText());
            for (Map.Entry<String, JsonNode> field : part.getValue().properties())
                parts.put(part.getKey() + "." + field.getKey(), words(field.getValue()));
        }
        parts.remove("training.seed");
        return parts;
    }

    private static String words(JsonNode value) {
        if (!value.isObject()) return value.asText();
        return value.properties().stream()
                .map(field -> (field.getKey().equals("kind") ? "" : field.getKey() + " ")
                        + field.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    private static void flatten(ObjectNode json, String path, Map<String, String> fields) {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String name = Fields.join(path, field.getKey());
            if (field.getValue() instanceof ObjectNode inner) flatten(inner, name, fields);
            else fields.put(name, field.getValue().asText());
        }
    }
}
