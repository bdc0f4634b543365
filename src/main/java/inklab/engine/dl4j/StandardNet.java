package inklab.engine.dl4j;

import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Padding;
import inklab.net.NetSpec;
import inklab.net.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A trained net as a DL4J graph of DL4J's own layers alone, so that a DeepLearning4J without Inklab opens it. Slower than ours, and the
 * same numbers. LeCun's tanh, which DL4J lacks, is its tanh between two {@link ScaleVertex} vertices.
 */
public final class StandardNet {
    private static final String INPUT = "image";
    private static final double LEAK = 0.01;

    private final GraphBuilder graph = new NeuralNetConfiguration.Builder().graphBuilder();
    private final Map<String, String> learning = new HashMap<>();
    private final List<Inference.Layer> layers;
    private final Shape input;
    private boolean vector;

    private StandardNet(NetSpec net) {
        this.layers = Inference.of(net).layers();
        this.input = net.input();
    }

    /**
     * Writes DL4J's zip, without an optimiser's memory: {@code ComputationGraph.load(file, false)} opens it.
     *
     * @throws IOException when the net cannot be said in DL4J's layers, or the file cannot be written
     */
    public static void write(Path file, NetSpec net, Weights weights) throws IOException {
        Natives.load();
        Natives.prepareThread();
        ComputationGraph built;
        try {
            built = new StandardNet(net).build(weights);
        } catch (RuntimeException e) {
            throw new IOException("DeepLearning4J has no layers for this net (" + e.getMessage() + ").", e);
        }
        ModelSerializer.writeModel(built, file.toFile(), false);
    }

    private ComputationGraph build(Weights weights) {
        graph.addInputs(INPUT);
        String last = add(layers, "", INPUT);
        graph.setOutputs(last).setInputTypes(InputType.convolutional(input.height(), input.width(), input.channels()));
        ComputationGraph built = new ComputationGraph(graph.build());
        built.init();
        learning.forEach((vertex, name) -> fill(built.getLayer(vertex), name, weights));
        return built;
    }

    private static void fill(org.deeplearning4j.nn.api.Layer layer, String name, Weights weights) {
        if (layer.paramTable().containsKey("gamma")) {
            put(layer, "gamma", weights.get(name + ".weight"));
            put(layer, "beta", weights.get(name + ".bias"));
            put(layer, "mean", weights.get(name + ".running_mean"));
            put(layer, "var", weights.get(name + ".running_var"));
            return;
        }
        put(layer, "W", weights.get(name + ".weight"));
        put(layer, "b", weights.get(name + ".bias"));
    }

    private static void put(org.deeplearning4j.nn.api.Layer layer, String key, Weights.Tensor tensor) {
        INDArray place = layer.getParam(key);
        INDArray values = Nd4j.createFromArray(tensor.values());
        if (tensor.shape().size() == 1) values = values.reshape(place.shape());
        else if (tensor.shape().size() == 2)
            values =
                    values.reshape(tensor.shape().get(0), tensor.shape().get(1)).transpose();
        else values = values.reshape(place.shape());
        place.assign(values);
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
            return learned(new BatchNormalization.Builder()
                    .eps(BatchNormKernel.EPSILON)
                    .decay(BatchNormKernel.DECAY)
                    .useLogStd(false)
                    .build());
        }

        @Override
        public String dropout(LayerSpec.Dropout dropout) {
            return plain(new DropoutLayer.Builder(1 - dropout.rate()).build());
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
            return learned(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .nOut(output.classes())
                    .build());
        }
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
