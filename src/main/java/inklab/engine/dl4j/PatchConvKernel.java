package inklab.engine.dl4j;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Convolution over one to three planes, as a first layer has them: patches once, then small matrix products. {@code conv2d_bp} would also
 * compute the picture's gradient and throw it away, a fifth of the whole step.
 */
final class PatchConvKernel implements Kernel {
    private final String name;
    private final Shape in;
    private final Shape out;
    private final int kernel;
    private final int stride;
    private final int padTop;
    private final int padLeft;
    private final int rows;
    private final int positions;
    private final Activation activation;
    private final Activation shownActivation;
    private final Slab outputs;
    private final Slab keptSlab;
    private final Slab shownSlab;
    private final Slab inputs;
    private final Pointwise pointwise = new Pointwise();
    private final float[] picture;
    private final float[] patches;
    private final float[] plane;
    private final float[] otherPlane;
    private final int most;
    private Tensor patchMatrix;
    private Tensor onePatchGradient;
    private Tensor weight;
    private Tensor bias;
    private Tensor weightGradient;
    private Tensor biasGradient;
    private Tensor y;
    private Tensor kept;
    private int n;
    private boolean wanted;

    /** As {@link ConvKernel}. */
    PatchConvKernel(String name, Shape in, Shape out, LayerSpec.Conv spec, boolean deferred, int most) {
        this.name = name;
        this.in = in;
        this.out = out;
        this.kernel = spec.kernel();
        this.stride = spec.stride();
        this.padTop = padBefore(spec, in.height(), out.height());
        this.padLeft = padBefore(spec, in.width(), out.width());
        this.rows = in.channels() * kernel * kernel;
        this.positions = out.height() * out.width();
        this.activation = deferred ? Activation.IDENTITY : spec.activation();
        this.shownActivation = spec.activation();
        this.outputs = new Slab(out, most);
        this.inputs = new Slab(in, most);
        this.shownSlab = deferred ? new Slab(out, most) : null;
        this.keptSlab = Functions.needsInput(activation) ? new Slab(out, most) : null;
        this.picture = new float[in.size()];
        this.patches = new float[rows * positions];
        this.plane = new float[positions];
        this.otherPlane = new float[positions];
        this.most = most;
    }

    private static int padBefore(LayerSpec.Conv spec, int in, int out) {
        if (spec.padding() == LayerSpec.Padding.VALID) return 0;
        return Math.max(0, (out - 1) * spec.stride() + spec.kernel() - in) / 2;
    }

    @Override
    public void bindWeights(Slices weights) {
        weight = weights.get(name + ".weight");
        bias = weights.get(name + ".bias");
    }

    @Override
    public void bindGradients(Slices gradients) {
        weightGradient = gradients.get(name + ".weight");
        biasGradient = gradients.get(name + ".bias");
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        n = count;
        if (patchMatrix == null) patchMatrix = Tensor.zeros((long) most * rows * positions);
        y = outputs.of(n);
        kept = keptSlab == null ? null : keptSlab.of(n);
        float[] b = bias.toArray();
        FloatPointer p = new FloatPointer(patchMatrix.pointer());
        FloatPointer o = new FloatPointer(y.pointer());
        for (int i = 0; i < n; i++) {
            input.read(i * picture.length, picture, 0, picture.length);
            cut();
            patchMatrix.write(i * patches.length, patches, 0, patches.length);
            fillBias(b, i);
            Blas.nn(
                    out.channels(),
                    positions,
                    rows,
                    weight.pointer(),
                    p.position((long) i * patches.length),
                    1,
                    o.position((long) i * out.size()));
        }
        if (kept != null) pointwise.activate(Activation.IDENTITY, y, kept);
        if (activation != Activation.IDENTITY) pointwise.activate(activation, y, y);
        return y;
    }

    private void fillBias(float[] b, int image) {
        for (int map = 0; map < b.length; map++) {
            Arrays.fill(plane, b[map]);
            y.write((image * b.length + map) * positions, plane, 0, positions);
        }
    }

    /** Row (channel, ky, kx) of the patches holds what that weight sees at every position. */
    private void cut() {
        int row = 0;
        for (int c = 0; c < in.channels(); c++)
            for (int ky = 0; ky < kernel; ky++)
                for (int kx = 0; kx < kernel; kx++, row++)
                    for (int oy = 0; oy < out.height(); oy++)
                        cutLine(row, c, oy * stride + ky - padTop, kx - padLeft, oy);
    }

    private void cutLine(int row, int c, int y0, int x0, int oy) {
        int to = (row * out.height() + oy) * out.width();
        int width = out.width();
        if (y0 < 0 || y0 >= in.height()) {
            Arrays.fill(patches, to, to + width, 0);
            return;
        }
        int from = (c * in.height() + y0) * in.width() + x0;
        if (stride == 1 && x0 >= 0 && x0 + width <= in.width()) {
            System.arraycopy(picture, from, patches, to, width);
            return;
        }
        for (int ox = 0; ox < width; ox++) {
            int x = x0 + ox * stride;
            patches[to + ox] = x < 0 || x >= in.width() ? 0 : picture[from + ox * stride];
        }
    }

    @Override
    public Tensor backward(Tensor outGradient) {
        float[] sums = differentiate(outGradient);
        FloatPointer p = new FloatPointer(patchMatrix.pointer());
        FloatPointer o = new FloatPointer(outGradient.pointer());
        for (int i = 0; i < n; i++) {
            Blas.nt(
                    out.channels(),
                    rows,
                    positions,
                    o.position((long) i * out.size()),
                    p.position((long) i * patches.length),
                    i == 0 ? 0 : 1,
                    weightGradient.pointer());
        }
        biasGradient.write(0, sums, 0, sums.length);
        return wanted ? pictureGradient(outGradient) : null;
    }

    /** Through the activation, map by map; the sums over each map are the bias's gradient. */
    private float[] differentiate(Tensor outGradient) {
        float[] sums = new float[out.channels()];
        Tensor known = kept == null ? y : kept;
        for (int m = 0; m < n * sums.length; m++) {
            outGradient.read(m * positions, plane, 0, positions);
            if (activation != Activation.IDENTITY) {
                known.read(m * positions, otherPlane, 0, positions);
                Functions.differentiate(activation, otherPlane, plane, positions);
                outGradient.write(m * positions, plane, 0, positions);
            }
            sums[m % sums.length] += sum(plane);
        }
        return sums;
    }

    private static float sum(float[] values) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < values.length; i++) a += values[i];
        return (a + b) + (c + d);
    }

    /** Puts the patches' gradients back where they were cut from; only saliency asks for it. */
    private Tensor pictureGradient(Tensor outGradient) {
        if (onePatchGradient == null) onePatchGradient = Tensor.zeros(rows, positions);
        Tensor gradient = inputs.of(n);
        FloatPointer o = new FloatPointer(outGradient.pointer());
        for (int i = 0; i < n; i++) {
            Blas.tn(
                    rows,
                    positions,
                    out.channels(),
                    weight.pointer(),
                    o.position((long) i * out.size()),
                    0,
                    onePatchGradient.pointer());
            onePatchGradient.read(0, patches, 0, patches.length);
            Arrays.fill(picture, 0);
            paste();
            gradient.write(i * picture.length, picture, 0, picture.length);
        }
        return gradient;
    }

    private void paste() {
        int at = 0;
        for (int c = 0; c < in.channels(); c++)
            for (int ky = 0; ky < kernel; ky++)
                for (int kx = 0; kx < kernel; kx++)
                    for (int oy = 0; oy < out.height(); oy++)
                        for (int ox = 0; ox < out.width(); ox++, at++) {
                            int row = oy * stride + ky - padTop;
                            int column = ox * stride + kx - padLeft;
                            if (row >= 0 && row < in.height() && column >= 0 && column < in.width())
                                picture[(c * in.height() + row) * in.width() + column] += patches[at];
                        }
    }

    @Override
    public void wantInputGradient(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public Tensor shown() {
        if (shownSlab == null) return y;
        Tensor shown = shownSlab.of(n);
        pointwise.activate(shownActivation, y, shown);
        return shown;
    }
}
