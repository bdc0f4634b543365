package inklab.engine.torch;

import static inklab.engine.EveryLayer.INIT;
import static inklab.engine.EveryLayer.conv;
import static inklab.engine.EveryLayer.net;
import static inklab.engine.EveryLayer.pool;
import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.CrossCheck;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Safetensors;
import inklab.engine.Step;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import org.junit.jupiter.api.Test;

/** LibTorch on the processor. */
class CrossCheckTest extends CrossCheck {
    @Override
    protected Engine other() {
        return Torch.open();
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
        try (Engine torch = Torch.open();
                Network network = torch.network(net, settings)) {
            for (int k = 0; k < 8; k++)
                network.step(batch(net, k == 7 ? 33 : IMAGES, k), new Step(k, 0.01, k % 3 == 0));
            return Safetensors.sha256(network.weights());
        }
    }
}
