package inklab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import inklab.net.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field of the recipe that a sweep varies.
 *
 * @param field by its dotted name in recipe files; {@link #RECIPE} for whole recipes
 */
public record Axis(String field, Values values) {
    /** The field's name when whole recipes take the base's place. */
    public static final String RECIPE = "recipe";

    private static final MathContext DIGITS = new MathContext(4);

    /** What the field can be. */
    public sealed interface Values {}

    /** These and no others; at least one. */
    public record Listed(List<JsonNode> values) implements Values {
        public Listed {
            values = List.copyOf(values);
        }
    }

    /**
     * All between two numbers.
     *
     * @param steps how many points a grid has on it, both ends among them; 0 when it can only be drawn from
     * @param log whether equal steps are equal factors
     * @param whole whether only whole numbers count
     */
    public record Range(double from, double to, int steps, boolean log, boolean whole) implements Values {
        /** The number at a share of the way, 0 to 1; inside, numbers are rounded to four digits, so that people can read them. */
        double at(double share) {
            if (share <= 0) return from;
            if (share >= 1) return to;
            double at = log ? from * Math.pow(to / from, share) : from + (to - from) * share;
            if (whole) return Math.rint(at);
            return new BigDecimal(at).round(DIGITS).doubleValue();
        }
    }

    /** Whether a grid can be laid over it. */
    public boolean hasPoints() {
        return !(values instanceof Range range) || range.steps() > 0;
    }

    /** How many points a grid has on it. */
    public int size() {
        return values instanceof Listed listed ? listed.values().size() : ((Range) values).steps();
    }

    /** The grid's points, in order. */
    public List<JsonNode> points() {
        if (values instanceof Listed listed) return listed.values();
        Range range = (Range) values;
        List<JsonNode> points = new ArrayList<>();
        for (int i = 0; i < range.steps(); i++)
            points.add(number(range.at(range.steps() == 1 ? 0 : (double) i / (range.steps() - 1))));
        return points;
    }

    /** The value for a number drawn evenly from 0 to 1. */
    JsonNode draw(double share) {
        if (values instanceof Range range) return number(range.at(share));
        List<JsonNode> listed = ((Listed) values).values();
        return listed.get(Math.min(listed.size() - 1, (int) (share * listed.size())));
    }

    /** Whether equal distances on a picture should be equal factors. */
    public boolean isLog() {
        return values instanceof Range range && range.log();
    }

    /** A value in a few words: a number, a text, an object by its name or its fields. */
    public static String words(JsonNode value) {
        if (value.isTextual()) return value.textValue();
        if (value.isIntegralNumber()) return value.asText();
        if (value.isNumber()) return Decimal.text(value.doubleValue());
        if (!value.isObject()) return value.toString();
        if (value.path("name").isTextual()) return value.path("name").textValue();
        return value.properties().stream()
                .map(field -> (field.getKey().equals("kind") ? "" : field.getKey() + " ") + words(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Whole numbers without a point, so that a field that counts can have them. */
    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }
}
