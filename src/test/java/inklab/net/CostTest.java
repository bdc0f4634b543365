package inklab.net;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.PoolKind;
import inklab.net.LayerSpec.Residual;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final NetSpec CIRESAN =
            net(new Shape(1, 29, 29), conv(20, 4), max(2), conv(40, 5), max(3), dense(150), ten());

    private static Conv conv(int maps, int kernel) {
        return new Conv(maps, kernel, 1, Padding.VALID, Activation.TANH, WeightInit.GLOROT);
    }

    private static Pool max(int size) {
        return new Pool(PoolKind.MAX, size, size);
    }

    private static Dense dense(int units) {
        return new Dense(units, Activation.TANH, WeightInit.GLOROT);
    }

    private static Output ten() {
        return new Output(10, WeightInit.GLOROT);
    }

    private static NetSpec net(Shape input, LayerSpec... layers) {
        return new NetSpec(input, List.of(layers));
    }

    @Test
    void the_ciresan_net_has_76040_weights_counted_by_hand() {
        Cost cost = Cost.of(CIRESAN);
        assertThat(cost.layers()).map(Cost.Layer::parameters).containsExactly(340L, 0L, 20_040L, 0L, 54_150L, 1_510L);
        assertThat(cost.total().parameters()).isEqualTo(76_040);
        assertThat(cost.layers())
                .map(Cost.Layer::multiplyAdds)
                .containsExactly(216_320L, 0L, 1_620_000L, 0L, 54_000L, 1_500L);
        assertThat(cost.total().multiplyAdds()).isEqualTo(1_891_820);
    }

    @Test
    void memory_is_activations_and_gradients_for_the_batch_and_weights_with_what_is_remembered() {
        Cost cost = Cost.of(CIRESAN);
        assertThat(cost.input()).isEqualTo(29 * 29 * 4);
        assertThat(cost.layers().get(0).activationBytes()).isEqualTo(20 * 26 * 26 * 4);
        long numbers = 841 + 13_520 + 3_380 + 3_240 + 360 + 150 + 10;
        assertThat(cost.total().activationBytes()).isEqualTo(4 * numbers);
        assertThat(cost.trainingBytes(128, new Optimizer.Sgd())).isEqualTo(128 * 8 * numbers + 76_040 * 8);
        assertThat(cost.trainingBytes(128, new Optimizer.Adam(0.9, 0.999, 1e-8)))
                .isEqualTo(128 * 8 * numbers + 76_040 * 16);
    }

    @Test
    void known_nets_have_their_published_counts() {
        // Keras' own summary of its MNIST example, conv 32-64, dense 128.
        assertThat(Cost.of(net(new Shape(1, 28, 28), conv(32, 3), conv(64, 3), max(2), dense(128), ten()))
                        .total()
                        .parameters())
                .isEqualTo(1_199_882);
        // Keras' own summary of mnist_mlp.
        assertThat(Cost.of(net(new Shape(1, 28, 28), dense(512), dense(512), ten()))
                        .total()
                        .parameters())
                .isEqualTo(669_706);
        // Cireşan et al. (2010), table 1: 12.11 million weights (biases included).
        assertThat(Cost.of(net(
                                        new Shape(1, 29, 29),
                                        dense(2500),
                                        dense(2000),
                                        dense(1500),
                                        dense(1000),
                                        dense(500),
                                        ten()))
                                .total()
                                .parameters()
                        / 10_000)
                .isEqualTo(1211);
    }

    @Test
    void a_block_costs_what_its_body_costs_and_its_own_sum() {
        Conv same = new Conv(8, 3, 1, Padding.SAME, Activation.RELU, WeightInit.GLOROT);
        Cost.Layer block = Cost.of(net(new Shape(8, 5, 5), new Residual(List.of(same, new BatchNorm())), ten()))
                .layers()
                .get(0);
        assertThat(block.parameters()).isEqualTo(8 * (8 * 9 + 1) + 2 * 8);
        assertThat(block.statistics()).isEqualTo(2 * 8);
        assertThat(block.activationBytes()).isEqualTo(3 * 8 * 25 * 4);
        assertThat(block.multiplyAdds()).isEqualTo(8 * 25 * 8 * 9 + 8 * 25);
    }
}
