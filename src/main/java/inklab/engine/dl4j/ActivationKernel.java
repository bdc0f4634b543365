package inklab.engine.dl4j;

import inklab.net.Activation;
import inklab.net.Shape;

/** A non-linearity on its own. */
final class ActivationKernel implements WeightlessKernel {
    private final Activation activation;
    private final Slab outputs;
    private final Pointwise pointwise = new Pointwise();
    private Tensor x;
    private Tensor y;

    ActivationKernel(Shape shape, Activation activation, int most) {
        this.activation = activation;
        this.outputs = new Slab(shape, most);
    }

    @Override
    public Tensor forward(Tensor input, int n, Pass pass) {
        x = input;
        y = outputs.of(n);
        pointwise.activate(activation, x, y);
        return y;
    }

    @Override
    public Tensor backward(Tensor out) {
        pointwise.differentiate(activation, Functions.needsInput(activation) ? x : y, out);
        return out;
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
