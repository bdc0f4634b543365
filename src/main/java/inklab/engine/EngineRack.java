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

    private String whyNot = "";

    /** @param sources the usual engine first */
    public EngineRack(List<EngineSource> sources) {
        this(sources, "");
    }

    /**
     * @param wanted the id of the device that was chosen: where it is the first engine's, that is opened for it if it can be, else for its
     *     usual one
     */
    public EngineRack(List<EngineSource> sources, String wanted) {
        sources.forEach(source -> this.sources.put(source.id(), source));
        this.first = sources.get(0).id();
        opened.put(first, opened(sources.get(0), wanted));
    }

    private Engine opened(EngineSource source, String wanted) {
        // The usual ones are not looked for: finding cards takes a moment.
        if (wanted.isEmpty() || wanted.equals("cpu") || wanted.contains("/")) return source.open();
        for (Device device : source.devices())
            if (device.id().equals(wanted)) {
                if (!device.usable()) {
                    whyNot = device.reason();
                    return source.open();
                }
                try {
                    return source.open(wanted);
                } catch (EngineUnavailableException e) {
                    whyNot = e.getMessage();
                }
            }
        return source.open();
    }

    /** Why the device that was wanted could not be opened, in one sentence; empty where it could. */
    public String whyNot() {
        return whyNot;
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
                all.add(source.id().equals(first) ? device : device.called(source.id() + "/" + device.id()));
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
