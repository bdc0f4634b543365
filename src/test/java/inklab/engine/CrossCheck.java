package inklab.engine;

import static inklab.engine.EveryLayer.INIT;
import static inklab.engine.EveryLayer.conv;
import static inklab.engine.EveryLayer.net;
import static inklab.engine.EveryLayer.pool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.engine.dl4j.Dl4jEngine;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two ways of computing, written by nobody together, come to the same: each is the other's reference. */
public abstract class CrossCheck {
    protected static final int IMAGES = 70;
    private static Engine dl4j;
    private static Engine other;

    /** What is checked against the default engine on the processor; opened after it, as the window does: each may bring its own OpenBLAS. */
    protected abstract Engine other();

    @BeforeAll
    static void open() {
        dl4j = new Dl4jEngine();
    }

    @BeforeEach
    void openOther() {
        if (other == null) other = other();
    }

    @AfterAll
    static void close() {
        if (other != null) other.close();
        other = null;
        dl4j.close();
    }

    protected static Batch batch(NetSpec net, int n, long seed) {
        Random random = new Random(seed);
        float[] images = new float[n * net.input().size()];
        for (int i = 0; i < images.length; i++) images[i] = (float) random.nextGaussian();
        return new Batch(n, images, random.ints(n, 0, 4).toArray());
    }

    protected static NetworkSettings settings(Optimizer optimizer, double l2, double clip) {
        return new NetworkSettings(optimizer, l2, clip, 5, IMAGES, 2, "cpu");
    }

    /** Biases and batch normalisation's offsets away from their special first values. */
    private static Weights spread(Weights weights) {
        Random random = new Random(9);
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> {
            float[] values = tensor.values().clone();
            if (!name.contains("running"))
                for (int i = 0; i < values.length; i++) values[i] += (float) (0.1 * random.nextGaussian());
            tensors.put(name, new Weights.Tensor(tensor.shape(), values));
        });
        return new Weights(tensors);
    }

    /** But for what is 0 by right, such as the gradient of a bias before batch normalisation. */
    private static void assertClose(Weights a, Weights b, double relative, String what) {
        assertThat(a.names()).isEqualTo(b.names());
        for (String name : a.names()) {
            float[] left = a.get(name).values();
            float[] right = b.get(name).values();
            double most = 0;
            double apart = 0;
            for (int i = 0; i < left.length; i++) {
                most = Math.max(most, Math.abs(left[i]));
                apart = Math.max(apart, Math.abs(left[i] - right[i]));
            }
            assertThat(apart)
                    .as("%s of %s, of which the largest is %g", what, name, most)
                    .isLessThanOrEqualTo(relative * most + 1e-6);
        }
    }

    static Stream<NetSpec> nets() {
        return EveryLayer.nets();
    }

    @ParameterizedTest
    @MethodSource("nets")
    void loss_and_gradients_of_the_first_step_agree(NetSpec net) {
        Batch batch = batch(net, IMAGES, 3);
        // A large step, so that subtracting the weights afterwards leaves their digits to the gradient.
        double rate = 4096;
        try (Network a = dl4j.network(net, settings(new Optimizer.Sgd(), 0, 0));
                Network b = other.network(net, settings(new Optimizer.Sgd(), 0, 0))) {
            assertThat(Safetensors.sha256(a.weights())).isEqualTo(Safetensors.sha256(b.weights()));
            Weights first = spread(a.weights());
            a.load(first);
            b.load(first);
            StepResult left = a.step(batch, new Step(7, rate, true));
            StepResult right = b.step(batch, new Step(7, rate, true));
            assertThat(right.loss()).isCloseTo(left.loss(), within(1e-4 * left.loss()));
            assertThat(right.errors()).isEqualTo(left.errors());
            assertClose(moved(first, a.weights(), rate), moved(first, b.weights(), rate), 1e-4, "gradient");
            assertAlike(left.layers(), right.layers());
        }
    }

    private static Weights moved(Weights from, Weights to, double rate) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        from.tensors().forEach((name, tensor) -> {
            float[] values = tensor.values().clone();
            float[] now = to.get(name).values();
            double scale = name.contains("running") ? 1 : rate;
            for (int i = 0; i < values.length; i++) values[i] = (float) (((double) values[i] - now[i]) / scale);
            tensors.put(name, new Weights.Tensor(tensor.shape(), values));
        });
        return new Weights(tensors);
    }

    private static void assertAlike(List<LayerStats> left, List<LayerStats> right) {
        assertThat(right).hasSameSizeAs(left);
        for (int i = 0; i < left.size(); i++) {
            LayerStats a = left.get(i);
            LayerStats b = right.get(i);
            assertThat(b.name()).isEqualTo(a.name());
            assertThat(b.layer()).isEqualTo(a.layer());
            assertThat(b.updateToWeight()).isCloseTo(a.updateToWeight(), within(1e-3));
            assertThat(b.gradientToWeight()).isCloseTo(a.gradientToWeight(), within(1e-3 * a.gradientToWeight()));
            assertThat(b.activationMean()).isCloseTo(a.activationMean(), within(1e-4));
            assertThat(b.activationSigma()).isCloseTo(a.activationSigma(), within(1e-4));
            assertThat(b.deadShare()).isEqualTo(a.deadShare());
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void every_activation_agrees(Activation f) {
        loss_and_gradients_of_the_first_step_agree(net(
                new Shape(2, 6, 6),
                conv(3, 3, 1, LayerSpec.Padding.VALID, f),
                pool(LayerSpec.PoolKind.MAX, 2, 2),
                new LayerSpec.Dense(9, f, INIT)));
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Optimizer.Sgd(),
                new Optimizer.Momentum(0.9),
                new Optimizer.Nesterov(0.9),
                new Optimizer.RmsProp(0.9, 1e-7),
                new Optimizer.Adam(0.9, 0.999, 1e-8));
    }

    /** A mini-batch that is cut into a whole chunk and one image, which batch normalisation then has alone. */
    private static Batch shorter(NetSpec net, int k) {
        return batch(net, k % 10 == 7 ? IMAGES / 2 + 1 : IMAGES, k);
    }

    /** Ten steps on one engine and ten on the other, weights and memory changing places between them. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void a_training_may_change_engines_on_its_way(Optimizer optimizer, @TempDir Path folder) throws Exception {
        NetSpec net =
                net(new Shape(1, 6, 6), new LayerSpec.Dense(12, Activation.TANH, INIT), new LayerSpec.BatchNorm());
        for (boolean there : new boolean[] {true, false}) {
            try (Network whole = dl4j.network(net, settings(optimizer, 1e-3, 0.5));
                    Network begun = (there ? other : dl4j).network(net, settings(optimizer, 1e-3, 0.5));
                    Network ended = (there ? dl4j : other).network(net, settings(optimizer, 1e-3, 0.5))) {
                List<Double> losses = new ArrayList<>();
                for (int k = 0; k < 20; k++)
                    losses.add(whole.step(shorter(net, k), new Step(k, 0.01, false))
                            .loss());
                for (int k = 0; k < 10; k++) begun.step(shorter(net, k), new Step(k, 0.01, false));
                Safetensors.write(folder.resolve("weights"), begun.weights());
                Safetensors.write(folder.resolve("state"), begun.optimizerState());
                ended.load(
                        Safetensors.read(folder.resolve("weights")).weights(),
                        Safetensors.read(folder.resolve("state")).weights());
                for (int k = 10; k < 20; k++)
                    assertThat(ended.step(shorter(net, k), new Step(k, 0.01, false))
                                    .loss())
                            .isCloseTo(losses.get(k), within(1e-3));
                assertClose(whole.weights(), ended.weights(), 5e-3, "weight");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void what_is_seen_inside_agrees(NetSpec net) {
        float[] images = batch(net, 5, 3).images();
        float[] image = java.util.Arrays.copyOf(images, net.input().size());
        try (Network a = dl4j.network(net, settings(new Optimizer.Sgd(), 0, 0));
                Network b = other.network(net, settings(new Optimizer.Sgd(), 0, 0))) {
            assertClose(a.predict(images, 5), b.predict(images, 5), "probabilities");
            assertClose(a.saliency(image, 2), b.saliency(image, 2), "saliency");
            List<float[]> left = a.activations(image);
            List<float[]> right = b.activations(image);
            assertThat(right).hasSameSizeAs(left);
            for (int i = 0; i < left.size(); i++) assertClose(left.get(i), right.get(i), "layer " + i);
        }
    }

    private static void assertClose(float[] a, float[] b, String what) {
        assertThat(b).as(what).hasSameSizeAs(a);
        for (int i = 0; i < a.length; i++)
            assertThat(b[i]).as(what).isCloseTo(a[i], within(1e-5f + 1e-4f * Math.abs(a[i])));
    }

    @Test
    void a_loss_that_is_not_finite_names_the_layer_and_leaves_the_weights() {
        NetSpec net = net(
                new Shape(1, 6, 6),
                new LayerSpec.Dense(8, Activation.RELU, INIT),
                new LayerSpec.Dense(8, Activation.IDENTITY, INIT));
        try (Network network = other.network(net, settings(new Optimizer.Sgd(), 0, 0))) {
            Weights weights = network.weights();
            weights.get("1.weight").values()[3] = Float.NaN;
            network.load(weights);
            StepResult result = network.step(batch(net, IMAGES, 1), new Step(0, 0.1, false));
            assertThat(result.firstBadLayer()).isEqualTo(1);
            assertThat(network.weights().get("0.weight").values())
                    .containsExactly(weights.get("0.weight").values());
        }
    }
}
