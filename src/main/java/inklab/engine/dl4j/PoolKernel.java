package inklab.engine.dl4j;

import inklab.net.LayerSpec;
import inklab.net.Shape;

/** Average and L2 pooling by ND4J's native ops. */
final class PoolKernel implements WeightlessKernel {
    private final Native forward;
    private final Native backward;
    private final Slab outputs;
    private final Slab inputs;
    private Tensor x;
    private Tensor y;
    private int n;

    PoolKernel(Shape in, Shape out, LayerSpec.Pool spec, int most) {
        this.outputs = new Slab(out, most);
        this.inputs = new Slab(in, most);
        boolean norm = spec.kind() == LayerSpec.PoolKind.L2;
        String name = norm ? "pnormpool2d" : "avgpool2d";
        long[] arguments = {spec.size(), spec.size(), spec.stride(), spec.stride(), 0, 0, 1, 1, 0, norm ? 2 : 1, 0};
        double[] epsilon = norm ? new double[] {1e-8} : new double[0];
        this.forward = new Native(name, epsilon, arguments);
        this.backward = new Native(name + "_bp", epsilon, arguments);
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        x = input.maps();
        n = count;
        y = outputs.of(n);
        forward.run(n, Native.in(x), y.maps().array());
        return y;
    }

    @Override
    public Tensor backward(Tensor out) {
        Tensor inputGradient = inputs.of(n);
        backward.run(n, Native.in(x, out.maps()), inputGradient.maps().array());
        return inputGradient;
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
