package inklab.engine.tiny;

import inklab.engine.Batch;
import inklab.engine.LayerStats;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.engine.StepResult;
import inklab.engine.Weights;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.Output;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A multi-layer perceptron, image by image. */
final class TinyNetwork implements Network {
    /** A layer: {@code weight} is {@code [out, in]}, empty for dropout. */
    private static final class Layer {
        final LayerSpec spec;
        final int in;
        final int out;
        final float[] weight;
        final float[] bias;
        final float[] weightGradient;
        final float[] biasGradient;
        final float[] weightVelocity;
        final float[] biasVelocity;
        final float[] output;
        final float[] error;
        final float[] mask;

        Layer(LayerSpec spec, int in, int out, boolean learns) {
            this.spec = spec;
            this.in = in;
            this.out = out;
            weight = new float[learns ? in * out : 0];
            bias = new float[learns ? out : 0];
            weightGradient = weight.clone();
            biasGradient = bias.clone();
            weightVelocity = weight.clone();
            biasVelocity = bias.clone();
            output = new float[out];
            error = new float[out];
            mask = new float[out];
        }
    }

    private final NetSpec spec;
    private final NetworkSettings settings;
    private final List<Layer> layers = new ArrayList<>();

    TinyNetwork(NetSpec spec, NetworkSettings settings) {
        this.spec = spec;
        this.settings = settings;
        SplittableRandom random = new SplittableRandom(settings.seed());
        int in = spec.input().size();
        for (LayerSpec layer : spec.layers()) {
            int out;
            if (layer instanceof Dense dense) out = dense.units();
            else if (layer instanceof Output output) out = output.classes();
            else if (layer instanceof Dropout) out = in;
            else throw new IllegalArgumentException("no " + layer + " here");
            Layer made = new Layer(layer, in, out, !(layer instanceof Dropout));
            double bound = Math.sqrt(6.0 / (in + out));
            for (int i = 0; i < made.weight.length; i++) made.weight[i] = (float) random.nextDouble(-bound, bound);
            layers.add(made);
            in = out;
        }
    }

    @Override
    public NetSpec spec() {
        return spec;
    }

    @Override
    public StepResult step(Batch batch, Step step) {
        for (Layer layer : layers) {
            Arrays.fill(layer.weightGradient, 0);
            Arrays.fill(layer.biasGradient, 0);
        }
        int size = spec.input().size();
        double loss = 0;
        int errors = 0;
        for (int i = 0; i < batch.size(); i++) {
            float[] image = Arrays.copyOfRange(batch.images(), i * size, (i + 1) * size);
            forward(image, new SplittableRandom(settings.seed() * 31 + step.index() * 1_000_003 + i), true);
            for (int l = 0; l < layers.size(); l++)
                for (float y : layers.get(l).output)
                    if (!Float.isFinite(y)) return new StepResult(Double.NaN, 0, List.of(), l);
            float[] p = last().output;
            int label = batch.labels()[i];
            loss -= Math.log(Math.max(p[label], 1e-12));
            if (argmax(p) != label) errors++;
            backward(image, label);
        }
        List<LayerStats> stats = update(batch.size(), step);
        return new StepResult(loss / batch.size(), errors, stats, -1);
    }

    private void forward(float[] image, SplittableRandom random, boolean training) {
        float[] x = image;
        for (Layer layer : layers) {
            if (layer.spec instanceof Dropout dropout) {
                for (int o = 0; o < layer.out; o++) {
                    boolean kept = !training || random.nextDouble() >= dropout.rate();
                    layer.mask[o] = !kept ? 0 : training ? (float) (1 / (1 - dropout.rate())) : 1;
                    layer.output[o] = x[o] * layer.mask[o];
                }
            } else {
                for (int o = 0; o < layer.out; o++) {
                    float sum = layer.bias[o];
                    for (int i = 0; i < layer.in; i++) sum += layer.weight[o * layer.in + i] * x[i];
                    boolean tanh = layer.spec instanceof Dense dense && dense.activation() == Activation.TANH;
                    layer.output[o] = tanh ? (float) Math.tanh(sum) : sum;
                }
                if (layer.spec instanceof Output) softmax(layer.output);
            }
            x = layer.output;
        }
    }

    private void backward(float[] image, int label) {
        System.arraycopy(last().output, 0, last().error, 0, last().out);
        last().error[label] -= 1;
        for (int l = layers.size() - 1; l >= 0; l--) {
            Layer layer = layers.get(l);
            float[] x = l == 0 ? image : layers.get(l - 1).output;
            float[] below = new float[layer.in];
            for (int o = 0; o < layer.out; o++) {
                float e = layer.error[o];
                if (layer.spec instanceof Dropout) {
                    below[o] = e * layer.mask[o];
                    continue;
                }
                if (layer.spec instanceof Dense dense && dense.activation() == Activation.TANH)
                    e *= 1 - layer.output[o] * layer.output[o];
                layer.biasGradient[o] += e;
                for (int i = 0; i < layer.in; i++) {
                    layer.weightGradient[o * layer.in + i] += e * x[i];
                    below[i] += e * layer.weight[o * layer.in + i];
                }
            }
            if (l > 0) System.arraycopy(below, 0, layers.get(l - 1).error, 0, below.length);
        }
    }

    private List<LayerStats> update(int batch, Step step) {
        double momentum = settings.optimizer() instanceof Optimizer.Momentum m ? m.momentum() : 0;
        List<LayerStats> stats = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            if (layer.spec instanceof Dropout) continue;
            double weights = norm(layer.weight);
            double ratio = mean(layer.weightGradient) / batch / mean(layer.weight);
            float[] before = step.observe() ? layer.weight.clone() : null;
            learn(layer.weight, layer.weightGradient, layer.weightVelocity, batch, step.learningRate(), momentum);
            learn(layer.bias, layer.biasGradient, layer.biasVelocity, batch, step.learningRate(), momentum);
            if (before == null) continue;
            for (int i = 0; i < before.length; i++) before[i] -= layer.weight[i];
            stats.add(new LayerStats(l, "" + l, Math.log10(norm(before) / weights), ratio, 0, 1, 0));
        }
        return stats;
    }

    private static void learn(float[] w, float[] gradient, float[] velocity, int batch, double rate, double momentum) {
        for (int i = 0; i < w.length; i++) {
            velocity[i] = (float) (momentum * velocity[i] - rate * gradient[i] / batch);
            w[i] += velocity[i];
        }
    }

    @Override
    public float[] predict(float[] images, int count) {
        int size = spec.input().size();
        float[] all = new float[count * last().out];
        for (int i = 0; i < count; i++) {
            forward(Arrays.copyOfRange(images, i * size, (i + 1) * size), null, false);
            System.arraycopy(last().output, 0, all, i * last().out, last().out);
        }
        return all;
    }

    @Override
    public List<float[]> activations(float[] image) {
        forward(image, null, false);
        return layers.stream().map(layer -> layer.output.clone()).toList();
    }

    @Override
    public float[] saliency(float[] image, int label) {
        throw new IllegalStateException("nobody asks a tiny network for this");
    }

    @Override
    public Weights weights() {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        for (int l = 0; l < layers.size(); l++)
            put(tensors, l, layers.get(l), layers.get(l).weight, layers.get(l).bias);
        return new Weights(tensors);
    }

    @Override
    public Weights optimizerState() {
        if (!(settings.optimizer() instanceof Optimizer.Momentum)) return Weights.none();
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        for (int l = 0; l < layers.size(); l++)
            put(tensors, l, layers.get(l), layers.get(l).weightVelocity, layers.get(l).biasVelocity);
        return new Weights(tensors);
    }

    private static void put(Map<String, Weights.Tensor> to, int l, Layer layer, float[] weight, float[] bias) {
        if (weight.length == 0) return;
        to.put(l + ".weight", new Weights.Tensor(List.of(layer.out, layer.in), weight.clone()));
        to.put(l + ".bias", new Weights.Tensor(List.of(layer.out), bias.clone()));
    }

    @Override
    public void load(Weights weights) {
        for (int l = 0; l < layers.size(); l++) {
            take(weights, l + ".weight", layers.get(l).weight);
            take(weights, l + ".bias", layers.get(l).bias);
        }
    }

    @Override
    public void load(Weights weights, Weights optimizerState) {
        load(weights);
        if (!(settings.optimizer() instanceof Optimizer.Momentum)) return;
        for (int l = 0; l < layers.size(); l++) {
            take(optimizerState, l + ".weight", layers.get(l).weightVelocity);
            take(optimizerState, l + ".bias", layers.get(l).biasVelocity);
        }
    }

    private static void take(Weights from, String name, float[] to) {
        if (to.length == 0) return;
        float[] values = from.get(name).values();
        if (values.length != to.length) throw new IllegalArgumentException(name + " has the wrong shape");
        System.arraycopy(values, 0, to, 0, to.length);
    }

    @Override
    public void close() {}

    private Layer last() {
        return layers.get(layers.size() - 1);
    }

    private static int argmax(float[] p) {
        int best = 0;
        for (int k = 1; k < p.length; k++) if (p[k] > p[best]) best = k;
        return best;
    }

    private static void softmax(float[] z) {
        float max = z[argmax(z)];
        float sum = 0;
        for (int k = 0; k < z.length; k++) sum += z[k] = (float) Math.exp(z[k] - max);
        for (int k = 0; k < z.length; k++) z[k] /= sum;
    }

    private static double norm(float[] v) {
        double sum = 0;
        for (float x : v) sum += (double) x * x;
        return Math.sqrt(sum);
    }

    private static double mean(float[] v) {
        double sum = 0;
        for (float x : v) sum += Math.abs(x);
        return sum / v.length;
    }
}
