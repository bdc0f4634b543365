package inklab.cli;

import inklab.data.EngineFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Which optional engines there are for this system, and which are here. */
@Command(description = "Lists the optional engines for this system, and which are here.")
final class EngineListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    EngineListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        EngineFolder folder = new EngineFolder(surroundings.installedEngines());
        String system = EngineCommand.system(surroundings);
        for (String engine : folder.engines(system))
            surroundings
                    .out()
                    .println("%-10s %s"
                            .formatted(
                                    engine,
                                    folder.has(engine, system)
                                            ? "is in " + folder.folder(engine)
                                            : "can be installed: " + Sentences.bytes(folder.bytes(engine, system))));
        return Cli.DONE;
    }
}
