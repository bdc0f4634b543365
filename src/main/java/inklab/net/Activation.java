package inklab.net;

/** A layer's non-linearity, applied to each number on its own. */
public enum Activation {
    /** {@code x}. */
    IDENTITY("id"),
    /** {@code tanh x}. */
    TANH("tanh"),
    /** {@code 1.7159 · tanh(2x/3)} (LeCun et al., Efficient BackProp, 1998). */
    SCALED_TANH("stanh"),
    /** {@code max(0, x)}. */
    RELU("relu"),
    /** {@code x} above zero, {@code 0.01 x} below. */
    LEAKY_RELU("lrelu"),
    /** {@code 1 / (1 + e^-x)}. */
    SIGMOID("sigmoid"),
    /** {@code x} above zero, {@code e^x − 1} below. */
    ELU("elu"),
    /** {@code x · Φ(x)}, by the tanh approximation (Hendrycks and Gimpel, 2016). */
    GELU("gelu"),
    /** {@code x · sigmoid(x)}. */
    SWISH("swish");

    private final String code;

    Activation(String code) {
        this.code = code;
    }

    /** The name in notation and recipe files. */
    public String code() {
        return code;
    }
}
