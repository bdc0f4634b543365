package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.DataException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Fetches a public data set. */
@Command(description = "Fetches a public data set; what was cut off is gone on with.")
final class DataFetchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "mnist, fashion-mnist or cifar-10.")
    private String name;

    @Mixin
    private DataOption data;

    DataFetchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, DataException {
        StatusLine status = new StatusLine(surroundings);
        Catalogue catalogue = data.catalogue(surroundings, status);
        Catalogue.Entry entry = DataSets.find(catalogue, name);
        if (!entry.fetchable())
            throw CommandException.wrongInput(
                    entry.id().equals(Catalogue.INK)
                            ? "Ink is built in: there is nothing to fetch."
                            : name + " has no public home: import it from the folder that holds the pictures.");
        catalogue.fetch(name, DataOption.progress(status));
        status.clear();
        surroundings
                .out()
                .println(entry.title() + " is in " + catalogue.folder().root() + ".");
        return Cli.DONE;
    }
}
