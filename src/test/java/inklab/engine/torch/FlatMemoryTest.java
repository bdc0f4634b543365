package inklab.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.Batch;
import inklab.engine.Engine;
import inklab.engine.EveryLayer;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the garbage collector does not see must not grow. */
class FlatMemoryTest {
    private static final NetSpec NET = EveryLayer.net(
            new Shape(1, 14, 14),
            EveryLayer.conv(8, 3, 1, LayerSpec.Padding.SAME, Activation.RELU),
            new LayerSpec.BatchNorm(),
            EveryLayer.pool(LayerSpec.PoolKind.MAX, 2, 2),
            new LayerSpec.Dropout(0.25),
            new LayerSpec.Residual(List.of(
                    EveryLayer.conv(8, 3, 1, LayerSpec.Padding.SAME, Activation.TANH),
                    new LayerSpec.Activate(Activation.RELU))),
            new LayerSpec.Dense(32, Activation.TANH, EveryLayer.INIT));

    /** A handle left behind at every step would be 3,000 tensors of some kilobytes: 100 MB and more. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void three_thousand_steps_leave_no_memory_behind() throws IOException {
        Random random = new Random(1);
        float[] images = new float[32 * 196];
        for (int i = 0; i < images.length; i++) images[i] = random.nextFloat();
        Batch batch = new Batch(32, images, random.ints(32, 0, 4).toArray());
        try (Engine torch = Torch.open();
                Network network = torch.network(
                        NET, new NetworkSettings(new Optimizer.Adam(0.9, 0.999, 1e-8), 1e-4, 1, 1, 32, 2, "cpu"))) {
            // Until then the virtual machine's own heap grows, by as much as this.
            run(network, batch, 0, 3000);
            long before = residentBytes();
            run(network, batch, 3000, 6000);
            assertThat(residentBytes() - before).as("growth in bytes").isLessThan(40L << 20);
        }
    }

    private static void run(Network network, Batch batch, int from, int to) {
        for (int k = from; k < to; k++) {
            network.step(batch, new Step(k, 0.001, k % 10 == 0));
            if (k % 100 == 0) {
                network.predict(batch.images(), 32);
                network.saliency(batch.images(), 1);
                network.activations(batch.images());
                network.optimizerState();
            }
        }
    }

    private static long residentBytes() throws IOException {
        System.gc();
        for (String line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        throw new IOException("no VmRSS");
    }
}
