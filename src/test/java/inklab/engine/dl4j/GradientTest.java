package inklab.engine.dl4j;

import static inklab.engine.EveryLayer.INIT;
import static inklab.engine.EveryLayer.conv;
import static inklab.engine.EveryLayer.net;
import static inklab.engine.EveryLayer.pool;
import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.Batch;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.engine.Weights;
import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients against finite differences of the loss, for every kind of layer. */
class GradientTest {
    static {
        Natives.load();
    }

    @ParameterizedTest
    @MethodSource("inklab.engine.EveryLayer#nets")
    void gradients_agree_with_finite_differences(NetSpec net) {
        check(net);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void every_activation_has_the_right_derivative(Activation f) {
        check(net(new Shape(1, 5, 5), new LayerSpec.Dense(9, f, INIT)));
        check(net(new Shape(2, 6, 6), conv(3, 3, 1, LayerSpec.Padding.VALID, f), pool(LayerSpec.PoolKind.MAX, 2, 2)));
    }

    @Test
    void saliency_is_the_gradient_of_the_logit_with_respect_to_the_picture() {
        NetSpec net = net(
                new Shape(1, 9, 9),
                conv(3, 3, 1, LayerSpec.Padding.SAME, Activation.TANH),
                pool(LayerSpec.PoolKind.AVERAGE, 3, 3),
                new LayerSpec.Dense(6, Activation.TANH, INIT));
        try (Dl4jNetwork network = network(net, 1)) {
            float[] image = random(new Random(3), 81);
            float[] saliency = network.saliency(image, 2);
            for (int i = 0; i < image.length; i += 7) {
                float[] up = image.clone();
                float[] down = image.clone();
                up[i] += 0.02f;
                down[i] -= 0.02f;
                // Differences of log-probabilities are differences of logits but for the normaliser, which pairs of
                // classes cancel.
                double slope = (margin(network, up) - margin(network, down)) / 0.04;
                float[] other = network.saliency(image, 0);
                assertThat(saliency[i] - other[i]).isCloseTo((float) slope, org.assertj.core.data.Offset.offset(2e-3f));
            }
        }
    }

    private static double margin(Dl4jNetwork network, float[] image) {
        float[] p = network.predict(image, 1);
        return Math.log(p[2]) - Math.log(p[0]);
    }

    private static void check(NetSpec net) {
        int n = 6;
        Random random = new Random(5);
        Batch batch = new Batch(
                n, random(random, n * net.input().size()), random.ints(n, 0, 4).toArray());
        try (Dl4jNetwork network = network(net, n)) {
            Weights weights = spread(network.weights(), random);
            network.load(weights);
            Weights gradients = network.gradients(batch, 7);
            for (String name : weights.names()) {
                if (name.contains("running")) continue;
                float[] values = weights.get(name).values();
                for (int k = 0; k < 6; k++) {
                    int i = random.nextInt(values.length);
                    double actual = gradients.get(name).values()[i];
                    double wide = slope(network, weights, name, i, batch, 2e-3f);
                    // Where max pooling changes its mind within the step, a shorter step does not reach that far.
                    double expected = near(actual, wide) ? wide : slope(network, weights, name, i, batch, 2e-4f);
                    assertThat(near(actual, expected))
                            .as("%s [%d] of %s: %f, but the difference quotient is %f", name, i, net, actual, expected)
                            .isTrue();
                }
            }
        }
    }

    private static boolean near(double actual, double expected) {
        return Math.abs(actual - expected) <= 2e-3 + 0.02 * Math.abs(expected);
    }

    /** A central difference; the loss comes from a step with learning rate 0, which leaves the weights as they are. */
    private static double slope(Dl4jNetwork network, Weights weights, String name, int i, Batch batch, float h) {
        double up = loss(network, nudged(weights, name, i, h), batch);
        double down = loss(network, nudged(weights, name, i, -h), batch);
        return (up - down) / (2 * h);
    }

    private static double loss(Dl4jNetwork network, Weights weights, Batch batch) {
        network.load(weights);
        return network.step(batch, new Step(7, 0, false)).loss();
    }

    private static Weights nudged(Weights weights, String name, int i, float by) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>(weights.tensors());
        float[] values = weights.get(name).values().clone();
        values[i] += by;
        tensors.put(name, new Weights.Tensor(weights.get(name).shape(), values));
        return new Weights(tensors);
    }

    /** Biases and batch normalisation's offsets away from their special first values. */
    private static Weights spread(Weights weights, Random random) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> {
            float[] values = tensor.values().clone();
            if (!name.contains("running"))
                for (int i = 0; i < values.length; i++) values[i] += (float) (0.1 * random.nextGaussian());
            tensors.put(name, new Weights.Tensor(tensor.shape(), values));
        });
        return new Weights(tensors);
    }

    private static Dl4jNetwork network(NetSpec net, int batch) {
        return new Dl4jNetwork(Inference.of(net), new NetworkSettings(new Optimizer.Sgd(), 0, 0, 11, batch, 1, "cpu"));
    }

    private static float[] random(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) random.nextGaussian();
        return values;
    }
}
