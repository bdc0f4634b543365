package inklab.engine.torch;

import static inklab.engine.EveryLayer.INIT;
import static inklab.engine.EveryLayer.conv;
import static inklab.engine.EveryLayer.net;
import static inklab.engine.EveryLayer.pool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.engine.Batch;
import inklab.engine.Engine;
import inklab.engine.LayerStats;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Safetensors;
import inklab.engine.Step;
import inklab.engine.StepResult;
import inklab.engine.Weights;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two engines, written by nobody together, compute the same: each is the other's reference. */
class CrossCheckTest {
    private static final int IMAGES = 70;
    private static Engine dl4j;
    private static Engine torch;

    @BeforeAll
    static void open() {
        Torch.assumeHere();
        // The window opens them in this order, too: each brings its own OpenBLAS and OpenMP.
        dl4j = new Dl4jEngine();
        torch = Torch.open();
    }

    @AfterAll
    static void close() {
        if (torch != null) torch.close();
        if (dl4j != null) dl4j.close();
    }

    private static Batch batch(NetSpec net, int n, long seed) {
        Random random = new Random(seed);
        float[] images = new float[n * net.input().size()];
        for (int i = 0; i < images.length; i++) images[i] = (float) random.nextGaussian();
        return new Batch(n, images, random.ints(n, 0, 4).toArray());
    }

    private static NetworkSettings settings(Optimizer optimizer, double l2, double clip) {
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
        return inklab.engine.EveryLayer.nets();
    }

    @ParameterizedTest
    @MethodSource("nets")
    void loss_and_gradients_of_the_first_step_agree(NetSpec net) {
        Batch batch = batch(net, IMAGES, 3);
        // A large step, so that subtracting the weights afterwards leaves their digits to the gradient.
        double rate = 4096;
        try (Network a = dl4j.network(net, settings(new Optimizer.Sgd(), 0, 0));
                Network b = torch.network(net, settings(new Optimizer.Sgd(), 0, 0))) {
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

    /** Ten steps on one engine and ten on the other, weights and memory changing places between them. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void a_training_may_change_engines_on_its_way(Optimizer optimizer, @TempDir Path folder) throws Exception {
        NetSpec net =
                net(new Shape(1, 6, 6), new LayerSpec.Dense(12, Activation.TANH, INIT), new LayerSpec.BatchNorm());
        for (boolean there : new boolean[] {true, false}) {
            try (Network whole = dl4j.network(net, settings(optimizer, 1e-3, 0.5));
                    Network begun = (there ? torch : dl4j).network(net, settings(optimizer, 1e-3, 0.5));
                    Network ended = (there ? dl4j : torch).network(net, settings(optimizer, 1e-3, 0.5))) {
                List<Double> losses = new ArrayList<>();
                for (int k = 0; k < 20; k++)
                    losses.add(whole.step(batch(net, IMAGES, k), new Step(k, 0.01, false))
                            .loss());
                for (int k = 0; k < 10; k++) begun.step(batch(net, IMAGES, k), new Step(k, 0.01, false));
                Safetensors.write(folder.resolve("weights"), begun.weights());
                Safetensors.write(folder.resolve("state"), begun.optimizerState());
                ended.load(
                        Safetensors.read(folder.resolve("weights")).weights(),
                        Safetensors.read(folder.resolve("state")).weights());
                for (int k = 10; k < 20; k++)
                    assertThat(ended.step(batch(net, IMAGES, k), new Step(k, 0.01, false))
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
                Network b = torch.network(net, settings(new Optimizer.Sgd(), 0, 0))) {
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
    void any_number_of_threads_gives_the_same_weights_bit_for_bit() {
        NetSpec net = net(
                new Shape(1, 12, 12),
                conv(6, 3, 1, LayerSpec.Padding.VALID, Activation.RELU),
                new LayerSpec.BatchNorm(),
                pool(LayerSpec.PoolKind.MAX, 2, 2),
                new LayerSpec.Dropout(0.25),
                new LayerSpec.Dense(20, Activation.TANH, INIT));
        String one = trained(net, 1);
        assertThat(trained(net, 1)).isEqualTo(one);
        assertThat(trained(net, 2)).isEqualTo(one);
        assertThat(trained(net, 5)).isEqualTo(one);
    }

    private static String trained(NetSpec net, int threads) {
        NetworkSettings settings =
                settings(new Optimizer.Adam(0.9, 0.999, 1e-8), 1e-4, 0.1).withThreads(threads);
        try (Network network = torch.network(net, settings)) {
            for (int k = 0; k < 8; k++)
                network.step(batch(net, k == 7 ? 33 : IMAGES, k), new Step(k, 0.01, k % 3 == 0));
            return Safetensors.sha256(network.weights());
        }
    }

    @Test
    void a_loss_that_is_not_finite_names_the_layer_and_leaves_the_weights() {
        NetSpec net = net(
                new Shape(1, 6, 6),
                new LayerSpec.Dense(8, Activation.RELU, INIT),
                new LayerSpec.Dense(8, Activation.IDENTITY, INIT));
        try (Network network = torch.network(net, settings(new Optimizer.Sgd(), 0, 0))) {
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
