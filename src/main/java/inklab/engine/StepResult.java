package inklab.engine;

import java.util.List;

/**
 * What a training step found.
 *
 * @param loss mean cross-entropy of the mini-batch, before the update, without the weight decay's part
 * @param errors how many of its images were misread
 * @param layers one for each layer with weights, in order, when the step was observed; else empty
 * @param firstBadLayer the index of the first layer whose output was not finite, or −1; the weights were not updated then
 */
public record StepResult(double loss, int errors, List<LayerStats> layers, int firstBadLayer) {}
