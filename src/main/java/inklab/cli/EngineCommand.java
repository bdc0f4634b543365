package inklab.cli;

import inklab.data.EngineFolder;
import inklab.net.Spelling;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Optional engines: what there is, and how it gets here. */
@Command(description = "Lists, installs and removes the native libraries of optional engines.")
final class EngineCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its own commands below it. */
    static CommandLine withSubcommands(Surroundings surroundings) {
        CommandLine engine = new CommandLine(new EngineCommand());
        engine.addSubcommand("list", new EngineListCommand(surroundings));
        engine.addSubcommand("install", new EngineInstallCommand(surroundings));
        engine.addSubcommand("remove", new EngineRemoveCommand(surroundings));
        return engine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with engines: list, install or remove");
    }

    /** An engine that there is for this system. */
    static String find(EngineFolder folder, String system, String engine) throws CommandException {
        List<String> there = folder.engines(system);
        if (there.contains(engine)) return engine;
        if (there.isEmpty())
            throw CommandException.wrongInput("There are no optional engines for " + system + ": dl4j needs none.");
        throw CommandException.wrongInput("There is no engine " + engine + " to install: "
                + Spelling.nearest(engine, there)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("there is " + String.join(", ", there) + "."));
    }

    /** JavaCPP's name of this system, such as {@code linux-x86_64}. */
    static String system(Surroundings surroundings) {
        String os = surroundings.system().getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = surroundings.system().getProperty("os.arch", "");
        String family = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
        return family + (arch.equals("aarch64") || arch.equals("arm64") ? "-arm64" : "-x86_64");
    }
}
