package inklab.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inklab.train.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How a member stands, told through the shared folder while it is trained. */
final class ProgressJson {
    static final String NAME = "progress.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProgressJson() {}

    static void write(Path run, RunProgress now) throws IOException {
        if (!Files.isDirectory(run)) return;
        String text = MAPPER.createObjectNode()
                .put("phase", now.phase().name())
                .put("epoch", now.epoch())
                .put("epochs", now.epochs())
                .put("step", now.step())
                .put("steps", now.stepsPerEpoch())
                .put("loss", Double.toString(now.loss()))
                .put("error", Double.toString(now.error()))
                .put("rate", now.rate())
                .put("images_per_s", now.imagesPerSecond())
                .put("best_epoch", now.bestEpoch())
                .put("best_validation_error", Double.toString(now.bestValidationError()))
                .put("seconds", now.seconds())
                .put("seconds_left", Double.toString(now.secondsLeft()))
                .toString();
        Files.writeString(run.resolve(NAME), text);
    }

    static Optional<RunProgress> read(String place) {
        Optional<String> text = Mirror.find(place);
        if (text.isEmpty()) return Optional.empty();
        try {
            JsonNode json = MAPPER.readTree(text.get());
            return Optional.of(new RunProgress(
                    RunProgress.Phase.valueOf(json.path("phase").asText()),
                    json.path("epoch").asInt(),
                    json.path("epochs").asInt(),
                    json.path("step").asInt(),
                    json.path("steps").asInt(),
                    json.path("loss").asDouble(Double.NaN),
                    json.path("error").asDouble(Double.NaN),
                    json.path("rate").asDouble(),
                    json.path("images_per_s").asDouble(),
                    json.path("best_epoch").asInt(),
                    json.path("best_validation_error").asDouble(Double.NaN),
                    json.path("seconds").asDouble(),
                    json.path("seconds_left").asDouble(Double.NaN),
                    null));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty(); // Half of it: a whole one follows.
        }
    }
}
