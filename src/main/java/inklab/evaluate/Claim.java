package inklab.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * A network.
     *
     * @param name for people
     * @param seed of its recipe
     * @param epoch whose weights these are, from 1
     * @param validationError at that epoch, 0 to 1
     * @param errors how many of the same test images it misreads alone
     */
    public record Member(
            @JsonProperty("name") String name,
            @JsonProperty("seed") long seed,
            @JsonProperty("epoch") int epoch,
            @JsonProperty("validation_error") double validationError,
            @JsonProperty("errors") int errors) {}

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
