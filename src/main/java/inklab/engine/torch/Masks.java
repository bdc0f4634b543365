package inklab.engine.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Dropout's decisions, a function of (seed, step, layer, place in the mini-batch, number): the same as the other engine's, computed on the
 * device with SplitMix64 in whole numbers, so that no masks have to travel.
 */
final class Masks {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    private final Place place;
    private final long seed;
    private final double rate;

    /**
     * @param seed of the training
     * @param name the layer's, such as {@code 4.body.1}
     */
    Masks(Place place, long seed, String name, double rate) {
        this.place = place;
        this.seed = seed * STEP + name.hashCode();
        this.rate = rate;
    }

    /** Factors {@code [n, size]}: 0, or 1/(1 − rate). */
    Tensor factors(Pass pass, int n, int size) {
        long[] starts = new long[n];
        for (int i = 0; i < n; i++) starts[i] = mix(seed ^ mix(pass.step() * STEP + pass.firstImage() + i));
        int fours = (size + 3) / 4;
        // torch counts in signed numbers; products wrap as Java's do.
        Tensor counts = torch.arange(new Scalar(1L), new Scalar(fours + 1L), place.options(torch.ScalarType.Long));
        Tensor states =
                place.of(starts).unsqueeze(1).add(counts.mul(new Scalar(STEP)).unsqueeze(0));
        Tensor bits = mix(states).unsqueeze(2);
        Tensor shifts = place.of(0, 16, 32, 48);
        Tensor drawn = torch.bitwise_right_shift(bits, shifts).bitwise_and(new Scalar(0xFFFFL));
        long threshold = Math.round(rate * 65536);
        Tensor kept = drawn.view(n, 4L * fours).narrow(1, 0, size).ge(new Scalar(threshold));
        return kept.to(torch.ScalarType.Float).mul(new Scalar(1 / (1 - rate)));
    }

    private static Tensor mix(Tensor value) {
        Tensor z = value.bitwise_xor(shifted(value, 30)).mul(new Scalar(FIRST));
        z = z.bitwise_xor(shifted(z, 27)).mul(new Scalar(SECOND));
        return z.bitwise_xor(shifted(z, 31));
    }

    /** {@code value >>> by}: torch's own shift fills up with the sign. */
    private static Tensor shifted(Tensor value, int by) {
        return torch.bitwise_right_shift(value, new Scalar((long) by)).bitwise_and(new Scalar(-1L >>> by));
    }

    /** SplitMix64's finaliser. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
