package inklab.cli;

import inklab.data.Catalogue;
import inklab.net.Spelling;
import java.util.List;

/** Data sets as they are named on the command line. */
final class DataSets {
    private DataSets() {}

    /** The data set of this name, whether it is here or not. */
    static Catalogue.Entry find(Catalogue catalogue, String name) throws CommandException {
        List<Catalogue.Entry> entries = CommandException.input(catalogue::entries);
        for (Catalogue.Entry entry : entries) if (entry.id().equals(name)) return entry;
        List<String> ids = entries.stream().map(Catalogue.Entry::id).toList();
        throw CommandException.wrongInput("There is no data set " + name + ": "
                + Spelling.nearest(name, ids)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("there are " + String.join(", ", ids) + "."));
    }
}
