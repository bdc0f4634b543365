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
    private static final int WIDTH = 76;
    private static final String INDENT = "    ";

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
            explain(status);
        }
        return Cli.DONE;
    }

    /** What needs a sentence stands below the line, so that the column stays one. */
    private void explain(DataStatus status) {
        if (status.state() == DataStatus.State.MISSING || status.notice().isBlank()) return;
        StringBuilder line = new StringBuilder();
        for (String word : status.notice().strip().split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                surroundings.out().println(INDENT + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        surroundings.out().println(INDENT + line);
    }

    private static String standing(Catalogue.Entry entry, DataStatus status) {
        return switch (status.state()) {
            case READY -> entry.id().equals(Catalogue.INK) ? "built in" : "here";
            case DIFFERENT -> "here, but not the public copy";
            case BROKEN -> "cannot be used";
            case MISSING ->
                entry.fetchable()
                        ? "not here; data fetch " + entry.id() + " fetches " + Sentences.bytes(entry.bytes())
                        : status.notice();
        };
    }
}
