package inklab.distort;

/**
 * Elastic distortion (Simard, Steinkraus and Platt, 2003): a random number for each pixel and direction, smoothed by a normalised Gaussian
 * cut at 3σ, times α, is how far that pixel is read from its place. The noise goes on beyond the image's border, so the field is as strong
 * there as in the middle.
 *
 * @param sigma σ of the smoothing, pixels
 * @param alpha α, the strength, pixels; 0 is the identity
 * @param noise what is smoothed
 * @param field whether every image has its own field, or one is shared by a mini-batch (as the multi-column reproduction had it)
 */
public record Elastic(double sigma, double alpha, Noise noise, Field field) {
    /** No field. */
    public static final Elastic NONE = new Elastic(0, 0, Noise.GAUSSIAN, Field.PER_IMAGE);

    /** The noise before smoothing. */
    public enum Noise {
        /** Normal, σ 1. */
        GAUSSIAN,
        /** Uniform within ±1. */
        UNIFORM
    }

    /** What shares a field. */
    public enum Field {
        PER_IMAGE,
        PER_BATCH
    }

    /** Whether this moves nothing. */
    public boolean isNone() {
        return alpha == 0;
    }
}
