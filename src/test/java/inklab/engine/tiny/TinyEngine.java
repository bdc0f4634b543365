package inklab.engine.tiny;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.net.NetSpec;
import java.util.List;

/** A small engine in plain Java, to test what is built on engines: dense layers, dropout, an output; plain SGD and momentum. */
public final class TinyEngine implements Engine {
    @Override
    public String id() {
        return "tiny";
    }

    @Override
    public List<Device> devices() {
        return List.of(new Device("cpu", "Java", 0, true, ""));
    }

    @Override
    public Network network(NetSpec net, NetworkSettings settings) {
        return new TinyNetwork(net, settings);
    }

    @Override
    public void close() {}
}
