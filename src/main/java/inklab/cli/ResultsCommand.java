package inklab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Published results, and what was measured for them. */
@Command(description = "Keeps what was measured beside what was published.")
final class ResultsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its own commands below it. */
    static CommandLine withSubcommands(Surroundings surroundings) {
        CommandLine results = new CommandLine(new ResultsCommand());
        results.addSubcommand("add", new ResultsAddCommand(surroundings));
        results.addSubcommand("list", new ResultsListCommand(surroundings));
        results.addSubcommand("table", new ResultsTableCommand(surroundings));
        results.addSubcommand("ship", new ResultsShipCommand(surroundings));
        return results;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the results: add, list, table or ship");
    }
}
