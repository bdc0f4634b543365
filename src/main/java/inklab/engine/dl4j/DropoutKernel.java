package inklab.engine.dl4j;

import inklab.net.Shape;

/**
 * Dropout whose every decision is a function of (seed, step, layer, place in the mini-batch, number), so that it is the same however the
 * mini-batch is cut and whoever computes it.
 */
final class DropoutKernel implements WeightlessKernel {
    private final long seed;
    private final int threshold;
    private final float scale;
    private final int size;
    private final Slab outputs;
    private final float[] row;
    private final float[] factors;
    private Tensor y;
    private boolean dropped;

    /**
     * @param seed of the training, mixed with the layer's index
     */
    DropoutKernel(Shape shape, double rate, long seed, int most) {
        this.seed = seed;
        this.threshold = (int) Math.round(rate * 65536);
        this.scale = (float) (1 / (1 - rate));
        this.size = shape.size();
        this.outputs = new Slab(shape, most);
        this.row = new float[size];
        this.factors = new float[size * most];
    }

    @Override
    public Tensor forward(Tensor input, int n, Pass pass) {
        dropped = pass.training() && threshold > 0;
        if (!dropped) {
            y = input;
            return y;
        }
        y = outputs.of(n);
        for (int i = 0; i < n; i++) {
            draw(i * size, mix(seed ^ mix(pass.step() * 0x9E3779B97F4A7C15L + pass.firstImage() + i)));
            multiply(input, y, i);
        }
        return y;
    }

    /** Four decisions of 16 bits from each random number. */
    private void draw(int at, long start) {
        long state = start;
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

    private void multiply(Tensor from, Tensor to, int image) {
        int at = image * size;
        from.read(at, row, 0, size);
        for (int j = 0; j < size; j++) row[j] *= factors[at + j];
        to.write(at, row, 0, size);
    }

    @Override
    public Tensor backward(Tensor out) {
        if (dropped) for (int i = 0; i < out.length() / size; i++) multiply(out, out, i);
        return out;
    }

    /** SplitMix64's finaliser. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
