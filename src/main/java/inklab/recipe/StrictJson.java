package inklab.recipe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** JSON text read without mercy: no duplicate fields, nothing behind the end, no depth or length that a recipe never has. */
public final class StrictJson {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 16;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 2)
                    .maxNumberLength(1000)
                    .build())
            .build();

    /**
     * An object, or why there is none.
     *
     * @param object if the text is one
     * @param problems if it is not
     */
    public record Parsed(Optional<ObjectNode> object, List<Problem> problems) {}

    /** Ends the reading; never leaves this class. */
    private static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Mistake(Problem problem) {
            super(problem.what(), null, false, false);
            this.problem = problem;
        }
    }

    private StrictJson() {}

    /** Reads a recipe's object; never throws. */
    static Parsed parse(String text) {
        return parse(text, "recipe");
    }

    /**
     * Reads an object; never throws.
     *
     * @param what the text is meant to be, a noun for {@code a …} and {@code the …}
     */
    public static Parsed parse(String text, String what) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (whole.length() > MOST_CHARACTERS)
            return refused(new Problem(
                    what,
                    "This text is longer than a " + what + " ever is: " + whole.length() + " characters.",
                    "Check that it is a " + what + " file."));
        if (whole.isBlank())
            return refused(new Problem(what, "This text is empty.", "Check that it is a " + what + " file."));
        try (JsonParser parser = FACTORY.createParser(whole)) {
            if (parser.nextToken() != JsonToken.START_OBJECT)
                return refused(new Problem(
                        what,
                        "This text is not a " + what + ": it does not begin with {.",
                        "Check that it is a " + what + " file."));
            ObjectNode object = object(parser, "", 0);
            if (parser.nextToken() != null)
                return refused(new Problem(
                        line(parser.currentTokenLocation(), what),
                        "There is text behind the end of the " + what + ".",
                        "Remove what follows the last }."));
            return new Parsed(Optional.of(object), List.of());
        } catch (JsonProcessingException e) {
            return refused(new Problem(
                    line(e.getLocation(), what),
                    "The text stops being JSON here.",
                    "Look for a missing or surplus comma, quote or bracket there or just before."));
        } catch (Mistake mistake) {
            return refused(mistake.problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A string cannot fail to be read.
        }
    }

    private static Parsed refused(Problem problem) {
        return new Parsed(Optional.empty(), List.of(problem));
    }

    private static String line(JsonLocation location, String what) {
        return location == null ? what : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ObjectNode object(JsonParser parser, String path, int depth) throws IOException, Mistake {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = Fields.join(path, name);
            if (object.has(name))
                throw new Mistake(new Problem(inner, "This field is there twice.", "Keep one of the two."));
            parser.nextToken();
            object.set(name, value(parser, inner, depth));
        }
        return object;
    }

    private static JsonNode value(JsonParser parser, String path, int depth) throws IOException, Mistake {
        if (depth >= DEEPEST)
            throw new Mistake(new Problem(
                    Fields.shown(path), "Brackets lie too deep in each other.", "A recipe is three levels deep."));
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) return object(parser, path, depth + 1);
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser, path, depth + 1));
            return array;
        }
        if (token == JsonToken.VALUE_STRING) return NODES.textNode(parser.getText());
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER)
            return NODES.numberNode(parser.getLongValue());
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT)
            return NODES.numberNode(parser.getDoubleValue());
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE)
            return NODES.booleanNode(token == JsonToken.VALUE_TRUE);
        return NODES.nullNode();
    }
}
