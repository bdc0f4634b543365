package inklab.engine.dl4j;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.net.Inference;
import inklab.net.NetSpec;
import java.util.List;

/** DeepLearning4J on the CPU. The first one of a process loads the native library, which takes up to seconds. */
public final class Dl4jEngine implements Engine {
    public Dl4jEngine() {
        Natives.load();
    }

    @Override
    public String id() {
        return "dl4j";
    }

    @Override
    public List<Device> devices() {
        return new Dl4jSource().devices();
    }

    @Override
    public Network network(NetSpec net, NetworkSettings settings) {
        Inference inference = Inference.of(net);
        if (!inference.isSound()) throw new IllegalArgumentException("the net has problems: " + inference.problems());
        if (!settings.device().equals("cpu"))
            throw new IllegalArgumentException(
                    "the engine dl4j has no device " + settings.device() + " here; its only one is cpu");
        return new Dl4jNetwork(inference, settings);
    }

    @Override
    public void close() {}
}
