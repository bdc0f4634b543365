package inklab.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import inklab.engine.Batch;
import inklab.engine.NetworkSettings;
import inklab.engine.Safetensors;
import inklab.engine.Step;
import inklab.engine.StepResult;
import inklab.engine.Weights;
import inklab.net.Activation;
import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import inklab.net.WeightInit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Dl4jNetworkTest {
    private static final WeightInit INIT = WeightInit.GLOROT;

    static {
        Natives.load();
    }

    /** Convolutions, dropout, batch normalisation and a residual block in one. */
    private static final NetSpec MIXED = new NetSpec(
            new Shape(1, 12, 12),
            List.of(
                    new LayerSpec.Conv(6, 3, 1, LayerSpec.Padding.VALID, Activation.RELU, INIT),
                    new LayerSpec.BatchNorm(),
                    new LayerSpec.Residual(
                            List.of(new LayerSpec.Conv(6, 3, 1, LayerSpec.Padding.SAME, Activation.TANH, INIT))),
                    new LayerSpec.Pool(LayerSpec.PoolKind.MAX, 2, 2),
                    new LayerSpec.Dropout(0.25),
                    new LayerSpec.Dense(20, Activation.TANH, INIT),
                    new LayerSpec.Dropout(0.5),
                    new LayerSpec.Output(10, INIT)));

    private static Batch batch(NetSpec net, int n, long seed) {
        Random random = new Random(seed);
        float[] images = new float[n * net.input().size()];
        for (int i = 0; i < images.length; i++) images[i] = random.nextFloat();
        return new Batch(n, images, random.ints(n, 0, 10).toArray());
    }

    private static Dl4jNetwork network(NetSpec net, Optimizer optimizer, int threads) {
        return new Dl4jNetwork(Inference.of(net), new NetworkSettings(optimizer, 1e-4, 0, 5, 128, threads, "cpu"));
    }

    private static String trained(Optimizer optimizer, int threads) {
        try (Dl4jNetwork network = network(MIXED, optimizer, threads)) {
            for (int k = 0; k < 8; k++) network.step(batch(MIXED, k == 7 ? 77 : 128, k), new Step(k, 0.01, k % 3 == 0));
            return Safetensors.sha256(network.weights());
        }
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Optimizer.Sgd(),
                new Optimizer.Momentum(0.9),
                new Optimizer.Nesterov(0.9),
                new Optimizer.RmsProp(0.9, 1e-7),
                new Optimizer.Adam(0.9, 0.999, 1e-8));
    }

    private static long crew() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("inklab-engine-"))
                .count();
    }

    private static float[] read(NetSpec net, int threads) {
        long before = crew();
        try (Dl4jNetwork network = new Dl4jNetwork(Inference.of(net), NetworkSettings.forReading(threads))) {
            assertThat(crew() - before).as("threads beside the caller's").isEqualTo(threads - 1);
            return network.predict(batch(net, 300, 3).images(), 300);
        }
    }

    @Test
    void images_are_read_on_as_many_cores_as_are_given_with_the_same_answers_to_the_bit() {
        NetSpec dense = new NetSpec(
                new Shape(1, 12, 12),
                List.of(new LayerSpec.Dense(50, Activation.TANH, INIT), new LayerSpec.Output(10, INIT)));
        for (NetSpec net : List.of(MIXED, dense)) {
            float[] one = read(net, 1);
            assertThat(read(net, 2)).isEqualTo(one);
            assertThat(read(net, 5)).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void any_number_of_threads_gives_the_same_weights_bit_for_bit(Optimizer optimizer) {
        String one = trained(optimizer, 1);
        assertThat(trained(optimizer, 2)).isEqualTo(one);
        assertThat(trained(optimizer, 3)).isEqualTo(one);
        assertThat(trained(optimizer, 16)).isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void a_network_taken_up_from_its_weights_and_memory_goes_on_as_if_never_stopped(Optimizer optimizer) {
        Weights weights;
        Weights memory;
        try (Dl4jNetwork network = network(MIXED, optimizer, 2)) {
            for (int k = 0; k < 4; k++) network.step(batch(MIXED, 128, k), new Step(k, 0.01, false));
            weights = network.weights();
            memory = network.optimizerState();
        }
        try (Dl4jNetwork network = network(MIXED, optimizer, 1)) {
            network.load(weights, memory);
            for (int k = 4; k < 8; k++) network.step(batch(MIXED, k == 7 ? 77 : 128, k), new Step(k, 0.01, false));
            assertThat(Safetensors.sha256(network.weights())).isEqualTo(trained(optimizer, 2));
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void updates_follow_the_published_formulas(Optimizer optimizer) {
        NetSpec net = new NetSpec(new Shape(1, 3, 3), List.of(new LayerSpec.Output(10, INIT)));
        double rate = 0.05;
        double[] reference = new double[90];
        double[] m = new double[90];
        double[] v = new double[90];
        if (optimizer instanceof Optimizer.RmsProp) java.util.Arrays.fill(v, 0);
        try (Dl4jNetwork network =
                new Dl4jNetwork(Inference.of(net), new NetworkSettings(optimizer, 0, 0, 5, 4, 1, "cpu"))) {
            float[] first = network.weights().get("0.weight").values();
            for (int i = 0; i < 90; i++) reference[i] = first[i];
            for (int t = 1; t <= 5; t++) {
                Batch batch = batch(net, 4, t);
                float[] g = network.gradients(batch, t).get("0.weight").values();
                for (int i = 0; i < 90; i++) reference[i] += change(optimizer, rate, g[i], m, v, i, t);
                network.step(batch, new Step(t - 1, rate, false));
                float[] now = network.weights().get("0.weight").values();
                for (int i = 0; i < 90; i++) assertThat((double) now[i]).isCloseTo(reference[i], within(1e-4));
            }
        }
    }

    private static double change(Optimizer optimizer, double rate, double g, double[] m, double[] v, int i, int t) {
        if (optimizer instanceof Optimizer.Momentum o) {
            m[i] = o.momentum() * m[i] - rate * g;
            return m[i];
        }
        if (optimizer instanceof Optimizer.Nesterov o) {
            double before = m[i];
            m[i] = o.momentum() * m[i] - rate * g;
            return (1 + o.momentum()) * m[i] - o.momentum() * before;
        }
        if (optimizer instanceof Optimizer.RmsProp o) {
            v[i] = o.decay() * v[i] + (1 - o.decay()) * g * g;
            return -rate * g / (Math.sqrt(v[i]) + o.epsilon());
        }
        if (optimizer instanceof Optimizer.Adam o) {
            m[i] = o.beta1() * m[i] + (1 - o.beta1()) * g;
            v[i] = o.beta2() * v[i] + (1 - o.beta2()) * g * g;
            double mean = m[i] / (1 - Math.pow(o.beta1(), t));
            double square = v[i] / (1 - Math.pow(o.beta2(), t));
            return -rate * mean / (Math.sqrt(square) + o.epsilon());
        }
        return -rate * g;
    }

    @Test
    void weight_decay_pulls_weights_and_leaves_biases() {
        NetSpec net = new NetSpec(new Shape(1, 3, 3), List.of(new LayerSpec.Output(10, INIT)));
        Batch batch = batch(net, 4, 1);
        try (Dl4jNetwork plain = new Dl4jNetwork(
                        Inference.of(net), new NetworkSettings(new Optimizer.Sgd(), 0, 0, 5, 4, 1, "cpu"));
                Dl4jNetwork decayed = new Dl4jNetwork(
                        Inference.of(net), new NetworkSettings(new Optimizer.Sgd(), 0.1, 0, 5, 4, 1, "cpu"))) {
            float[] first = plain.weights().get("0.weight").values();
            plain.step(batch, new Step(0, 0.5, false));
            decayed.step(batch, new Step(0, 0.5, false));
            float[] a = plain.weights().get("0.weight").values();
            float[] b = decayed.weights().get("0.weight").values();
            for (int i = 0; i < a.length; i++) assertThat(b[i]).isCloseTo(a[i] - 0.05f * first[i], within(1e-6f));
            assertThat(decayed.weights().get("0.bias").values())
                    .containsExactly(plain.weights().get("0.bias").values());
        }
    }

    @Test
    void clipping_bounds_the_length_of_the_whole_update() {
        Batch batch = batch(MIXED, 128, 1);
        try (Dl4jNetwork network = new Dl4jNetwork(
                Inference.of(MIXED), new NetworkSettings(new Optimizer.Sgd(), 0, 1e-3, 5, 128, 2, "cpu"))) {
            Weights before = network.weights();
            network.step(batch, new Step(0, 1, false));
            Weights after = network.weights();
            double squares = 0;
            for (String name : before.names()) {
                if (name.contains("running")) continue;
                for (int i = 0; i < before.get(name).values().length; i++)
                    squares += Math.pow(
                            after.get(name).values()[i] - before.get(name).values()[i], 2);
            }
            assertThat(Math.sqrt(squares)).isCloseTo(1e-3, within(5e-6));
        }
    }

    @Test
    void parameter_counts_are_those_of_the_dl4j_network_inside() {
        try (Dl4jNetwork network = network(MIXED, new Optimizer.Sgd(), 1)) {
            Cost.Layer total = Cost.of(MIXED).total();
            assertThat(network.replica().network().numParams()).isEqualTo(total.parameters() + total.statistics());
        }
    }

    @Test
    void a_loss_that_is_not_finite_names_the_layer_and_leaves_the_weights() {
        try (Dl4jNetwork network = network(MIXED, new Optimizer.Sgd(), 2)) {
            Weights weights = network.weights();
            weights.get("5.weight").values()[3] = Float.POSITIVE_INFINITY;
            network.load(weights);
            String before = Safetensors.sha256(network.weights());
            weights.get("7.weight").values()[0] = Float.NaN;
            network.load(weights);
            StepResult result = network.step(batch(MIXED, 128, 1), new Step(0, 0.1, false));
            assertThat(result.firstBadLayer()).isBetween(5, 7);
            weights.get("7.weight").values()[0] =
                    network.weights().get("7.weight").values()[0];
            assertThat(before).isNotEqualTo(Safetensors.sha256(network.weights()));
            assertThat(network.weights().get("0.weight").values())
                    .containsExactly(weights.get("0.weight").values());
        }
    }

    @Test
    void probabilities_sum_to_one_and_do_not_depend_on_the_company() {
        try (Dl4jNetwork network = network(MIXED, new Optimizer.Sgd(), 2)) {
            Batch batch = batch(MIXED, 128, 1);
            float[] together = network.predict(batch.images(), 128);
            for (int i = 0; i < 128; i += 31) {
                float[] alone =
                        network.predict(java.util.Arrays.copyOfRange(batch.images(), i * 144, (i + 1) * 144), 1);
                double sum = 0;
                for (int k = 0; k < 10; k++) {
                    sum += alone[k];
                    assertThat(alone[k]).isCloseTo(together[i * 10 + k], within(1e-5f));
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void activations_have_the_inferred_shapes_and_end_in_the_probabilities() {
        try (Dl4jNetwork network = network(MIXED, new Optimizer.Sgd(), 1)) {
            float[] image = batch(MIXED, 1, 1).images();
            List<float[]> activations = network.activations(image);
            List<Shape> shapes = Inference.of(MIXED).shapes();
            for (int i = 0; i < shapes.size(); i++)
                assertThat(activations.get(i)).hasSize(shapes.get(i).size());
            assertThat(activations.get(7)).containsExactly(network.predict(image, 1));
            for (float v : activations.get(0))
                assertThat(v).as("after the ReLU").isNotNegative();
        }
    }

    @Test
    void observed_steps_report_every_layer_with_weights() {
        try (Dl4jNetwork network = network(MIXED, new Optimizer.Sgd(), 2)) {
            StepResult result = network.step(batch(MIXED, 128, 1), new Step(0, 0.1, true));
            assertThat(result.layers()).extracting(s -> s.layer()).containsExactly(0, 2, 5, 7);
            assertThat(result.layers()).allSatisfy(s -> {
                assertThat(s.updateToWeight()).isBetween(-8.0, 1.0);
                assertThat(s.activationSigma()).isPositive();
                assertThat(s.deadShare()).isBetween(0.0, 1.0);
            });
        }
    }

    @Test
    void weights_of_another_net_are_refused_by_name() {
        try (Dl4jNetwork network = network(MIXED, new Optimizer.Sgd(), 1)) {
            assertThatThrownBy(() -> network.load(Weights.none()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("0.weight");
        }
    }
}
