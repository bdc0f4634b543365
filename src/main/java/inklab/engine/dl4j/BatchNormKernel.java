package inklab.engine.dl4j;

import inklab.net.Shape;

/**
 * Batch normalisation (Ioffe and Szegedy, 2015) with the statistics of the chunk ("ghost" batches, Hoffer et al., 2017), so that a chunk
 * never waits for another. The running statistics move like weights whose gradient is their distance from the chunk's: added up over the
 * chunks in the fixed order and applied without an optimiser.
 */
final class BatchNormKernel implements Kernel {
    static final float EPSILON = 1e-5f;
    static final float DECAY = 0.9f;

    private final String name;
    private final int channels;
    private final int plane;
    private final Slab outputs;
    private final float[] normal;
    private final float[] gradient;
    private final float[] deviation;
    private Tensor weight;
    private Tensor bias;
    private Tensor runningMean;
    private Tensor runningVariance;
    private Slices gradients;
    private Tensor y;
    private int n;
    private boolean training;

    BatchNormKernel(String name, Shape shape, int most) {
        this.name = name;
        this.channels = shape.channels();
        this.plane = shape.height() * shape.width();
        this.outputs = new Slab(shape, most);
        this.normal = new float[shape.size() * most];
        this.gradient = new float[shape.size() * most];
        this.deviation = new float[channels];
    }

    @Override
    public void bindWeights(Slices weights) {
        weight = weights.get(name + ".weight");
        bias = weights.get(name + ".bias");
        runningMean = weights.get(name + ".running_mean");
        runningVariance = weights.get(name + ".running_var");
    }

    @Override
    public void bindGradients(Slices gradients) {
        this.gradients = gradients;
    }

    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        n = count;
        training = pass.training();
        int size = n * channels * plane;
        input.read(0, normal, 0, size);
        float[] scale = weight.toArray();
        float[] shift = bias.toArray();
        float[] means = runningMean.toArray();
        float[] variances = runningVariance.toArray();
        float[] meanSteps = new float[channels];
        float[] varianceSteps = new float[channels];
        float share = (1 - DECAY) * n / pass.batch();
        for (int c = 0; c < channels; c++) {
            float mean = means[c];
            float variance = variances[c];
            if (training) {
                double m = mean(c);
                double v = variance(c, m);
                int numbers = n * plane;
                double unbiased = numbers > 1 ? v * numbers / (numbers - 1) : v;
                meanSteps[c] = (float) (share * (means[c] - m));
                varianceSteps[c] = (float) (share * (variances[c] - unbiased));
                mean = (float) m;
                variance = (float) v;
            }
            deviation[c] = (float) Math.sqrt(variance + EPSILON);
            normalise(c, mean);
        }
        if (training) {
            gradients.get(name + ".running_mean").write(0, meanSteps, 0, channels);
            gradients.get(name + ".running_var").write(0, varianceSteps, 0, channels);
        }
        for (int i = 0, at = 0; i < n; i++)
            for (int c = 0; c < channels; c++)
                for (int j = 0; j < plane; j++, at++) gradient[at] = scale[c] * normal[at] + shift[c];
        y = outputs.of(n);
        y.write(0, gradient, 0, size);
        return y;
    }

    private double mean(int c) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int at = (i * channels + c) * plane;
            for (int j = 0; j < plane; j++) sum += normal[at + j];
        }
        return sum / (n * plane);
    }

    private double variance(int c, double mean) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int at = (i * channels + c) * plane;
            for (int j = 0; j < plane; j++) sum += (normal[at + j] - mean) * (normal[at + j] - mean);
        }
        return sum / (n * plane);
    }

    private void normalise(int c, float mean) {
        float inverse = 1 / deviation[c];
        for (int i = 0; i < n; i++) {
            int at = (i * channels + c) * plane;
            for (int j = 0; j < plane; j++) normal[at + j] = (normal[at + j] - mean) * inverse;
        }
    }

    @Override
    public Tensor backward(Tensor out) {
        int size = n * channels * plane;
        out.read(0, gradient, 0, size);
        float[] scale = weight.toArray();
        float[] scaleGradient = new float[channels];
        float[] shiftGradient = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double product = 0;
            for (int i = 0; i < n; i++) {
                int at = (i * channels + c) * plane;
                for (int j = 0; j < plane; j++) {
                    sum += gradient[at + j];
                    product += gradient[at + j] * normal[at + j];
                }
            }
            scaleGradient[c] = (float) product;
            shiftGradient[c] = (float) sum;
            float factor = scale[c] / deviation[c];
            float meanGradient = training ? (float) (sum / (n * plane)) : 0;
            float meanProduct = training ? (float) (product / (n * plane)) : 0;
            for (int i = 0; i < n; i++) {
                int at = (i * channels + c) * plane;
                for (int j = 0; j < plane; j++)
                    gradient[at + j] = factor * (gradient[at + j] - meanGradient - normal[at + j] * meanProduct);
            }
        }
        gradients.get(name + ".weight").write(0, scaleGradient, 0, channels);
        gradients.get(name + ".bias").write(0, shiftGradient, 0, channels);
        out.write(0, gradient, 0, size);
        return out;
    }

    @Override
    public void wantInputGradient(boolean wanted) {
        // Costs nothing beside the rest.
    }

    @Override
    public Tensor shown() {
        return y;
    }
}
