package inklab.engine.dl4j;

import inklab.net.Activation;

/**
 * Activations and their derivatives over plain arrays, in loops that the JIT turns into vector instructions. ND4J's own tanh is scalar and
 * took a third of a training step.
 */
final class Functions {
    private static final float SCALED_TANH_OUT = 1.7159f;
    private static final float SCALED_TANH_IN = 2f / 3f;
    private static final float LEAK = 0.01f;
    private static final float GELU_SCALE = 0.7978846f; // √(2/π)
    private static final float GELU_CUBE = 0.044715f;

    private Functions() {}

    /** Whether the derivative needs the pre-activation kept; the others' follows from the output. */
    static boolean needsInput(Activation f) {
        return f == Activation.GELU || f == Activation.SWISH;
    }

    /** Whether f never falls, so that it may trade places with max pooling. */
    static boolean rises(Activation f) {
        return f != Activation.GELU && f != Activation.SWISH;
    }

    /** {@code x[i] ← f(x[i])}. */
    static void apply(Activation f, float[] x, int count) {
        switch (f) {
            case IDENTITY -> {}
            case TANH -> tanh(x, count);
            case SCALED_TANH -> {
                for (int i = 0; i < count; i++) x[i] *= SCALED_TANH_IN;
                tanh(x, count);
                for (int i = 0; i < count; i++) x[i] *= SCALED_TANH_OUT;
            }
            case RELU -> {
                for (int i = 0; i < count; i++) x[i] = Math.max(0, x[i]);
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < count; i++) x[i] = Math.max(LEAK * x[i], x[i]);
            }
            case SIGMOID -> sigmoid(x, count);
            case ELU -> {
                for (int i = 0; i < count; i++) x[i] = x[i] > 0 ? x[i] : expMinusOne(x[i]);
            }
            case GELU -> {
                for (int i = 0; i < count; i++) x[i] = 0.5f * x[i] * (1 + tanh(geluInner(x[i])));
            }
            case SWISH -> {
                for (int i = 0; i < count; i++) x[i] *= 0.5f + 0.5f * tanh(0.5f * x[i]);
            }
        }
    }

    /**
     * {@code d[i] ← d[i] · f'(x[i])}.
     *
     * @param y the outputs f(x); for those that {@link #needsInput} the inputs x
     */
    static void differentiate(Activation f, float[] y, float[] d, int count) {
        switch (f) {
            case IDENTITY -> {}
            case TANH -> {
                for (int i = 0; i < count; i++) d[i] *= 1 - y[i] * y[i];
            }
            case SCALED_TANH -> {
                float a = SCALED_TANH_OUT * SCALED_TANH_IN;
                float b = SCALED_TANH_IN / SCALED_TANH_OUT;
                for (int i = 0; i < count; i++) d[i] *= a - b * y[i] * y[i];
            }
            case RELU -> {
                for (int i = 0; i < count; i++) d[i] *= positive(y[i]);
            }
            case LEAKY_RELU -> {
                for (int i = 0; i < count; i++) d[i] *= LEAK + (1 - LEAK) * positive(y[i]);
            }
            case SIGMOID -> {
                for (int i = 0; i < count; i++) d[i] *= y[i] * (1 - y[i]);
            }
            case ELU -> {
                for (int i = 0; i < count; i++) d[i] *= 1 + Math.min(0, y[i]);
            }
            case GELU -> {
                for (int i = 0; i < count; i++) {
                    float x = y[i];
                    float t = tanh(geluInner(x));
                    float slope = GELU_SCALE * (1 + 3 * GELU_CUBE * x * x);
                    d[i] *= 0.5f * (1 + t) + 0.5f * x * (1 - t * t) * slope;
                }
            }
            case SWISH -> {
                for (int i = 0; i < count; i++) {
                    float s = 0.5f + 0.5f * tanh(0.5f * y[i]);
                    d[i] *= s + y[i] * s * (1 - s);
                }
            }
        }
    }

    /** 1 above zero, else 0, without a branch: which it is is a coin toss, and a branch keeps the loop from becoming vector code. */
    private static float positive(float y) {
        return Math.max(0, Math.min(1, y * Float.MAX_VALUE));
    }

    private static void tanh(float[] x, int count) {
        for (int i = 0; i < count; i++) x[i] = tanh(x[i]);
    }

    private static void sigmoid(float[] x, int count) {
        for (int i = 0; i < count; i++) x[i] = 0.5f + 0.5f * tanh(0.5f * x[i]);
    }

    private static float geluInner(float x) {
        return GELU_SCALE * (x + GELU_CUBE * x * x * x);
    }

    /** For x ≤ 0, exact to a few units in the last place of 1. */
    private static float expMinusOne(float x) {
        if (x < -17) return -1;
        float t = tanh(0.5f * x);
        return 2 * t / (1 - t);
    }

    /** A rational minimax approximation (odd degree 13 over even degree 6, as in the Eigen library), within 4e-7 of tanh; no branch. */
    @SuppressWarnings("FloatingPointLiteralPrecision") // The coefficients as published.
    private static float tanh(float value) {
        float x = Math.max(-7.90531110763549805f, Math.min(7.90531110763549805f, value));
        float s = x * x;
        float p = -2.76076847742355e-16f;
        p = p * s + 2.00018790482477e-13f;
        p = p * s - 8.60467152213735e-11f;
        p = p * s + 5.12229709037114e-08f;
        p = p * s + 1.48572235717979e-05f;
        p = p * s + 6.37261928875436e-04f;
        p = p * s + 4.89352455891786e-03f;
        float q = 1.19825839466702e-06f;
        q = q * s + 1.18534705686654e-04f;
        q = q * s + 2.26843463243900e-03f;
        q = q * s + 4.89352518554385e-03f;
        return x * p / q;
    }
}
