package inklab.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.WeightLayout;
import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Shape;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
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
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Our shapes and parameter counts against those of the same net built of DL4J's own, standard layers. */
class StandardDl4jTest {
    static {
        Natives.load();
    }

    static Stream<NetSpec> nets() {
        Stream<NetSpec> presets = new Presets().all().stream().map(Recipe::net);
        Random random = new Random(7);
        List<NetSpec> drawn = new ArrayList<>();
        while (drawn.size() < 60) {
            NetSpec net = draw(random);
            if (Inference.of(net).isSound()) drawn.add(net);
        }
        return Stream.concat(presets, drawn.stream());
    }

    /** A net from random pieces of notation; many are impossible and are passed over. */
    private static NetSpec draw(Random random) {
        StringBuilder text = new StringBuilder();
        text.append(1 + 2 * random.nextInt(2))
                .append('x')
                .append(8 + random.nextInt(18))
                .append('x')
                .append(8 + random.nextInt(18));
        int pieces = 1 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            int maps = 2 + random.nextInt(6);
            int kernel = 2 + random.nextInt(4);
            text.append('-')
                    .append(
                            switch (random.nextInt(8)) {
                                case 0, 1 -> maps + "C" + kernel;
                                case 2 -> maps + "C" + kernel + ":same";
                                case 3 -> maps + "C" + kernel + "/2";
                                case 4 -> new String[] {"MP", "AP", "LP"}[random.nextInt(3)] + (2 + random.nextInt(2));
                                case 5 -> "BN";
                                case 6 -> "D0.25";
                                default -> maps + "C3:same-R(" + maps + "C3:same-BN)";
                            });
        }
        if (random.nextBoolean()) text.append('-').append(random.nextBoolean() ? "GAP" : "9N");
        NetSpec none = new NetSpec(new Shape(0, 0, 0), List.of());
        return Notation.parse(text + "-10N").net().orElse(none);
    }

    @ParameterizedTest
    @MethodSource("nets")
    void shapes_and_counts_are_those_of_dl4j(NetSpec net) {
        Inference inference = Inference.of(net);
        Standard standard = new Standard(net);
        for (int i = 0; i < net.layers().size(); i++)
            assertThat(size(standard.types.get(standard.names.get(i))))
                    .as("layer %d of %s", i, net)
                    .isEqualTo(inference.output(i).orElseThrow());
        Cost.Layer total = Cost.of(net).total();
        assertThat(total.parameters() + total.statistics()).isEqualTo(standard.count());
        assertThat(WeightLayout.of(inference).entries().stream()
                        .mapToLong(WeightLayout.Entry::size)
                        .sum())
                .isEqualTo(standard.count());
    }

    private static Shape size(InputType type) {
        if (type instanceof InputType.InputTypeConvolutional maps)
            return new Shape((int) maps.getChannels(), (int) maps.getHeight(), (int) maps.getWidth());
        return Shape.vector((int) ((InputType.InputTypeFeedForward) type).getSize());
    }

    /** The same net as a DL4J graph. */
    private static final class Standard {
        private final List<String> names = new ArrayList<>();
        private final Map<String, InputType> types;
        private final ComputationGraphConfiguration conf;

        Standard(NetSpec net) {
            Shape in = net.input();
            ComputationGraphConfiguration.GraphBuilder graph =
                    new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in");
            String last = "in";
            for (int i = 0; i < net.layers().size(); i++) {
                last = add(graph, net.layers().get(i), "layer" + i, last);
                names.add(last);
            }
            InputType input = InputType.convolutional(in.height(), in.width(), in.channels());
            graph.setOutputs(last).setInputTypes(input);
            this.conf = graph.build();
            this.types = conf.getLayerActivationTypes(input);
        }

        long count() {
            ComputationGraph graph = new ComputationGraph(conf);
            graph.init();
            return graph.numParams();
        }

        private static String add(
                ComputationGraphConfiguration.GraphBuilder graph, LayerSpec spec, String name, String from) {
            if (spec instanceof LayerSpec.Residual residual) {
                String last = from;
                for (int j = 0; j < residual.body().size(); j++)
                    last = add(graph, residual.body().get(j), name + "body" + j, last);
                graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), from, last);
                return name;
            }
            graph.addLayer(name, layer(spec), from);
            return name;
        }

        private static Layer layer(LayerSpec spec) {
            if (spec instanceof LayerSpec.Dense dense)
                return new DenseLayer.Builder().nOut(dense.units()).build();
            if (spec instanceof LayerSpec.Conv conv)
                return new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
                        .stride(conv.stride(), conv.stride())
                        .nOut(conv.maps())
                        .convolutionMode(
                                conv.padding() == LayerSpec.Padding.SAME
                                        ? ConvolutionMode.Same
                                        : ConvolutionMode.Truncate)
                        .build();
            if (spec instanceof LayerSpec.Pool pool)
                return new SubsamplingLayer.Builder(kind(pool.kind()))
                        .kernelSize(pool.size(), pool.size())
                        .stride(pool.stride(), pool.stride())
                        .pnorm(2)
                        .convolutionMode(ConvolutionMode.Truncate)
                        .build();
            if (spec instanceof LayerSpec.GlobalAveragePool) return new GlobalPoolingLayer(PoolingType.AVG);
            if (spec instanceof LayerSpec.BatchNorm) return new BatchNormalization.Builder().build();
            if (spec instanceof LayerSpec.Dropout dropout) return new DropoutLayer.Builder(1 - dropout.rate()).build();
            if (spec instanceof LayerSpec.Output output)
                return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nOut(output.classes())
                        .build();
            return new ActivationLayer(Activation.IDENTITY);
        }

        private static SubsamplingLayer.PoolingType kind(LayerSpec.PoolKind kind) {
            return switch (kind) {
                case MAX -> SubsamplingLayer.PoolingType.MAX;
                case AVERAGE -> SubsamplingLayer.PoolingType.AVG;
                case L2 -> SubsamplingLayer.PoolingType.PNORM;
            };
        }
    }
}
