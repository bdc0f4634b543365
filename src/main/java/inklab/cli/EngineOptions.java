package inklab.cli;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EngineSource;
import inklab.engine.EngineUnavailableException;
import inklab.net.Spelling;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which engine computes, and on what. */
final class EngineOptions {
    @Option(
            names = "--engine",
            paramLabel = "ID",
            description = "The engine: dl4j when not given, or torch. See: devices.")
    private String engine;

    @Option(
            names = "--device",
            paramLabel = "ID",
            description = "What it computes on: cpu when not given, or cuda:0 and so on. See: devices.",
            defaultValue = "cpu")
    private String device;

    /** Whether another engine or device than the usual one was asked for, or the usual engine by its name. */
    boolean isChosen() {
        return engine != null || !device().equals("cpu");
    }

    /** A card without its number is the first. */
    String device() {
        return device.equals("cuda") ? "cuda:0" : device;
    }

    /** Opens the engine, and makes sure that the device can be used: never another one in its place. */
    Engine open(Surroundings surroundings) throws CommandException {
        EngineSource source = source(surroundings.engines());
        List<Device> devices = source.devices();
        Device wanted = devices.stream()
                .filter(one -> one.id().equals(device()))
                .findFirst()
                .orElse(null);
        if (wanted == null)
            throw CommandException.wrongInput("The engine " + source.id() + " has no device " + device()
                    + " here: it has "
                    + devices.stream().map(Device::id).collect(Collectors.joining(", ")) + ".");
        if (!wanted.usable()) throw CommandException.wrongInput(Sentences.tidy(wanted.reason()) + or(source, devices));
        try {
            return source.open(device());
        } catch (EngineUnavailableException e) {
            throw CommandException.failed(Sentences.tidy(e.getMessage()));
        }
    }

    /** What could be used instead, offered and not taken. */
    private String or(EngineSource source, List<Device> devices) {
        return devices.stream()
                .filter(one -> one.usable() && !one.id().equals(device()))
                .findFirst()
                .map(one -> " What would work: --engine " + source.id() + " --device " + one.id() + ".")
                .orElse("");
    }

    private EngineSource source(List<EngineSource> engines) throws CommandException {
        if (engine == null) return engines.get(0);
        List<String> ids = engines.stream().map(EngineSource::id).toList();
        for (EngineSource source : engines) if (source.id().equals(engine)) return source;
        throw CommandException.wrongInput("There is no engine " + engine + ": "
                + Spelling.nearest(engine, ids)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("there is " + String.join(", ", ids) + "."));
    }

    /** The engine that is used when nobody says which. */
    static Engine usual(Surroundings surroundings) {
        return surroundings.engines().get(0).open();
    }
}
