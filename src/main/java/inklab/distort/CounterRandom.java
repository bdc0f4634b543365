package inklab.distort;

/**
 * Random numbers by counting instead of by sequence: number n of a key is a hash of both, so it is the same whoever asks, in whatever
 * order and on whatever thread. The hash is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014),
 * whose n-th output is by construction {@code mix(key + n·γ)}; normal numbers come from a ziggurat of 256 layers (Marsaglia and Tsang,
 * "The ziggurat method for generating random variables", 2000).
 */
public final class CounterRandom {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    /** Where the tail of the ziggurat begins, and the area of each layer: the published values for 256 layers. */
    private static final double TAIL = 3.654152885361009;

    private static final double AREA = 4.92867323399e-3;

    /** Heights of the layers' upper edges; layer 0 is the bottom one with the tail. */
    private static final double[] HEIGHT = new double[256];

    /** Width of each layer over 2³¹: what a signed 32-bit number is multiplied by. */
    private static final float[] WIDTH = new float[256];

    /** Below this magnitude a 32-bit number certainly lies under the curve. */
    private static final int[] SURE = new int[256];

    static {
        double scale = 0x1p31;
        double x = TAIL;
        double bottom = AREA / density(TAIL);
        WIDTH[0] = (float) (bottom / scale);
        SURE[0] = (int) (TAIL / bottom * scale);
        WIDTH[255] = (float) (TAIL / scale);
        HEIGHT[0] = 1;
        HEIGHT[255] = density(TAIL);
        for (int i = 254; i >= 1; i--) {
            double inner = StrictMath.sqrt(-2 * StrictMath.log(AREA / x + density(x)));
            SURE[i + 1] = (int) (inner / x * scale);
            WIDTH[i] = (float) (inner / scale);
            HEIGHT[i] = density(inner);
            x = inner;
        }
        SURE[1] = 0;
    }

    private CounterRandom() {}

    /** A key for one purpose of one image in one epoch. Keys that differ in any part are unrelated. */
    public static long key(long seed, long epoch, long index, long purpose) {
        long k = mix(seed + GAMMA);
        k = mix(k + epoch * 0xD1342543DE82EF95L + GAMMA);
        k = mix(k + index * 0xAF251AF3B0F025B5L + GAMMA);
        return mix(k + purpose * 0xDA942042E4DD58B5L + GAMMA);
    }

    /** 64 random bits. */
    public static long bits(long key, long n) {
        return mix(key + n * GAMMA);
    }

    /** Uniform from 0 (included) to 1 (not). */
    public static double uniform(long key, long n) {
        return (bits(key, n) >>> 11) * 0x1p-53;
    }

    /** A whole number from 0 to below the bound; for bounds up to millions as good as uniform. */
    public static int below(int bound, long key, long n) {
        return (int) (((bits(key, n) >>> 33) * bound) >>> 31);
    }

    /** Normal, mean 0, σ 1. */
    public static float normal(long key, long n) {
        long h = bits(key, n);
        int layer = (int) h & 255;
        int x = (int) (h >> 32);
        int sure = SURE[layer];
        if (x < sure && x > -sure) return x * WIDTH[layer];
        return edge(h);
    }

    /** The one in a hundred that needs a closer look; a refused number is followed by the hash of its hash. */
    private static float edge(long first) {
        long h = first;
        while (true) {
            int layer = (int) h & 255;
            int j = (int) (h >> 32);
            double x = j * (double) WIDTH[layer];
            if (Math.abs((long) j) < SURE[layer]) return (float) x;
            h = mix(h + GAMMA);
            double u = ((h >>> 11) + 0.5) * 0x1p-53;
            if (layer == 0) {
                double beyond = -StrictMath.log(u) / TAIL;
                h = mix(h + GAMMA);
                double v = ((h >>> 11) + 0.5) * 0x1p-53;
                if (-2 * StrictMath.log(v) > beyond * beyond) return (float) (j < 0 ? -TAIL - beyond : TAIL + beyond);
            } else if (HEIGHT[layer] + u * (HEIGHT[layer - 1] - HEIGHT[layer]) < density(x)) {
                return (float) x;
            }
            h = mix(h + GAMMA);
        }
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }

    private static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
