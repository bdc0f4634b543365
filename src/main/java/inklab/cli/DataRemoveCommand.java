package inklab.cli;

import inklab.data.Catalogue;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes pictures of one's own out of the data sets. */
@Command(description = "Takes a data set of your own pictures away; its folder is moved aside, not deleted.")
final class DataRemoveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "pictures/NAME, as data list has it.")
    private String name;

    @Mixin
    private DataOption data;

    DataRemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        Catalogue catalogue = data.catalogue(surroundings, new StatusLine(surroundings));
        Path now = CommandException.input(() -> catalogue.remove(name));
        surroundings.out().println(name + " is removed; its pictures lie in " + now + " until you delete them.");
        return Cli.DONE;
    }
}
