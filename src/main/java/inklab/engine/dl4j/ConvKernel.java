package inklab.engine.dl4j;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.Shape;

/** Convolution by ND4J's {@code conv2d}, forward once and backward once, and its activation. */
final class ConvKernel implements Kernel {
    private final String name;
    private final Activation activation;
    private final Activation shownActivation;
    private final Slab outputs;
    private final Slab inputs;
    private final Slab keptSlab;
    private final Slab shownSlab;
    private final Native forward;
    private final Native backward;
    private final Pointwise pointwise = new Pointwise();
    private Tensor weight;
    private Tensor bias;
    private Tensor weightGradient;
    private Tensor biasGradient;
    private Tensor x;
    private Tensor y;
    private Tensor kept;
    private int n;

    /**
     * @param deferred whether the activation is left to the pooling that follows, which is the same for a rising function and touches a
     *     quarter of the numbers
     */
    ConvKernel(String name, Shape in, Shape out, LayerSpec.Conv spec, boolean deferred, int most) {
        this.name = name;
        this.activation = deferred ? Activation.IDENTITY : spec.activation();
        this.shownActivation = spec.activation();
        this.outputs = new Slab(out, most);
        this.inputs = new Slab(in, most);
        this.shownSlab = deferred ? new Slab(out, most) : null;
        this.keptSlab = Functions.needsInput(activation) ? new Slab(out, most) : null;
        int same = spec.padding() == LayerSpec.Padding.SAME ? 1 : 0;
        long[] arguments = {spec.kernel(), spec.kernel(), spec.stride(), spec.stride(), 0, 0, 1, 1, same, 0, 1};
        this.forward = new Native("conv2d", arguments);
        this.backward = new Native("conv2d_bp", arguments);
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
        x = input.maps();
        n = count;
        y = outputs.of(n);
        kept = null;
        if (keptSlab == null) {
            forward.run(n, Native.in(x, weight, bias), y.maps().array());
            if (activation != Activation.IDENTITY) pointwise.activate(activation, y, y);
        } else {
            kept = keptSlab.of(n);
            forward.run(n, Native.in(x, weight, bias), kept.maps().array());
            pointwise.activate(activation, kept, y);
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor out) {
        pointwise.differentiate(activation, kept == null ? y : kept, out);
        Tensor inputGradient = inputs.of(n);
        backward.run(
                n,
                Native.in(x, weight, bias, out.maps()),
                inputGradient.maps().array(),
                weightGradient.array(),
                biasGradient.array());
        return inputGradient;
    }

    @Override
    public void wantInputGradient(boolean wanted) {
        // The op always computes it.
    }

    @Override
    public Tensor shown() {
        if (shownSlab == null) return y;
        Tensor shown = shownSlab.of(n);
        pointwise.activate(shownActivation, y, shown);
        return shown;
    }
}
