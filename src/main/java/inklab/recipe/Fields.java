package inklab.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Decimal;
import inklab.net.Problem;
import inklab.net.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object, each read once by name and type. What has the wrong type becomes a problem and reads as the default; when
 * all are read, {@link #finish()} tells the fields that are missing and those that nobody asked for.
 */
public final class Fields {
    private static final int LONGEST_SHOWN = 40;

    private final ObjectNode object;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private boolean unsure;

    public Fields(ObjectNode object, String path, List<Problem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    public static String join(String path, String name) {
        return path.isEmpty() ? shown(name) : path + "." + shown(name);
    }

    /** Short enough for a sentence, and on its line. */
    public static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "␤");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }

    public boolean has(String name) {
        return object.has(name);
    }

    public String text(String name, String otherwise) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) return otherwise;
        if (value.get().isTextual()) return value.get().textValue();
        return wrong(name, value.get(), "a text in quotes", otherwise);
    }

    public boolean flag(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) return false;
        if (value.get().isBoolean()) return value.get().booleanValue();
        return wrong(name, value.get(), "true or false", false);
    }

    public double number(String name, double otherwise) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) return otherwise;
        if (value.get().isNumber() && Double.isFinite(value.get().doubleValue()))
            return value.get().doubleValue();
        return wrong(name, value.get(), "a number", otherwise);
    }

    public long whole(String name, long otherwise) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) return otherwise;
        if (value.get().isLong() || value.get().isInt()) return value.get().longValue();
        return wrong(name, value.get(), "a whole number", otherwise);
    }

    public int integer(String name, int otherwise) {
        long value = whole(name, otherwise);
        if (value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE) return (int) value;
        problems.add(
                new Problem(join(path, name), "This number is too large: " + value + ".", "Choose a smaller one."));
        return otherwise;
    }

    /** The value for one of a few names. */
    public <T> T choice(String name, Map<String, T> choices, T otherwise) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) return otherwise;
        String list = String.join(", ", choices.keySet());
        if (!value.get().isTextual()) return wrong(name, value.get(), "one of " + list, otherwise);
        String text = value.get().textValue();
        if (choices.containsKey(text)) return choices.get(text);
        // Which fields belong here may hang on the choice.
        unsure = true;
        String how = Spelling.nearest(text, choices.keySet())
                .map(near -> "Did you mean " + near + "?")
                .orElse("It can be " + list + ".");
        problems.add(new Problem(join(path, name), "“" + shown(text) + "” is none of the choices.", how));
        return otherwise;
    }

    /** The fields of an object within; none when it is missing. The caller finishes them too. */
    public Fields object(String name) {
        Optional<JsonNode> value = value(name);
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        if (value.isPresent() && value.get() instanceof ObjectNode there) inner = there;
        else if (value.isPresent()) wrong(name, value.get(), "an object in braces", "");
        return new Fields(inner, join(path, name), problems);
    }

    /** The texts of a list; none when it is missing. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(name, "a list of texts in quotes"))
            if (element.isTextual()) texts.add(element.textValue());
            else wrong(name, element, "a list of texts in quotes", "");
        return texts;
    }

    /** The fields of each object of a list; none when it is missing. The caller finishes them too. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : list(name, "a list of objects in braces")) {
            String inner = join(path, name) + "[" + objects.size() + "]";
            if (element instanceof ObjectNode there) objects.add(new Fields(there, inner, problems));
            else {
                wrong(name, element, "a list of objects in braces", "");
                objects.add(new Fields(JsonNodeFactory.instance.objectNode(), inner, problems));
            }
        }
        return objects;
    }

    /** Tells that a field's value cannot be. */
    public void impossible(String name, String what, String how) {
        problems.add(new Problem(join(path, name), what, how));
    }

    private Iterable<JsonNode> list(String name, String wanted) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) return List.of();
        if (value.get().isArray()) return value.get();
        return wrong(name, value.get(), wanted, List.<JsonNode>of());
    }

    /** Says that a field must be there. */
    public Fields require(String name, String example) {
        if (!object.has(name)) missing.put(name, example);
        return this;
    }

    /** Tells what is missing and what is unknown; a field that was misspelt is not missing too. */
    public void finish() {
        List<Problem> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (unsure || known.contains(name)) return;
            Optional<String> near = Spelling.nearest(
                    name, known.stream().filter(k -> !object.has(k)).toList());
            near.ifPresent(missing::remove);
            unknown.add(new Problem(
                    join(path, name),
                    "There is no such field.",
                    near.map(n -> "Did you mean " + join(path, n) + "?")
                            .orElse("The fields here are " + String.join(", ", known) + ".")));
        });
        missing.forEach((name, example) -> problems.add(
                new Problem(join(path, name), "This field is missing.", "Add it: \"" + name + "\": " + example + ".")));
        problems.addAll(unknown);
    }

    /** The value as it stands, whatever its type; null in JSON is a value too. */
    public Optional<JsonNode> any(String name) {
        return value(name);
    }

    /** The elements of a list; none when it is missing. */
    public List<JsonNode> elements(String name) {
        List<JsonNode> elements = new ArrayList<>();
        list(name, "a list in brackets").forEach(elements::add);
        return elements;
    }

    private Optional<JsonNode> value(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private <T> T wrong(String name, JsonNode value, String wanted, T otherwise) {
        problems.add(
                new Problem(join(path, name), "This is " + described(value) + ".", "It has to be " + wanted + "."));
        return otherwise;
    }

    private static String described(JsonNode value) {
        if (value.isTextual()) return "the text “" + shown(value.textValue()) + "”";
        if (value.isObject()) return "an object";
        if (value.isArray()) return "a list";
        if (value.isDouble())
            return Double.isInfinite(value.doubleValue())
                    ? "a number beyond all bounds"
                    : "the number " + Decimal.text(value.doubleValue());
        if (value.isNumber()) return "the number " + value.longValue();
        return value.toString();
    }
}
