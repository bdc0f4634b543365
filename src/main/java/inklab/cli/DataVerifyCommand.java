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

    @Parameters(paramLabel = "NAME", description = "See: data list.")
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
        DataSets.find(catalogue, name);
        DataStatus found = CommandException.input(() -> catalogue.verify(name, DataOption.progress(status)));
        status.clear();
        return switch (found.state()) {
            case READY -> {
                surroundings.out().println((name + " is good. " + found.notice()).strip());
                yield Cli.DONE;
            }
            case DIFFERENT -> {
                surroundings.out().println(found.notice());
                yield Cli.DONE;
            }
            case MISSING, BROKEN -> throw CommandException.failed(Sentences.tidy(found.notice()));
        };
    }
}
