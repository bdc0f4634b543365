package inklab.engine;

import inklab.net.LayerSpec;
import inklab.net.NetSpec;

/**
 * How a mini-batch is cut, by every engine alike: by the net and the batch size alone, never by the threads. Convolutions are fastest on chunks whose activations
 * stay in the second-level cache; matrix products want more rows.
 *
 * @param count how many chunks the largest mini-batch has
 * @param size images of a chunk
 */
public record Chunks(int count, int size) {
    private static final int CONVOLUTION = 32;
    private static final int DENSE = 64;

    /** For a net, and the largest mini-batch that it will be given. */
    public static Chunks of(NetSpec net, int batch) {
        boolean convolutions = net.layers().stream()
                .anyMatch(layer -> layer instanceof LayerSpec.Conv || layer instanceof LayerSpec.Residual);
        int target = convolutions ? CONVOLUTION : DENSE;
        int count = Math.max(1, Math.round((float) batch / target));
        if (count == 1 && batch >= 16) count = 2;
        return new Chunks(count, (batch + count - 1) / count);
    }

    /** Where chunk k begins in a mini-batch of n images, which may be a shorter last one. */
    public int from(int k, int n) {
        return Math.min(n, k * size);
    }

    /** How many chunks a mini-batch of n images has. */
    public int of(int n) {
        return (n + size - 1) / size;
    }
}
