package inklab.data.ink;

/** SplitMix64 (Steele, Lea and Flood, 2014), started from a seed and an image's index: every image has its own numbers. */
final class InkRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    InkRandom(long seed, long index) {
        state = mix(mix(seed + GOLDEN) ^ (index * GOLDEN + 1));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (mix(state += GOLDEN) >>> 11) * 0x1p-53;
    }

    /** Uniform in [from, to). */
    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Uniform in 0 … n − 1. */
    int below(int n) {
        return (int) (uniform() * n);
    }

    boolean chance(double p) {
        return uniform() < p;
    }

    /** Mean 0, σ 1, nearly normal and never beyond ±3.5: the sum of four uniform numbers. */
    double normal() {
        long a = mix(state += GOLDEN);
        long b = mix(state += GOLDEN);
        double sum = (a >>> 32) + (a & 0xFFFFFFFFL) + (b >>> 32) + (b & 0xFFFFFFFFL);
        return (sum * 0x1p-32 - 2) * 1.7320508075688772;
    }
}
