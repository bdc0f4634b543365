package inklab.recipe;

import inklab.net.Optimizer;

/**
 * How the net is trained.
 *
 * @param batch images a mini-batch
 * @param epochs passes over the training images, at most
 * @param minutes stop after the epoch in which this time ran out; 0 for no limit
 * @param patience stop when the validation error has not improved for so many epochs; 0 for never
 * @param l2 λ of the weight decay, per step: the gradient of the loss grows by {@code λ w}
 * @param clip the largest Euclidean norm of the gradient; 0 for none
 * @param seed of weights, order, dropout and distortion
 */
public record TrainingSettings(
        int batch,
        int epochs,
        double minutes,
        int patience,
        Optimizer optimizer,
        Schedule schedule,
        double l2,
        double clip,
        long seed) {
    public TrainingSettings withEpochs(int epochs) {
        return new TrainingSettings(batch, epochs, minutes, patience, optimizer, schedule, l2, clip, seed);
    }

    public TrainingSettings withSeed(long seed) {
        return new TrainingSettings(batch, epochs, minutes, patience, optimizer, schedule, l2, clip, seed);
    }
}
