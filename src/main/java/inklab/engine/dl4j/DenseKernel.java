package inklab.engine.dl4j;

import inklab.net.Activation;
import inklab.net.Shape;

/** {@code y = f(x Wᵀ + b)}: three matrix products a step, the forward one done once. */
final class DenseKernel implements Kernel {
    private final String name;
    private final int in;
    private final int units;
    private final Activation activation;
    private final Slab outputs;
    private final Slab inputs;
    private final Slab keptSlab;
    private final Pointwise pointwise = new Pointwise();
    private final float[] bias;
    private Tensor weight;
    private Tensor biases;
    private Tensor weightGradient;
    private Tensor biasGradient;
    private Tensor x;
    private Tensor y;
    private Tensor kept;
    private int n;
    private boolean wanted = true;

    DenseKernel(String name, Shape in, int units, Activation activation, int most) {
        this.name = name;
        this.in = in.size();
        this.units = units;
        this.activation = activation;
        this.bias = new float[units];
        this.outputs = new Slab(Shape.vector(units), most);
        this.inputs = new Slab(in, most);
        this.keptSlab = Functions.needsInput(activation) ? new Slab(Shape.vector(units), most) : null;
    }

    @Override
    public void bindWeights(Slices weights) {
        weight = weights.get(name + ".weight");
        biases = weights.get(name + ".bias");
    }

    @Override
    public void bindGradients(Slices gradients) {
        weightGradient = gradients.get(name + ".weight");
        biasGradient = gradients.get(name + ".bias");
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        x = input;
        n = count;
        y = outputs.of(n);
        kept = keptSlab == null ? null : keptSlab.of(n);
        Blas.nt(n, units, in, x.pointer(), weight.pointer(), 0, y.pointer());
        biases.read(0, bias, 0, units);
        pointwise.biasAndActivate(activation, y, bias, kept);
        return y;
    }

    @Override
    public Tensor backward(Tensor out) {
        float[] sums = pointwise.differentiateRows(activation, kept == null ? y : kept, out, units);
        biasGradient.write(0, sums, 0, units);
        Blas.tn(units, in, n, out.pointer(), x.pointer(), 0, weightGradient.pointer());
        if (!wanted) return null;
        Tensor inputGradient = inputs.of(n);
        Blas.nn(n, in, units, out.pointer(), weight.pointer(), 0, inputGradient.pointer());
        return inputGradient;
    }

    @Override
    public void wantInputGradient(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
