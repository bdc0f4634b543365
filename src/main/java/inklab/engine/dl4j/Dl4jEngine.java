package inklab.engine.dl4j;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.net.Inference;
import inklab.net.NetSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * DeepLearning4J, on the processor or on the card that was chosen for this process. The first one loads the native library, which takes up
 * to seconds. Where a card computes, there is no processor: what is asked of it, such as reading an image or two, the card does.
 */
public final class Dl4jEngine implements Engine {
    private final Dl4jSource source;

    /** On the processor, unless a card was chosen before. */
    public Dl4jEngine() {
        this(new Dl4jSource(new CudaLibraries(Path.of("engines")), List::of, CudaLibraries.system()));
    }

    Dl4jEngine(Dl4jSource source) {
        this.source = source;
        Natives.load();
    }

    @Override
    public String id() {
        return "dl4j";
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
        if (!device.matches("cpu|cuda:\\d{1,2}"))
            throw new IllegalArgumentException("the engine dl4j has no device " + device);
        if (!Backend.isCard()) {
            Backend.choose(device, card -> {});
            return new Dl4jNetwork(inference, settings);
        }
        if (device.equals(Backend.PROCESSOR)) return new GraphNetwork(inference, settings.withDevice(Backend.device()));
        Backend.choose(device, card -> {});
        return new GraphNetwork(inference, settings);
    }

    @Override
    public void close() {}
}
