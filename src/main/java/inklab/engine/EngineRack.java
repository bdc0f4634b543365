package inklab.engine;

import inklab.net.NetSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several engines as one, for whoever lets people choose among devices and does not care whose they are. The first engine's devices keep
 * their ids; another's begin with its name: {@code torch/cuda:0}. An engine is opened when its first network is built; the first at once.
 */
public final class EngineRack implements Engine {
    private final Map<String, EngineSource> sources = new LinkedHashMap<>();
    private final Map<String, Engine> opened = new LinkedHashMap<>();
    private final String first;

    /** @param sources the usual engine first */
    public EngineRack(List<EngineSource> sources) {
        sources.forEach(source -> this.sources.put(source.id(), source));
        this.first = sources.get(0).id();
        opened.put(first, sources.get(0).open());
    }

    @Override
    public String id() {
        return first;
    }

    @Override
    public List<Device> devices() {
        List<Device> all = new ArrayList<>();
        for (EngineSource source : sources.values())
            for (Device device : source.devices())
                all.add(
                        source.id().equals(first)
                                ? device
                                : new Device(
                                        source.id() + "/" + device.id(),
                                        device.name(),
                                        device.memoryBytes(),
                                        device.capability(),
                                        device.usable(),
                                        device.reason()));
        return all;
    }

    @Override
    public Network network(NetSpec net, NetworkSettings settings) {
        int slash = settings.device().indexOf('/');
        String id = slash < 0 ? first : settings.device().substring(0, slash);
        return engine(id).network(net, settings.withDevice(settings.device().substring(slash + 1)));
    }

    private synchronized Engine engine(String id) {
        EngineSource source = sources.get(id);
        if (source == null)
            throw new IllegalArgumentException("there is no engine " + id + ", only " + sources.keySet());
        return opened.computeIfAbsent(id, name -> source.open());
    }

    @Override
    public synchronized void close() {
        opened.values().forEach(Engine::close);
        opened.clear();
    }
}
