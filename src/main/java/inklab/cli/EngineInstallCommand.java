package inklab.cli;

import inklab.data.DataException;
import inklab.data.EngineFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the native libraries of an optional engine. */
@Command(
        description =
                "Fetches an optional engine's native libraries from Maven Central into the data folder; checked, and resumed when cut off.")
final class EngineInstallCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "ENGINE", description = "torch, or torch-gpu for NVIDIA's cards. See: engine list.")
    private String engine;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "A folder that holds the jar already, where there is no network.")
    private Path from;

    EngineInstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, DataException {
        EngineFolder folder = new EngineFolder(surroundings.installedEngines());
        String system = EngineCommand.system(surroundings);
        EngineCommand.find(folder, system, engine);
        StatusLine status = new StatusLine(surroundings);
        if (!folder.has(engine, system)) folder.install(engine, system, from, DataOption.progress(status));
        status.clear();
        surroundings.out().println(engine + " is in " + folder.folder(engine) + ". See: devices.");
        if (engine.endsWith("-gpu"))
            surroundings.out().println("It needs CUDA 13 and cuDNN 9 from NVIDIA on this system.");
        return Cli.DONE;
    }
}
