package inklab.engine.dl4j;

import inklab.net.Optimizer;

/**
 * Adam (Kingma and Ba, 2014) and RMSProp (Tieleman and Hinton, 2012) over native memory, in pieces that stay in the first-level cache and
 * in loops that the JIT turns into vector instructions. ND4J's own operations take one weight at a time, and took half of a large dense
 * net's training step. One for each thread.
 */
final class AdaptiveRules {
    private static final int PIECE = 2048;

    private final float[] gradient = new float[PIECE];
    private final float[] mean = new float[PIECE];
    private final float[] square = new float[PIECE];

    /**
     * Turns a gradient into what the weights are reduced by, and remembers it.
     *
     * @param g the gradient, overwritten with the update
     * @param m the running mean of gradients, as long as g
     * @param v the running mean of their squares, as long as g
     * @param t the step, counted from 1
     */
    void adam(Optimizer.Adam adam, double rate, long t, Tensor g, Tensor m, Tensor v) {
        double unbiased = Math.sqrt(1 - Math.pow(adam.beta2(), (double) t)) / (1 - Math.pow(adam.beta1(), (double) t));
        for (int at = 0; at < g.length(); at += PIECE) {
            int count = Math.min(PIECE, g.length() - at);
            g.read(at, gradient, 0, count);
            m.read(at, mean, 0, count);
            v.read(at, square, 0, count);
            adam((float) adam.beta1(), (float) adam.beta2(), (float) adam.epsilon(), (float) (rate * unbiased), count);
            m.write(at, mean, 0, count);
            v.write(at, square, 0, count);
            g.write(at, gradient, 0, count);
        }
    }

    private void adam(float beta1, float beta2, float epsilon, float rate, int count) {
        float[] g = gradient;
        float[] m = mean;
        float[] v = square;
        for (int i = 0; i < count; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            g[i] = rate * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }

    /**
     * As {@link #adam}, without a mean of gradients.
     *
     * @param g the gradient, overwritten with the update
     * @param v the running mean of its square, as long as g
     */
    void rmsProp(Optimizer.RmsProp rms, double rate, Tensor g, Tensor v) {
        for (int at = 0; at < g.length(); at += PIECE) {
            int count = Math.min(PIECE, g.length() - at);
            g.read(at, gradient, 0, count);
            v.read(at, square, 0, count);
            rmsProp((float) rms.decay(), (float) rms.epsilon(), (float) rate, count);
            v.write(at, square, 0, count);
            g.write(at, gradient, 0, count);
        }
    }

    private void rmsProp(float decay, float epsilon, float rate, int count) {
        float[] g = gradient;
        float[] v = square;
        for (int i = 0; i < count; i++) {
            v[i] = decay * v[i] + (1 - decay) * g[i] * g[i];
            g[i] = rate * g[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }
}
