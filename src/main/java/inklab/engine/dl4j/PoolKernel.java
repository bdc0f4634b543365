package inklab.engine.dl4j;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.Shape;

/** Pooling by ND4J's native ops, and the activation that a convolution before it left undone. */
final class PoolKernel implements WeightlessKernel {
    private final Native forward;
    private final Native backward;
    private final Activation activation;
    private final Slab outputs;
    private final Slab inputs;
    private final Pointwise pointwise = new Pointwise();
    private Tensor x;
    private Tensor y;
    private int n;

    /**
     * @param activation applied after pooling: identity unless deferred from the convolution before
     */
    PoolKernel(Shape in, Shape out, LayerSpec.Pool spec, Activation activation, int most) {
        this.activation = activation;
        this.outputs = new Slab(out, most);
        this.inputs = new Slab(in, most);
        String name = switch (spec.kind()) {
            case MAX -> "maxpool2d";
            case AVERAGE -> "avgpool2d";
            case L2 -> "pnormpool2d";
        };
        long norm = switch (spec.kind()) {
            case MAX, AVERAGE -> 1;
            case L2 -> 2;
        };
        long[] arguments = {spec.size(), spec.size(), spec.stride(), spec.stride(), 0, 0, 1, 1, 0, norm, 0};
        double[] epsilon = spec.kind() == LayerSpec.PoolKind.L2 ? new double[] {1e-8} : new double[0];
        this.forward = new Native(name, epsilon, arguments);
        this.backward = new Native(name + "_bp", epsilon, arguments);
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        x = input;
        n = count;
        y = outputs.of(n);
        forward.run(n, Native.in(x), y.array());
        if (activation != Activation.IDENTITY) pointwise.activate(activation, y, y);
        return y;
    }

    @Override
    public Tensor backward(Tensor out) {
        if (activation != Activation.IDENTITY) pointwise.differentiate(activation, y, out);
        Tensor inputGradient = inputs.of(n);
        backward.run(n, Native.in(x, out), inputGradient.array());
        return inputGradient;
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
