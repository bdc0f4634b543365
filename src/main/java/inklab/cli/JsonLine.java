package inklab.cli;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;

/** One JSON object on one line of standard output, in plain ASCII whatever the terminal speaks. A number that is none becomes null. */
final class JsonLine {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    private final ObjectNode object;

    JsonLine() {
        this(MAPPER.createObjectNode());
    }

    private JsonLine(ObjectNode object) {
        this.object = object;
    }

    JsonLine put(String field, String text) {
        object.put(field, text);
        return this;
    }

    JsonLine put(String field, long number) {
        object.put(field, number);
        return this;
    }

    JsonLine put(String field, double number) {
        if (Double.isFinite(number)) object.put(field, number);
        else object.putNull(field);
        return this;
    }

    JsonLine put(String field, float[] numbers) {
        ArrayNode array = object.putArray(field);
        for (float number : numbers) array.add(number);
        return this;
    }

    JsonLine put(String field, boolean flag) {
        object.put(field, flag);
        return this;
    }

    JsonLine put(String field, List<String> texts) {
        ArrayNode array = object.putArray(field);
        texts.forEach(array::add);
        return this;
    }

    /** An object within this one. */
    JsonLine object(String field) {
        return new JsonLine(object.putObject(field));
    }

    /** Another element, an object, of the list within this one. */
    JsonLine element(String field) {
        return new JsonLine(object.withArray("/" + field).addObject());
    }

    void print(PrintStream out) {
        out.println(object);
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
