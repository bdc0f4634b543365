package inklab.net;

/**
 * How a layer's first weights are drawn; biases start at zero. {@code in} and {@code out} are the fan-in and fan-out (for a convolution:
 * channels × kernel area).
 *
 * @param kind the distribution
 * @param scale σ for {@link Kind#NORMAL}, the bound for {@link Kind#UNIFORM}; always 0 for the others
 */
public record WeightInit(Kind kind, double scale) {
    /** Glorot and Bengio's uniform weights, the default of a layer. */
    public static final WeightInit GLOROT = new WeightInit(Kind.GLOROT, 0);

    /** A σ or bound above this can only be a slip. */
    public static final double MAX_SCALE = 100;

    public WeightInit {
        if (!kind.hasScale()) scale = 0;
    }

    /** The distributions. */
    public enum Kind {
        /** Uniform within ±√(6 / (in + out)). */
        GLOROT("glorot"),
        /** Normal, σ = √(2 / in). */
        HE("he"),
        /** Normal, σ = √(1 / in). */
        LECUN("lecun"),
        /** Normal with the given σ. */
        NORMAL("normal"),
        /** Uniform within ± the given bound (0.05 in the deep, big, simple nets). */
        UNIFORM("uniform");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name in notation and recipe files. */
        public String code() {
            return code;
        }

        /** Whether the distribution needs a number beside its name. */
        public boolean hasScale() {
            return this == NORMAL || this == UNIFORM;
        }
    }
}
