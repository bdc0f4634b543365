package inklab.engine.dl4j;

import inklab.net.Shape;
import java.util.Arrays;

/** The mean of each map. */
final class GlobalPoolKernel implements WeightlessKernel {
    private final int channels;
    private final int plane;
    private final Slab outputs;
    private final Slab inputs;
    private final float[] values;
    private final float[] means;
    private Tensor y;
    private int n;

    GlobalPoolKernel(Shape in, int most) {
        this.channels = in.channels();
        this.plane = in.height() * in.width();
        this.outputs = new Slab(Shape.vector(channels), most);
        this.inputs = new Slab(in, most);
        this.values = new float[plane];
        this.means = new float[channels * most];
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        n = count;
        for (int i = 0; i < n * channels; i++) {
            input.read(i * plane, values, 0, plane);
            float sum = 0;
            for (float v : values) sum += v;
            means[i] = sum / plane;
        }
        y = outputs.of(n);
        y.write(0, means, 0, n * channels);
        return y;
    }

    @Override
    public Tensor backward(Tensor out) {
        Tensor inputGradient = inputs.of(n);
        out.read(0, means, 0, n * channels);
        for (int i = 0; i < n * channels; i++) {
            Arrays.fill(values, means[i] / plane);
            inputGradient.write(i * plane, values, 0, plane);
        }
        return inputGradient;
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
