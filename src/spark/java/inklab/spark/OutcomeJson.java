package inklab.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import inklab.sweep.Outcome;
import java.io.IOException;

/** An outcome on its way from a task to the driver. */
final class OutcomeJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OutcomeJson() {}

    static String text(Outcome outcome) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("member", outcome.member())
                .put("epochs", outcome.epochs())
                .put("best_epoch", outcome.bestEpoch())
                // As texts: NaN is no number in JSON.
                .put("validation_error", Double.toString(outcome.validationError()))
                .put("test_error", Double.toString(outcome.testError()))
                .put("images_per_s", Double.toString(outcome.imagesPerSecond()))
                .put("wall_s", outcome.wallSeconds())
                .put("weights_sha256", outcome.weightsSha256())
                .put("ending", outcome.ending())
                .put("where", outcome.where());
        Problem problem = outcome.problem();
        if (problem != null)
            json.putArray("problem").add(problem.where()).add(problem.what()).add(problem.how());
        return json.toString();
    }

    static Outcome read(String text) throws IOException {
        JsonNode json = MAPPER.readTree(text);
        JsonNode problem = json.path("problem");
        return new Outcome(
                json.path("member").asText(),
                json.path("epochs").asInt(),
                json.path("best_epoch").asInt(),
                Double.parseDouble(json.path("validation_error").asText()),
                Double.parseDouble(json.path("test_error").asText()),
                Double.parseDouble(json.path("images_per_s").asText()),
                json.path("wall_s").asDouble(),
                json.path("weights_sha256").asText(),
                json.path("ending").asText(),
                problem.isArray()
                        ? new Problem(
                                problem.get(0).asText(),
                                problem.get(1).asText(),
                                problem.get(2).asText())
                        : null,
                json.path("where").asText());
    }
}
