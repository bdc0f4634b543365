package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.DataStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads all of a data set's files anew. */
@Command(description = "Reads all files of a data set and compares them with the public ones' checksums.")
final class DataVerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "See: data list; all that are here when not given.")
    private String name;

    @Mixin
    private DataOption data;

    DataVerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        StatusLine status = new StatusLine(surroundings);
        Catalogue catalogue = data.catalogue(surroundings, status);
        if (name != null) {
            DataSets.find(catalogue, name);
            return say(name, read(catalogue, name, status));
        }
        int worst = Cli.DONE;
        for (Catalogue.Entry entry : CommandException.input(catalogue::entries)) {
            DataStatus found = read(catalogue, entry.id(), status);
            if (found.state() == DataStatus.State.MISSING) continue;
            try {
                say(entry.id(), found);
            } catch (CommandException broken) {
                // The others are read all the same.
                surroundings.err().println(broken.getMessage());
                worst = broken.exit();
            }
        }
        return worst;
    }

    private static DataStatus read(Catalogue catalogue, String id, StatusLine status) throws CommandException {
        DataStatus found = CommandException.input(() -> catalogue.verify(id, DataOption.progress(status)));
        status.clear();
        return found;
    }

    private int say(String id, DataStatus found) throws CommandException {
        return switch (found.state()) {
            case READY -> {
                surroundings.out().println((id + " is good. " + found.notice()).strip());
                yield Cli.DONE;
            }
            case DIFFERENT -> {
                surroundings.out().println(found.notice());
                yield Cli.DONE;
            }
            case MISSING, BROKEN -> throw CommandException.wrongInput(Sentences.tidy(found.notice()));
        };
    }
}
