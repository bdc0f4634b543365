package inklab.engine;

import inklab.net.Optimizer;

/**
 * How a network computes and learns.
 *
 * @param optimizer what turns gradients into updates
 * @param l2 λ of the weight decay {@code λ/2 Σw²} in the loss (weights, not biases), per step: its gradient is {@code λ w}
 * @param clip the largest Euclidean norm of the whole gradient; 0 for none
 * @param seed of the first weights, and of dropout
 * @param batch the largest mini-batch that it will be given
 * @param threads how many cores to use; the results do not depend on it
 * @param device a {@link Device#id()}
 */
public record NetworkSettings(
        Optimizer optimizer, double l2, double clip, long seed, int batch, int threads, String device) {
    /** So many images a core: then chunks are of the same size, and answers the same to the bit, on any number of cores. */
    private static final int READ_TOGETHER = 128;

    /** For reading single images, on one core. */
    public static NetworkSettings forPredicting() {
        return new NetworkSettings(new Optimizer.Sgd(), 0, 0, 0, 1, 1, "cpu");
    }

    /** For reading many images at a time, on so many cores. */
    public static NetworkSettings forReading(int threads) {
        return new NetworkSettings(new Optimizer.Sgd(), 0, 0, 0, READ_TOGETHER * threads, threads, "cpu");
    }

    /** The same with another thread count. */
    public NetworkSettings withThreads(int threads) {
        return new NetworkSettings(optimizer, l2, clip, seed, batch, threads, device);
    }

    /** The same on another device. */
    public NetworkSettings withDevice(String device) {
        return new NetworkSettings(optimizer, l2, clip, seed, batch, threads, device);
    }
}
