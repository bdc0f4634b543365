package inklab.engine.dl4j;

/**
 * Dropout's decisions, each a function of (seed, step, layer, place in the mini-batch, number), so that they are the same however the
 * mini-batch is cut and whoever computes.
 */
final class Draws {
    private final long seed;
    private final int threshold;
    private final float scale;
    private final int size;

    /**
     * @param seed of the training
     * @param name the layer's, such as {@code 4.body.1}
     * @param size numbers of an image
     */
    Draws(long seed, String name, double rate, int size) {
        this.seed = seed * 0x9E3779B97F4A7C15L + name.hashCode();
        this.threshold = (int) Math.round(rate * 65536);
        this.scale = (float) (1 / (1 - rate));
        this.size = size;
    }

    /** Whether anything is dropped. */
    boolean drops(Pass pass) {
        return pass.training() && threshold > 0;
    }

    /** Puts image {@code i}'s factors at {@code i · size}: 0, or 1/(1 − rate). Four decisions of 16 bits from each random number. */
    void factors(Pass pass, int i, float[] factors) {
        long state = mix(seed ^ mix(pass.step() * 0x9E3779B97F4A7C15L + pass.firstImage() + i));
        int at = i * size;
        for (int j = 0; j < size; j += 4) {
            state += 0x9E3779B97F4A7C15L;
            long bits = mix(state);
            int end = Math.min(4, size - j);
            for (int b = 0; b < end; b++) {
                factors[at + j + b] = (bits & 0xFFFF) < threshold ? 0 : scale;
                bits >>>= 16;
            }
        }
    }

    /** SplitMix64's finaliser. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
