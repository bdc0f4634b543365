package inklab.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import inklab.train.NumberOrNaN;
import java.io.IOException;
import java.util.List;

/**
 * What a network that comes with Inklab was measured to read: the shape of {@code assets/nets/NAME/result.json}.
 *
 * @param dataset the data set whose test images were read
 * @param images how many
 * @param errors how many were misread; by averaged probabilities where there are several members
 * @param members one, or those of a committee
 */
public record Claim(
        @JsonProperty("dataset") String dataset,
        @JsonProperty("images") int images,
        @JsonProperty("errors") int errors,
        @JsonProperty("members") List<Member> members) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // What is missing counts as null.
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * A network.
     *
     * @param name for people
     * @param seed of its recipe
     * @param epoch whose weights these are, from 1
     * @param validationError at that epoch, 0 to 1; NaN, and left out of the file, where nothing was held out
     * @param errors how many of the same test images it misreads alone
     */
    public record Member(
            @JsonProperty("name") String name,
            @JsonProperty("seed") long seed,
            @JsonProperty("epoch") int epoch,

            @JsonProperty("validation_error")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @JsonSerialize(using = NumberOrNothing.class)
            @JsonDeserialize(using = NumberOrText.class)
            double validationError,

            @JsonProperty("errors") int errors) {}

    private static final class NumberOrNothing extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;

        NumberOrNothing() {
            super(Double.class);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Double value) {
            return Double.isNaN(value);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value);
        }
    }

    /** In older files NaN stands as text. */
    private static final class NumberOrText extends NumberOrNaN {
        private static final long serialVersionUID = 1;

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING) && json.getText().equals("NaN")) return Double.NaN;
            return super.deserialize(json, context);
        }
    }

    public Claim {
        members = List.copyOf(members);
        if (members.isEmpty()) throw new IllegalArgumentException("a claim is about at least one network");
        if (errors < 0 || errors > images)
            throw new IllegalArgumentException(errors + " errors in " + images + " images");
    }

    /** The share of the images that were misread, 0 to 1. */
    public double error() {
        return (double) errors / images;
    }

    /** @throws IOException when the text is no claim, saying why */
    static Claim parse(String json) throws IOException {
        try {
            return MAPPER.readValue(json, Claim.class);
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    /** As JSON, in lines. */
    String text() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
    }
}
