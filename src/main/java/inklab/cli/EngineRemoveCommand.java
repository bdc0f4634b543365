package inklab.cli;

import inklab.data.DataException;
import inklab.data.EngineFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes the native libraries of an optional engine. */
@Command(description = "Removes an optional engine's native libraries.")
final class EngineRemoveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "ENGINE", description = "See: engine list.")
    private String engine;

    EngineRemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, DataException {
        EngineFolder folder = new EngineFolder(surroundings.installedEngines());
        EngineCommand.find(folder, EngineCommand.system(surroundings), engine);
        boolean there = folder.remove(engine);
        surroundings.out().println(engine + (there ? " is removed." : " was not here."));
        return Cli.DONE;
    }
}
