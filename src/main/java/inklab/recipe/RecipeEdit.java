package inklab.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recipes with some fields set, by the names that they have in a recipe's file. */
public final class RecipeEdit {
    private RecipeEdit() {}

    /**
     * A recipe with other values in some fields; everything is read and checked anew, as from a file.
     *
     * @param values by dotted names, {@code training.schedule.rate}; an object takes the place of a whole part, {@code training.schedule}
     */
    public static RecipeFile.Parsed set(Recipe recipe, Map<String, JsonNode> values) {
        ObjectNode json = RecipeWriter.json(recipe);
        for (Map.Entry<String, JsonNode> value : values.entrySet()) {
            String[] path = value.getKey().split("\\.", -1);
            ObjectNode at = json;
            for (int i = 0; i < path.length - 1; i++) {
                JsonNode inner = at.get(path[i]);
                if (inner == null) inner = at.putObject(path[i]);
                if (!(inner instanceof ObjectNode object))
                    return new RecipeFile.Parsed(
                            Optional.empty(),
                            List.of(new Problem(
                                    value.getKey(),
                                    "There is no such field.",
                                    path[i] + " has no fields of its own.")));
                at = object;
            }
            at.set(path[path.length - 1], value.getValue());
        }
        return RecipeReader.read(json);
    }

    /** A recipe as the object in its file. */
    public static ObjectNode json(Recipe recipe) {
        return RecipeWriter.json(recipe);
    }

    /** A recipe out of such an object. */
    public static RecipeFile.Parsed read(ObjectNode json) {
        return RecipeReader.read(json);
    }

    /** An object in lines, as recipe files are written. */
    public static String pretty(ObjectNode json) {
        return RecipeWriter.pretty(json) + "\n";
    }
}
