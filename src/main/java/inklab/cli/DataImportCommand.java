package inklab.cli;

import inklab.data.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a data set from a folder. */
@Command(
        description =
                "Copies a data set from a folder: a public one's files, or pictures in a sub-folder for each class.")
final class DataImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", description = "mnist, fashion-mnist, cifar-10 or pictures/NAME.")
    private String name;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "Where the files lie now; they stay there.")
    private Path from;

    @Mixin
    private DataOption data;

    DataImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        StatusLine status = new StatusLine(surroundings);
        if (!Files.isDirectory(from))
            throw CommandException.wrongInput(from + (Files.exists(from) ? " is a file" : " does not exist")
                    + ": give the folder that holds the files.");
        Catalogue catalogue = data.catalogue(surroundings, status);
        CommandException.input(() -> {
            catalogue.importFrom(name, from, DataOption.progress(status));
            return name;
        });
        status.clear();
        surroundings.out().println(name + " is in " + catalogue.folder().root() + ".");
        return Cli.DONE;
    }
}
