package inklab.engine.dl4j;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Padding;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A net as a DL4J graph of DL4J's own layers. LeCun's tanh, which DL4J lacks, is its tanh between two {@link ScaleVertex} vertices. For
 * {@link #training} the logits have a vertex of their own, and whoever asks says which layers drop and normalise.
 */
final class StandardGraph {
    static final String INPUT = "image";
    private static final double LEAK = 0.01;

    /** The two kinds of layers that DL4J's own are not the same as ours while a net learns. */
    interface Learners {
        /** Inputs of {@code size} numbers an image. */
        Layer dropout(String name, LayerSpec.Dropout dropout, int size);

        Layer batchNorm();

        /** A layer that passes pictures on as they are, and may look at what comes back. */
        Layer input();
    }

    private final GraphBuilder graph = new NeuralNetConfiguration.Builder().graphBuilder();
    private final Learners learners;
    private final Map<String, String> learning = new LinkedHashMap<>();
    private final List<String> shown = new ArrayList<>();
    private final List<Inference.Layer> layers;
    private final Shape input;
    private boolean vector;
    private String logits = "";
    private ComputationGraph built;

    private StandardGraph(Inference net, Learners learners) {
        this.layers = net.layers();
        this.input = net.net().input();
        this.learners = learners;
    }

    /** DL4J's own layers alone, as a DeepLearning4J without Inklab opens them. */
    static StandardGraph plain(Inference net) {
        return new StandardGraph(net, null).build();
    }

    /** To be trained. */
    static StandardGraph training(Inference net, Learners learners) {
        return new StandardGraph(net, learners).build();
    }

    private StandardGraph build() {
        graph.addInputs(INPUT);
        String first = INPUT;
        if (learners != null) {
            first = "seen";
            graph.addLayer(first, learners.input(), INPUT);
        }
        String last = first;
        for (int i = 0; i < layers.size(); i++) {
            last = layers.get(i).spec().match(new Adding(layers.get(i), Integer.toString(i), last));
            shown.add(last);
        }
        graph.setOutputs(last).setInputTypes(InputType.convolutional(input.height(), input.width(), input.channels()));
        built = new ComputationGraph(graph.build());
        built.init();
        return this;
    }

    ComputationGraph graph() {
        return built;
    }

    /** The vertices with weights, in the layout's order, and the prefixes of their tensors' names. */
    Map<String, String> learning() {
        return learning;
    }

    /** The vertex that puts out what a top-level layer does. */
    String shown(int layer) {
        return shown.get(layer);
    }

    /** The vertex before softmax; there is one in a graph for {@link #training} alone. */
    String logits() {
        return logits;
    }

    private String add(List<Inference.Layer> layers, String prefix, String from) {
        String last = from;
        for (int i = 0; i < layers.size(); i++)
            last = layers.get(i).spec().match(new Adding(layers.get(i), prefix + i, last));
        return last;
    }

    /** Adds a layer and gives the name of its last vertex. */
    private final class Adding implements LayerSpec.Cases<String> {
        private final Inference.Layer layer;
        private final String name;
        private final String vertex;
        private String from;

        Adding(Inference.Layer layer, String name, String from) {
            this.layer = layer;
            this.name = name;
            this.vertex = "layer" + name;
            this.from = from;
        }

        /** DL4J finds by itself where maps become a vector, but not where a vector becomes maps of 1 × 1. */
        private void wantMaps() {
            if (vector) from = turned(vertex + ".maps", from, true);
        }

        private String turned(String name, String before, boolean maps) {
            int channels = layer.input().orElseThrow().channels();
            vector = !maps;
            graph.addVertex(
                    name,
                    new PreprocessorVertex(
                            maps
                                    ? new FeedForwardToCnnPreProcessor(1, 1, channels)
                                    : new CnnToFeedForwardPreProcessor(1, 1, channels)),
                    before);
            return name;
        }

        private String plain(Layer made) {
            graph.addLayer(vertex, made, from);
            return vertex;
        }

        private String learned(Layer made) {
            learning.put(vertex, name);
            return plain(made);
        }

        @Override
        public String dense(LayerSpec.Dense dense) {
            vector = true;
            return activated(
                    learned(new DenseLayer.Builder()
                            .nOut(dense.units())
                            .activation(Activation.IDENTITY)
                            .build()),
                    dense.activation());
        }

        @Override
        public String conv(LayerSpec.Conv conv) {
            wantMaps();
            return activated(
                    learned(new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
                            .stride(conv.stride(), conv.stride())
                            .nOut(conv.maps())
                            .convolutionMode(
                                    conv.padding() == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                            .activation(Activation.IDENTITY)
                            .build()),
                    conv.activation());
        }

        private String activated(String before, inklab.net.Activation f) {
            if (f == inklab.net.Activation.IDENTITY) return before;
            String name = vertex + "." + f.code();
            if (f == inklab.net.Activation.GELU) return gelu(name, before);
            if (f != inklab.net.Activation.SCALED_TANH) {
                graph.addLayer(name, new ActivationLayer(function(f)), before);
                return name;
            }
            graph.addVertex(name + ".in", new ScaleVertex(2.0 / 3), before);
            graph.addLayer(name, new ActivationLayer(Activation.TANH), name + ".in");
            graph.addVertex(name + ".out", new ScaleVertex(1.7159), name);
            return name + ".out";
        }

        /** {@code x · sigmoid(2 √(2/π) (x + 0.044715 x³))}, which is the tanh form; DL4J's own cubes 0.044715 too. */
        private String gelu(String name, String x) {
            graph.addLayer(name + ".cube", new ActivationLayer(Activation.CUBE), x);
            graph.addVertex(name + ".part", new ScaleVertex(0.044715), name + ".cube");
            graph.addVertex(name + ".sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), x, name + ".part");
            graph.addVertex(name + ".in", new ScaleVertex(2 * Math.sqrt(2 / Math.PI)), name + ".sum");
            graph.addLayer(name + ".gate", new ActivationLayer(Activation.SIGMOID), name + ".in");
            graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Product), x, name + ".gate");
            return name;
        }

        @Override
        public String pool(LayerSpec.Pool pool) {
            wantMaps();
            SubsamplingLayer.PoolingType kind = switch (pool.kind()) {
                case MAX -> SubsamplingLayer.PoolingType.MAX;
                case AVERAGE -> SubsamplingLayer.PoolingType.AVG;
                case L2 -> SubsamplingLayer.PoolingType.PNORM;
            };
            return plain(new SubsamplingLayer.Builder(kind)
                    .kernelSize(pool.size(), pool.size())
                    .stride(pool.stride(), pool.stride())
                    .pnorm(2)
                    .convolutionMode(ConvolutionMode.Truncate)
                    .build());
        }

        @Override
        public String globalAveragePool(LayerSpec.GlobalAveragePool pool) {
            wantMaps();
            vector = true;
            return plain(new GlobalPoolingLayer(PoolingType.AVG));
        }

        @Override
        public String batchNorm(LayerSpec.BatchNorm norm) {
            return learned(learners == null ? normalisation() : learners.batchNorm());
        }

        @Override
        public String dropout(LayerSpec.Dropout dropout) {
            int size = layer.input().orElseThrow().size();
            return plain(
                    learners == null
                            ? new DropoutLayer.Builder(1 - dropout.rate()).build()
                            : learners.dropout(name, dropout, size));
        }

        @Override
        public String activate(LayerSpec.Activate activate) {
            return activated(from, activate.activation());
        }

        @Override
        public String residual(LayerSpec.Residual residual) {
            boolean before = vector;
            String last = add(layer.body(), name + ".body.", from);
            if (vector != before) last = turned(vertex + ".as", last, vector);
            graph.addVertex(vertex, new ElementWiseVertex(ElementWiseVertex.Op.Add), from, last);
            return vertex;
        }

        @Override
        public String output(LayerSpec.Output output) {
            if (learners == null)
                return learned(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nOut(output.classes())
                        .build());
            logits = learned(new DenseLayer.Builder()
                    .nOut(output.classes())
                    .activation(Activation.IDENTITY)
                    .build());
            String loss = vertex + ".loss";
            graph.addLayer(
                    loss,
                    new LossLayer.Builder(LossFunctions.LossFunction.MCXENT)
                            .activation(Activation.SOFTMAX)
                            .build(),
                    logits);
            return loss;
        }
    }

    /** As our own normalisation is when nets are read. */
    static BatchNormalization normalisation() {
        return normalisation(new BatchNormalization.Builder());
    }

    static BatchNormalization normalisation(BatchNormalization.Builder builder) {
        return builder.eps(BatchNormKernel.EPSILON)
                .decay(BatchNormKernel.DECAY)
                .useLogStd(false)
                .build();
    }

    private static IActivation function(inklab.net.Activation f) {
        return switch (f) {
            case IDENTITY -> Activation.IDENTITY.getActivationFunction();
            case TANH, SCALED_TANH -> Activation.TANH.getActivationFunction();
            case RELU -> Activation.RELU.getActivationFunction();
            case LEAKY_RELU -> new ActivationLReLU(LEAK);
            case SIGMOID -> Activation.SIGMOID.getActivationFunction();
            case ELU -> new ActivationELU(1);
            case GELU -> throw new IllegalArgumentException("is a vertex");
            case SWISH -> Activation.SWISH.getActivationFunction();
        };
    }
}
