package inklab.engine.dl4j;

import inklab.net.Shape;

/**
 * The output layer: dense, softmax and cross-entropy. The loss is DL4J's {@code LossMCXENT} with softmax, written out because the misread
 * images are counted in the same pass and the sum must not depend on how the mini-batch is cut.
 */
final class OutputKernel implements Kernel {
    private final String name;
    private final int in;
    private final int classes;
    private final Slab outputs;
    private final Slab inputs;
    private final Slab deltas;
    private final float[] bias;
    private final double[] exponentials;
    private final float[] values;
    private Tensor weight;
    private Tensor biases;
    private Tensor weightGradient;
    private Tensor biasGradient;
    private Tensor x;
    private Tensor y;
    private int n;
    private int batch;
    private int[] labels;
    private int firstLabel;
    private double loss;
    private int errors;
    private boolean wanted = true;

    OutputKernel(String name, Shape in, int classes, int most) {
        this.name = name;
        this.in = in.size();
        this.classes = classes;
        this.outputs = new Slab(Shape.vector(classes), most);
        this.inputs = new Slab(in, most);
        this.deltas = new Slab(Shape.vector(classes), most);
        this.bias = new float[classes];
        this.exponentials = new double[classes];
        this.values = new float[classes * most];
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

    /** What the next {@link #backward} scores against: {@code labels[first …]}. */
    void setLabels(int[] labels, int first) {
        this.labels = labels;
        this.firstLabel = first;
    }

    /** Probabilities {@code [n, classes]}. */
    @Override
    public Tensor forward(Tensor input, int count, Pass pass) {
        x = input;
        n = count;
        batch = pass.batch();
        y = outputs.of(n);
        Blas.nt(n, classes, in, x.pointer(), weight.pointer(), 0, y.pointer());
        biases.read(0, bias, 0, classes);
        y.read(0, values, 0, n * classes);
        loss = 0;
        errors = 0;
        for (int i = 0; i < n; i++)
            softmax(i * classes, pass.training() && labels != null ? labels[firstLabel + i] : -1);
        y.write(0, values, 0, n * classes);
        return y;
    }

    private void softmax(int at, int label) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            exponentials[k] = values[at + k] + bias[k];
            most = Math.max(most, exponentials[k]);
        }
        double sum = 0;
        boolean misread = false;
        double right = label < 0 ? 0 : exponentials[label];
        for (int k = 0; k < classes; k++) {
            if (label >= 0 && k != label && (exponentials[k] > right || (exponentials[k] == right && k < label)))
                misread = true;
            exponentials[k] = StrictMath.exp(exponentials[k] - most);
            sum += exponentials[k];
        }
        for (int k = 0; k < classes; k++) values[at + k] = (float) (exponentials[k] / sum);
        if (label >= 0) {
            loss += Math.log(sum) + most - right;
            if (misread) errors++;
        }
    }

    /** From the labels: the argument is not used. */
    @Override
    public Tensor backward(Tensor unused) {
        for (int i = 0; i < n; i++) values[i * classes + labels[firstLabel + i]] -= 1;
        return propagate(1f / batch);
    }

    /** Gradient of one class's logit, instead of the loss's. */
    Tensor backwardOfLogit(int label) {
        java.util.Arrays.fill(values, 0, n * classes, 0);
        for (int i = 0; i < n; i++) values[i * classes + label] = 1;
        return propagate(1);
    }

    private Tensor propagate(float factor) {
        float[] sums = new float[classes];
        for (int i = 0; i < n; i++)
            for (int k = 0; k < classes; k++) {
                values[i * classes + k] *= factor;
                sums[k] += values[i * classes + k];
            }
        Tensor delta = deltas.of(n);
        delta.write(0, values, 0, n * classes);
        biasGradient.write(0, sums, 0, classes);
        Blas.tn(classes, in, n, delta.pointer(), x.pointer(), 0, weightGradient.pointer());
        if (!wanted) return null;
        Tensor inputGradient = inputs.of(n);
        Blas.nn(n, in, classes, delta.pointer(), weight.pointer(), 0, inputGradient.pointer());
        return inputGradient;
    }

    /** Sum of the cross-entropies of the last training pass's images. */
    double loss() {
        return loss;
    }

    /** How many of the last training pass's images were misread. */
    int errors() {
        return errors;
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
