package inklab.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one step of training measured; also the shape of its line in {@code metrics.jsonl}.
 *
 * @param step its number in the whole training, from 0
 * @param epoch the epoch it belongs to, from 1
 * @param loss mean cross-entropy of the mini-batch before the update
 * @param error the share of the mini-batch that was misread, 0 to 1
 * @param rate the learning rate
 * @param imagesPerSecond how fast training goes about now
 */
public record StepMetrics(
        @JsonProperty("step") long step,
        @JsonProperty("epoch") int epoch,
        @JsonProperty("loss") double loss,
        @JsonProperty("error") double error,
        @JsonProperty("rate") double rate,
        @JsonProperty("images_per_s") double imagesPerSecond) {}
