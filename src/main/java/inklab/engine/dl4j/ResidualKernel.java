package inklab.engine.dl4j;

import inklab.net.Shape;
import java.util.List;

/** {@code y = x + body(x)}. */
final class ResidualKernel implements Kernel {
    private final List<Kernel> body;
    private final Slab outputs;
    private final Slab inputs;
    private final float[] values;
    private final float[] others;
    private Tensor y;
    private int n;

    ResidualKernel(List<Kernel> body, Shape shape, int most) {
        this.body = List.copyOf(body);
        this.outputs = new Slab(shape, most);
        this.inputs = new Slab(shape, most);
        this.values = new float[shape.size()];
        this.others = new float[shape.size()];
    }

    @Override
    public void bindWeights(Slices weights) {
        body.forEach(kernel -> kernel.bindWeights(weights));
    }

    @Override
    public void bindGradients(Slices gradients) {
        body.forEach(kernel -> kernel.bindGradients(gradients));
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        n = count;
        Tensor x = input;
        for (Kernel kernel : body) x = kernel.forward(x, n, pass);
        y = outputs.of(n);
        add(input, x, y);
        return y;
    }

    @Override
    public Tensor backward(Tensor out) {
        Tensor skipped = inputs.of(n);
        copy(out, skipped);
        Tensor gradient = out;
        for (int i = body.size() - 1; i >= 0; i--) gradient = body.get(i).backward(gradient);
        add(gradient, skipped, skipped);
        return skipped;
    }

    private void add(Tensor a, Tensor b, Tensor to) {
        for (int i = 0; i < n; i++) {
            int at = i * values.length;
            a.read(at, values, 0, values.length);
            b.read(at, others, 0, values.length);
            for (int j = 0; j < values.length; j++) values[j] += others[j];
            to.write(at, values, 0, values.length);
        }
    }

    private void copy(Tensor from, Tensor to) {
        for (int i = 0; i < n; i++) {
            from.read(i * values.length, values, 0, values.length);
            to.write(i * values.length, values, 0, values.length);
        }
    }

    @Override
    public void wantInputGradient(boolean wanted) {
        // The body's first layer keeps computing it: the skip needs it added.
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
