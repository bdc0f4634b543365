package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.DataStatus;
import inklab.data.Dataset;
import inklab.data.LoadOptions;
import inklab.data.Progress;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the data folder, and reading from it. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder; else $INKLAB_DATA, else the user's own.")
    private Path folder;

    Path folder() {
        return folder;
    }

    Catalogue catalogue(Surroundings surroundings, StatusLine status) {
        return surroundings.catalogue(folder, status::keep);
    }

    /** A data set that must be here. */
    static Dataset load(Catalogue catalogue, String id, LoadOptions options, StatusLine status)
            throws CommandException {
        require(catalogue, id);
        Dataset data = CommandException.input(() -> catalogue.load(id, options, progress(status)));
        status.clear();
        return data;
    }

    /** Refuses a data set that there is not, or that is not here or cannot be used. */
    static void require(Catalogue catalogue, String id) throws CommandException {
        DataStatus status = CommandException.input(() -> catalogue.status(id));
        if (status.usable()) return;
        boolean fetchable = status.state() == DataStatus.State.MISSING
                && DataSets.find(catalogue, id).fetchable();
        String how = fetchable ? " The commands are data fetch " + id + " and data import " + id + " FOLDER." : "";
        throw CommandException.wrongInput(Sentences.tidy(status.notice()) + how);
    }

    /** Shows what the data room is doing. */
    static Progress progress(StatusLine status) {
        return (what, done, total, perSecond) -> {
            String of = total < 0 ? Sentences.bytes(done) : Math.round(100.0 * done / Math.max(1, total)) + " %";
            status.show(what + "  " + of);
        };
    }
}
