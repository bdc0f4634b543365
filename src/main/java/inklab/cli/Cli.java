package inklab.cli;

import inklab.engine.DeviceMemoryException;
import inklab.engine.EngineUnavailableException;
import inklab.sweep.Cluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All commands, and how each ends: 0 done, 1 failed, 2 wrong usage or wrong input, the last two with a sentence on standard error. */
public final class Cli {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;

    private final Surroundings surroundings;
    private final CommandLine commands;

    @Command(
            name = "inklab",
            description = "A laboratory for small image networks. Without a command it opens the window.",
            versionProvider = Version.class)
    private static final class Root implements Callable<Integer> {
        @SuppressWarnings("UnusedVariable") // Picocli acts on it.
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = ScopeType.INHERIT,
                description = "Show this help and do nothing else.")
        private boolean help;

        @SuppressWarnings("UnusedVariable") // Picocli acts on it.
        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Show the version and do nothing else.")
        private boolean version;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            throw new ParameterException(spec.commandLine(), "A command is missing");
        }
    }

    /** Reads the version out of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"Inklab " + (version == null ? "from its classes" : version)};
        }
    }

    public Cli(Surroundings surroundings) {
        this.surroundings = surroundings;
        commands = new CommandLine(new Root());
        commands.addSubcommand("train", new TrainCommand(surroundings));
        commands.addSubcommand(
                "sweep",
                new SweepCommand(
                        surroundings, () -> ServiceLoader.load(Cluster.class).findFirst()));
        commands.addSubcommand("eval", new EvalCommand(surroundings));
        commands.addSubcommand("predict", new PredictCommand(surroundings));
        commands.addSubcommand("committee", new CommitteeCommand(surroundings));
        commands.addSubcommand("data", DataCommand.withSubcommands(surroundings));
        commands.addSubcommand("presets", new PresetsCommand(surroundings));
        commands.addSubcommand("results", ResultsCommand.withSubcommands(surroundings));
        commands.addSubcommand("distort", new DistortCommand(surroundings));
        commands.addSubcommand("bench", new BenchCommand(surroundings));
        commands.addSubcommand("export", new ExportCommand(surroundings));
        commands.addSubcommand("devices", new DevicesCommand(surroundings));
        commands.addSubcommand("import", new ImportCommand(surroundings));
        commands.addSubcommand("engine", EngineCommand.withSubcommands(surroundings));
        commands.addSubcommand("tour", new TourCommand(surroundings));
        commands.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        commands.setUsageHelpAutoWidth(surroundings.terminal());
        commands.setExecutionExceptionHandler((fault, command, parsed) -> failed(fault));
        commands.setParameterExceptionHandler((wrong, arguments) -> wrongUsage(wrong));
    }

    /** The commands' names, in the order of the help. */
    public List<String> names() {
        return List.copyOf(commands.getSubcommands().keySet());
    }

    /** Runs a command and returns the process's exit status. Never throws. */
    public int run(String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (Error fault) {
            // A library that does not load, or no memory left: said like any other fault.
            return failed(fault);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    private int wrongUsage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        say(Sentences.tidy(WrongUsage.say(wrong)) + " See "
                + command.getCommandSpec().qualifiedName() + " --help.");
        return WRONG_INPUT;
    }

    private int failed(Throwable fault) {
        if (fault instanceof CommandException known) return end(known.exit(), known.getMessage());
        if (fault instanceof IOException file) return end(FAILED, Sentences.of(file));
        if (fault instanceof UncheckedIOException file) return end(FAILED, Sentences.of(file.getCause()));
        if (fault instanceof CancellationException || fault instanceof InterruptedException)
            return end(FAILED, "Left off.");
        if (fault instanceof EngineUnavailableException missing)
            return end(FAILED, Sentences.tidy(missing.getMessage()));
        if (fault instanceof DeviceMemoryException full) return end(FAILED, Sentences.of(full.problem()));
        if (fault instanceof OutOfMemoryError)
            return end(
                    FAILED,
                    "There is not enough memory for this: give Java more with -Xmx, or take a smaller net or batch.");
        Optional<Path> report = surroundings.faults().write(Thread.currentThread(), fault);
        return end(
                FAILED,
                "Inklab failed by a fault of its own (" + fault.getClass().getSimpleName() + ")"
                        + report.map(path -> "; the report is in " + path + ".").orElse("."));
    }

    private int end(int exit, String sentence) {
        say(sentence);
        return exit;
    }

    private void say(String sentence) {
        surroundings.err().println(sentence);
    }
}
