package inklab.cli;

import inklab.engine.Device;
import inklab.engine.EngineSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What there is to compute on. */
@Command(description = "Lists the engines and what each could compute on; where it cannot, why, and what to do.")
final class DevicesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    DevicesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        JsonLine line = new JsonLine();
        for (EngineSource source : surroundings.engines()) {
            JsonLine engine = line.element("engines").put("engine", source.id());
            for (Device device : source.devices()) {
                engine.element("devices")
                        .put("device", device.id())
                        .put("name", device.name())
                        .put("memory_bytes", device.memoryBytes())
                        .put("compute_capability", device.capability())
                        .put("usable", device.usable())
                        .put("reason", device.reason());
                if (!json) print(source, device);
            }
        }
        if (json) line.print(surroundings.out());
        return Cli.DONE;
    }

    private void print(EngineSource source, Device device) {
        StringBuilder words = new StringBuilder("%-6s %-7s %s".formatted(source.id(), device.id(), device.name()));
        if (device.memoryBytes() > 0) words.append(String.format(Locale.ROOT, ", %.1f GB", device.memoryBytes() / 1e9));
        if (!device.capability().isEmpty())
            words.append(", compute capability ").append(device.capability());
        if (!device.usable()) words.append(". ").append(Sentences.tidy(device.reason()));
        surroundings.out().println(words);
    }
}
