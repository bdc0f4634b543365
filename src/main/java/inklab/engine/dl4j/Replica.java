package inklab.engine.dl4j;

import inklab.engine.Batch;
import inklab.engine.WeightLayout;
import inklab.net.Inference;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A DL4J network for one thread, over weights that all replicas share. It computes gradients of one chunk of a mini-batch at a time; the
 * update is made elsewhere, once.
 */
final class Replica {
    private final Inference net;
    private final List<Kernel> kernels;
    private final OutputKernel output;
    private final Tape tape = new Tape();
    private final Slab input;
    private final MultiLayerNetwork network;

    /**
     * @param weights shared by all replicas
     * @param most the largest chunk
     */
    Replica(Inference net, Slices weights, long seed, int most) {
        this.net = net;
        this.kernels = new Kernels(seed, most).of(net);
        this.output = (OutputKernel) kernels.get(kernels.size() - 1);
        this.input = new Slab(net.net().input(), most);
        kernels.forEach(kernel -> kernel.bindWeights(weights));
        this.network = build(weights);
    }

    private MultiLayerNetwork build(Slices weights) {
        List<Map<String, INDArray>> tables = new ArrayList<>();
        for (int i = 0; i < kernels.size(); i++) tables.add(new LinkedHashMap<>());
        for (WeightLayout.Entry entry : WeightLayout.of(net).entries())
            tables.get(entry.layer())
                    .put(entry.name(), weights.get(entry.name()).array());
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder()
                .updater(new NoOp()) // Updates are made for all replicas at once.
                .miniBatch(false) // Gradients come averaged over the mini-batch already.
                .trainingWorkspaceMode(WorkspaceMode.NONE) // Kernels own their buffers.
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .list();
        int last = kernels.size() - 1;
        for (int i = 0; i < last; i++)
            builder.layer(new KernelConf.Builder(kernels.get(i), tape, tables.get(i)).build());
        Shape in = net.layers().get(last).input().orElseThrow();
        int classes = net.layers().get(last).output().orElseThrow().size();
        builder.layer(new SoftmaxConf(output, tape, tables.get(last), in.size(), classes));
        MultiLayerNetwork built = new MultiLayerNetwork(builder.build());
        built.init(weights.flat(), false);
        return built;
    }

    /** Forward and backward on images {@code from … to} of a mini-batch; the gradients, averaged over the whole mini-batch, go to the slices. */
    ChunkResult step(Batch batch, int from, int to, long step, Slices gradients) {
        int n = to - from;
        kernels.forEach(kernel -> kernel.bindGradients(gradients));
        Tensor images = load(batch.images(), from, n);
        tape.start(images, n, new Pass(true, step, from, batch.size()));
        output.setLabels(batch.labels(), from);
        network.setInput(images.array());
        network.computeGradientAndScore();
        boolean finite = Double.isFinite(output.loss());
        return new ChunkResult(output.loss(), output.errors(), finite ? -1 : firstBadLayer());
    }

    /** Probabilities of images {@code from … to}. */
    void predict(float[] images, int from, int n, float[] probabilities) {
        Tensor y = forward(images, from, n);
        y.read(0, probabilities, from * (y.length() / n), y.length());
    }

    private Tensor forward(float[] images, int from, int n) {
        Tensor x = load(images, from, n);
        for (Kernel kernel : kernels) x = kernel.forward(x, n, Pass.PREDICTING);
        return x;
    }

    /** Every layer's output for one image. */
    List<float[]> activations(float[] image) {
        forward(image, 0, 1);
        return kernels.stream().map(kernel -> kernel.shown().toArray()).toList();
    }

    /** The image's gradient of one logit; the weights' gradients are scribbled into the slices. */
    float[] saliency(float[] image, int label, Slices scratch) {
        kernels.forEach(kernel -> kernel.bindGradients(scratch));
        kernels.forEach(kernel -> kernel.wantInputGradient(true));
        forward(image, 0, 1);
        Tensor gradient = output.backwardOfLogit(label);
        for (int i = kernels.size() - 2; i >= 0; i--) gradient = kernels.get(i).backward(gradient);
        float[] values = gradient.toArray();
        for (Kernel kernel : kernels) {
            kernel.wantInputGradient(false);
            if (!(kernel instanceof WeightlessKernel)) break;
        }
        return values;
    }

    private Tensor load(float[] images, int from, int n) {
        Tensor tensor = input.of(n);
        int size = net.net().input().size();
        tensor.write(0, images, from * size, n * size);
        return tensor;
    }

    private int firstBadLayer() {
        for (int i = 0; i < kernels.size(); i++)
            for (float value : kernels.get(i).shown().toArray()) if (!Float.isFinite(value)) return i;
        return kernels.size() - 1;
    }

    List<Kernel> kernels() {
        return kernels;
    }

    MultiLayerNetwork network() {
        return network;
    }

    /**
     * What a chunk came to.
     *
     * @param loss summed over its images
     * @param errors misread images
     * @param firstBadLayer the first layer whose output is not finite, or −1
     */
    record ChunkResult(double loss, int errors, int firstBadLayer) {}
}
