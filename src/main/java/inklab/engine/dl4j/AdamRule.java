package inklab.engine.dl4j;

import inklab.net.Optimizer;

/**
 * Adam (Kingma and Ba, 2015) over native memory, in pieces that stay in the first-level cache and in loops that the JIT turns into vector
 * instructions. ND4J's own operation takes one weight at a time, and took half of a large dense net's training step.
 */
final class AdamRule {
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
    void apply(Optimizer.Adam adam, double rate, long t, Tensor g, Tensor m, Tensor v) {
        double bias = Math.sqrt(1 - Math.pow(adam.beta2(), (double) t)) / (1 - Math.pow(adam.beta1(), (double) t));
        for (int at = 0; at < g.length(); at += PIECE) {
            int count = Math.min(PIECE, g.length() - at);
            g.read(at, gradient, 0, count);
            m.read(at, mean, 0, count);
            v.read(at, square, 0, count);
            move((float) adam.beta1(), (float) adam.beta2(), (float) adam.epsilon(), (float) (rate * bias), count);
            m.write(at, mean, 0, count);
            v.write(at, square, 0, count);
            g.write(at, gradient, 0, count);
        }
    }

    private void move(float beta1, float beta2, float epsilon, float rate, int count) {
        float[] g = gradient;
        float[] m = mean;
        float[] v = square;
        for (int i = 0; i < count; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            g[i] = rate * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
        }
    }
}
