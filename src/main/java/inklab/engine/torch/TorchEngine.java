package inklab.engine.torch;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EngineUnavailableException;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.net.Inference;
import inklab.net.NetSpec;
import java.util.List;
import org.bytedeco.pytorch.global.torch;

/** LibTorch, on the processor, an NVIDIA card or Apple's Metal; {@link TorchSource} opens it. */
final class TorchEngine implements Engine {
    private final TorchSource source;

    TorchEngine(TorchSource source) {
        this.source = source;
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public List<Device> devices() {
        return source.devices();
    }

    @Override
    public Network network(NetSpec net, NetworkSettings settings) {
        Inference inference = Inference.of(net);
        if (!inference.isSound()) throw new IllegalArgumentException("the net has problems: " + inference.problems());
        String device = settings.device();
        if (!device.matches("cpu|mps|cuda:\\d"))
            throw new IllegalArgumentException("the engine torch has no device " + device);
        if (device.startsWith("cuda") && !torch.cuda_is_available())
            throw new EngineUnavailableException(
                    "LibTorch does not reach " + device
                            + ": see that NVIDIA's driver, CUDA 13 and cuDNN 9 are installed, or train on the processor.",
                    null);
        if (device.equals("mps") && !torch.hasMPS())
            throw new EngineUnavailableException(
                    "LibTorch does not reach Apple's Metal here, which needs macOS 14: train on the processor.", null);
        return new TorchNetwork(inference, settings);
    }

    @Override
    public void close() {}
}
