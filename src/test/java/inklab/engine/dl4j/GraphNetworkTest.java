package inklab.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.engine.CrossCheck;
import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EveryLayer;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.engine.Weights;
import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The graph that is for cards, on the processor: ND4J's operations are the same to it there. */
class GraphNetworkTest extends CrossCheck {
    @Override
    protected Engine other() {
        return new Engine() {
            @Override
            public String id() {
                return "graph";
            }

            @Override
            public List<Device> devices() {
                return List.of();
            }

            @Override
            public Network network(NetSpec net, NetworkSettings settings) {
                return new GraphNetwork(Inference.of(net), settings);
            }

            @Override
            public void close() {}
        };
    }

    /** Where a whole window of a pooling is 0, its derivative must not be 0/0. */
    @Test
    void pooling_by_the_square_root_of_squares_survives_zeros() {
        NetSpec net = EveryLayer.net(
                new Shape(1, 6, 6),
                EveryLayer.conv(3, 3, 1, LayerSpec.Padding.VALID, Activation.RELU),
                EveryLayer.pool(LayerSpec.PoolKind.L2, 2, 2));
        try (Network network = new GraphNetwork(Inference.of(net), settings(new Optimizer.Sgd(), 0, 0))) {
            Weights weights = network.weights();
            Arrays.fill(weights.get("0.bias").values(), -100);
            network.load(weights);
            network.step(batch(net, IMAGES, 1), new Step(0, 0.1, false));
            assertThat(network.weights().get("0.weight").values())
                    .containsExactly(weights.get("0.weight").values());
        }
    }

    @Test
    void more_images_are_read_than_find_room_at_a_time() {
        NetSpec net = EveryLayer.net(new Shape(1, 6, 6), new LayerSpec.Dense(5, Activation.TANH, EveryLayer.INIT));
        try (Network network = new GraphNetwork(Inference.of(net), NetworkSettings.forPredicting())) {
            float[] images = batch(net, 81, 4).images();
            float[] all = network.predict(images, 81);
            int size = net.input().size();
            float[] last = network.predict(Arrays.copyOfRange(images, 80 * size, 81 * size), 1);
            for (int k = 0; k < 4; k++) assertThat(all[80 * 4 + k]).isCloseTo(last[k], within(1e-6f));
        }
    }

    @Test
    void a_full_card_is_told_from_other_faults() {
        assertThat(CudaMemory.isFull(new RuntimeException("[DEVICE] allocation failed; Error code: [2]")))
                .isTrue();
        assertThat(CudaMemory.isFull(new RuntimeException(
                        "in layer 3",
                        new RuntimeException("cudaMalloc failed; Bytes: [12]; Error code [2]; DEVICE [0]"))))
                .isTrue();
        assertThat(CudaMemory.isFull(new RuntimeException("[DEVICE] deallocation failed; Error code: [700]")))
                .isFalse();
        assertThat(CudaMemory.isFull(new RuntimeException((String) null))).isFalse();
    }
}
