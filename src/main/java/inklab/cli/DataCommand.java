package inklab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The data folder: what is there, and how more gets there. */
@Command(description = "Lists, fetches, imports, verifies and removes data sets.")
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its own commands below it. */
    static CommandLine withSubcommands(Surroundings surroundings) {
        CommandLine data = new CommandLine(new DataCommand());
        data.addSubcommand("list", new DataListCommand(surroundings));
        data.addSubcommand("fetch", new DataFetchCommand(surroundings));
        data.addSubcommand("import", new DataImportCommand(surroundings));
        data.addSubcommand("verify", new DataVerifyCommand(surroundings));
        data.addSubcommand("remove", new DataRemoveCommand(surroundings));
        return data;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the data: list, fetch, import, verify or remove");
    }
}
