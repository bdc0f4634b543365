package inklab.engine.dl4j;

import inklab.net.Shape;

/** Dropout as {@link Draws} decides. */
final class DropoutKernel implements WeightlessKernel {
    private final Draws draws;
    private final int size;
    private final Slab outputs;
    private final float[] row;
    private final float[] factors;
    private Tensor y;
    private boolean dropped;

    DropoutKernel(Shape shape, Draws draws, int most) {
        this.draws = draws;
        this.size = shape.size();
        this.outputs = new Slab(shape, most);
        this.row = new float[size];
        this.factors = new float[size * most];
    }

    @Override
    public Tensor forward(Tensor input, int n, Pass pass) {
        dropped = draws.drops(pass);
        if (!dropped) {
            y = input;
            return y;
        }
        y = outputs.of(n);
        for (int i = 0; i < n; i++) {
            draws.factors(pass, i, factors);
            multiply(input, y, i);
        }
        return y;
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

    @Override
    public Tensor shown() {
        return y;
    }
}
