package inklab.cli;

import inklab.engine.Device;
import inklab.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Which engine computes, and on what. */
final class EngineOptions {
    @Option(names = "--engine", paramLabel = "ID", description = "The engine: dl4j, which is used when none is given.")
    private String engine;

    @Option(names = "--device", paramLabel = "ID", description = "What it computes on: cpu.", defaultValue = "cpu")
    private String device;

    String device() {
        return device;
    }

    /** Opens the engine, and makes sure that the device can be used. */
    Engine open(Surroundings surroundings) throws CommandException {
        Map<String, Supplier<Engine>> engines = surroundings.engines();
        String id = engine == null ? engines.keySet().iterator().next() : engine;
        if (!engines.containsKey(id))
            throw CommandException.wrongInput(
                    "There is no engine " + id + ": there is " + String.join(", ", engines.keySet()) + ".");
        Engine opened = engines.get(id).get();
        Optional<String> wrong = whyNot(opened);
        if (wrong.isEmpty()) return opened;
        opened.close();
        throw CommandException.wrongInput(wrong.get());
    }

    private Optional<String> whyNot(Engine opened) {
        List<Device> devices = opened.devices();
        for (Device there : devices)
            if (there.id().equals(device))
                return there.usable() ? Optional.empty() : Optional.of(Sentences.tidy(there.reason()));
        List<String> ids = devices.stream().map(Device::id).toList();
        return Optional.of(
                "The engine " + opened.id() + " has no device " + device + ": it has " + String.join(", ", ids) + ".");
    }

    /** The engine that is used when nobody says which. */
    static Engine usual(Surroundings surroundings) {
        return surroundings.engines().values().iterator().next().get();
    }
}
