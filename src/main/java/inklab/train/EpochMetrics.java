package inklab.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import inklab.engine.LayerStats;
import java.util.List;
import java.util.Optional;

/**
 * What one epoch measured; also the shape of its line in {@code metrics.jsonl}. Losses are mean cross-entropies, errors shares from 0 to 1,
 * and both are NaN (null in the file) where there are no images to measure them on.
 *
 * @param epoch its number, from 1
 * @param steps steps done since the training began
 * @param trainLoss on the training images as they came by, distorted, with weights that changed meanwhile
 * @param trainError likewise
 * @param testError for people to see; nothing is chosen by it
 * @param rate the learning rate
 * @param imagesPerSecond training images a second, scoring not counted
 * @param seconds since the training began, pauses and breaks not counted
 * @param layers for each layer with weights the mean over the epoch's observed steps
 */
public record EpochMetrics(
        @JsonProperty("epoch") int epoch,
        @JsonProperty("steps") long steps,
        @JsonProperty("train_loss") double trainLoss,
        @JsonProperty("train_error") double trainError,
        @JsonProperty("validation_loss") double validationLoss,
        @JsonProperty("validation_error") double validationError,
        @JsonProperty("test_loss") double testLoss,
        @JsonProperty("test_error") double testError,
        @JsonProperty("rate") double rate,
        @JsonProperty("images_per_s") double imagesPerSecond,
        @JsonProperty("seconds") double seconds,
        @JsonProperty("layers") List<LayerStats> layers) {
    public EpochMetrics {
        layers = List.copyOf(layers);
    }

    /** The one with the lowest validation error, the first of equals; without validation images the last. Empty for none. */
    public static Optional<EpochMetrics> best(List<EpochMetrics> epochs) {
        EpochMetrics best = null;
        for (EpochMetrics epoch : epochs)
            if (best == null
                    || Double.isNaN(epoch.validationError())
                    || epoch.validationError() < best.validationError()) best = epoch;
        return Optional.ofNullable(best);
    }
}
