package inklab.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In what two recipes differ, apart from their names, seeds and numbers of epochs. */
public final class RecipeDifference {
    private RecipeDifference() {}

    /**
     * A sentence for each field that {@code other} has otherwise, in the words of recipe files; none when one is a shorter or longer
     * training of the other. The number of epochs counts where the learning rate falls over all of them.
     */
    public static List<String> of(Recipe recipe, Recipe other) {
        Map<String, String> expected = fields(recipe);
        Map<String, String> found = fields(other);
        TreeMap<String, String> names = new TreeMap<>(expected);
        names.putAll(found);
        List<String> sentences = new ArrayList<>();
        for (String name : names.keySet()) {
            String a = expected.getOrDefault(name, "not set");
            String b = found.getOrDefault(name, "not set");
            if (!a.equals(b)) sentences.add(name + " is " + b + " in place of " + a + ".");
        }
        return sentences;
    }

    private static Map<String, String> fields(Recipe recipe) {
        Schedule schedule = recipe.training().schedule();
        boolean spansEpochs = schedule instanceof Schedule.Linear || schedule instanceof Schedule.Cosine;
        Map<String, String> fields = new TreeMap<>();
        flatten(RecipeWriter.json(recipe), "", fields);
        fields.keySet().removeAll(List.of("format", "name", "says", "training.seed"));
        if (!spansEpochs) fields.remove("training.epochs");
        return fields;
    }

    private static void flatten(ObjectNode json, String path, Map<String, String> fields) {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String name = Fields.join(path, field.getKey());
            if (field.getValue() instanceof ObjectNode inner) flatten(inner, name, fields);
            else fields.put(name, field.getValue().asText());
        }
    }
}
