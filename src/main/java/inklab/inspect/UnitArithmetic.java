package inklab.inspect;

import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.Optional;

/**
 * How one unit comes by its number: what it sees, times its weights, plus its bias, before the activation.
 *
 * @param height of what it sees, per channel
 * @param width of what it sees, per channel
 * @param seen {@code [channels, height, width]}; zeros beyond the border
 * @param weights {@code [channels, height, width]}
 * @param product Σ seen · weights
 * @param bias added to it
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn once, compared by nobody.
public record UnitArithmetic(int height, int width, float[] seen, float[] weights, double product, double bias) {
    /** What goes into the activation function. */
    public double sum() {
        return product + bias;
    }

    /**
     * The arithmetic of one unit of a top-level convolution, dense or output layer.
     *
     * @param input what the layer gets, {@code [channels, height, width]}
     * @param unit the map, or the unit of a dense layer
     * @param row of the unit in its map; 0 in a dense layer
     * @param column of the unit in its map; 0 in a dense layer
     * @return empty for layers without weights of their own
     */
    public static Optional<UnitArithmetic> of(
            Inference net, Weights weights, int layer, float[] input, int unit, int row, int column) {
        Inference.Layer here = net.layers().get(layer);
        Shape in = here.input().orElseThrow();
        if (here.spec() instanceof LayerSpec.Conv conv) {
            Shape out = here.output().orElseThrow();
            int top = row * conv.stride() - before(conv, in.height(), out.height());
            int left = column * conv.stride() - before(conv, in.width(), out.width());
            return Optional.of(
                    of(weights, layer, unit, cut(input, in, top, left, conv.kernel()), conv.kernel(), conv.kernel()));
        }
        if (here.spec() instanceof LayerSpec.Dense || here.spec() instanceof LayerSpec.Output)
            return Optional.of(of(weights, layer, unit, input.clone(), in.height(), in.width()));
        return Optional.empty();
    }

    private static UnitArithmetic of(Weights all, int layer, int unit, float[] seen, int height, int width) {
        float[] values = all.get(layer + ".weight").values();
        float[] weights = java.util.Arrays.copyOfRange(values, unit * seen.length, (unit + 1) * seen.length);
        double product = 0;
        for (int i = 0; i < seen.length; i++) product += (double) seen[i] * weights[i];
        return new UnitArithmetic(
                height, width, seen, weights, product, all.get(layer + ".bias").values()[unit]);
    }

    private static int before(LayerSpec.Conv conv, int in, int out) {
        if (conv.padding() == LayerSpec.Padding.VALID) return 0;
        return Math.max(0, (out - 1) * conv.stride() + conv.kernel() - in) / 2;
    }

    private static float[] cut(float[] input, Shape in, int top, int left, int side) {
        float[] seen = new float[in.channels() * side * side];
        for (int c = 0, at = 0; c < in.channels(); c++)
            for (int y = top; y < top + side; y++)
                for (int x = left; x < left + side; x++, at++)
                    if (y >= 0 && y < in.height() && x >= 0 && x < in.width())
                        seen[at] = input[(c * in.height() + y) * in.width() + x];
        return seen;
    }
}
