package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.DataStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All data sets there are, and how each stands. */
@Command(description = "Lists all data sets and says which are here.")
final class DataListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private DataOption data;

    DataListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        Catalogue catalogue = data.catalogue(surroundings, new StatusLine(surroundings));
        List<Catalogue.Entry> entries = CommandException.input(catalogue::entries);
        surroundings.out().println("Data folder: " + catalogue.folder().root());
        int width =
                entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(0);
        for (Catalogue.Entry entry : entries) {
            DataStatus status = CommandException.input(() -> catalogue.status(entry.id()));
            surroundings
                    .out()
                    .println(("%-" + width + "s  %s")
                            .formatted(entry.id(), standing(entry, status))
                            .strip());
        }
        return Cli.DONE;
    }

    private static String standing(Catalogue.Entry entry, DataStatus status) {
        return switch (status.state()) {
            case READY -> entry.id().equals(Catalogue.INK) ? "built in" : ("here  " + status.notice()).strip();
            case DIFFERENT, BROKEN -> status.notice();
            case MISSING ->
                entry.fetchable()
                        ? "not here; data fetch " + entry.id() + " fetches " + Sentences.bytes(entry.bytes())
                        : status.notice();
        };
    }
}
