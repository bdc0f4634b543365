package inklab.engine.dl4j;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.Arrays;

/**
 * Max pooling that remembers which pixel won, and the activation that a convolution before it left undone. ND4J's backward op runs the
 * forward pass again to find out.
 */
final class MaxPoolKernel implements WeightlessKernel {
    private final Shape in;
    private final Shape out;
    private final int size;
    private final int stride;
    private final Activation activation;
    private final Slab outputs;
    private final Slab inputs;
    private final float[] map;
    private final float[] row;
    private final float[] gradients;
    private final int[] winners;
    private final Pointwise pointwise = new Pointwise();
    private Tensor y;
    private int n;

    /**
     * @param activation applied after pooling: identity unless deferred from the convolution before
     */
    MaxPoolKernel(Shape in, Shape out, LayerSpec.Pool spec, Activation activation, int most) {
        this.in = in;
        this.out = out;
        this.size = spec.size();
        this.stride = spec.stride();
        this.activation = activation;
        this.outputs = new Slab(out, most);
        this.inputs = new Slab(in, most);
        this.map = new float[in.height() * in.width()];
        this.row = new float[out.height() * out.width()];
        this.gradients = new float[row.length];
        this.winners = new int[most * out.size()];
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        n = count;
        y = outputs.of(n);
        for (int m = 0; m < n * in.channels(); m++) {
            input.read(m * map.length, map, 0, map.length);
            if (size == 2 && stride == 2) poolByTwo(m * row.length);
            else pool(m * row.length);
            y.write(m * row.length, row, 0, row.length);
        }
        if (activation != Activation.IDENTITY) pointwise.activate(activation, y, y);
        return y;
    }

    /** 0 where the two are equal, else 1; as arithmetic, because which pixel wins is a coin toss for the branch predictor. */
    private static int differs(float x, float y) {
        int bits = Float.floatToRawIntBits(x - y);
        return (bits | -bits) >>> 31;
    }

    /** The usual window, without branches: the first of the largest wins. */
    private void poolByTwo(int base) {
        int width = in.width();
        for (int oy = 0, at = 0; oy < out.height(); oy++) {
            int upper = 2 * oy * width;
            for (int ox = 0; ox < out.width(); ox++, at++, upper += 2) {
                float a = map[upper];
                float b = map[upper + 1];
                float c = map[upper + width];
                float d = map[upper + width + 1];
                float most = Math.max(Math.max(a, b), Math.max(c, d));
                int notA = differs(most, a);
                int notB = notA & differs(most, b);
                int notC = notB & differs(most, c);
                row[at] = most;
                winners[base + at] = upper + notA - notB + notB * width + notC;
            }
        }
    }

    private void pool(int base) {
        int width = in.width();
        for (int oy = 0, at = 0; oy < out.height(); oy++)
            for (int ox = 0; ox < out.width(); ox++, at++) {
                int corner = oy * stride * width + ox * stride;
                int best = corner;
                for (int ky = 0; ky < size; ky++)
                    for (int i = corner + ky * width; i < corner + ky * width + size; i++)
                        best = map[i] > map[best] ? i : best;
                row[at] = map[best];
                winners[base + at] = best;
            }
    }

    @Override
    public Tensor backward(Tensor outGradient) {
        if (activation != Activation.IDENTITY) pointwise.differentiate(activation, y, outGradient);
        Tensor inputGradient = inputs.of(n);
        for (int m = 0; m < n * in.channels(); m++) {
            outGradient.read(m * row.length, gradients, 0, row.length);
            Arrays.fill(map, 0);
            int base = m * row.length;
            for (int i = 0; i < gradients.length; i++) map[winners[base + i]] += gradients[i];
            inputGradient.write(m * map.length, map, 0, map.length);
        }
        return inputGradient;
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
