package inklab.cli;

import inklab.recipe.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Published and measured errors as a table in Markdown. */
@Command(description = "Prints published and measured errors as a Markdown table, or puts it into a file.")
final class ResultsTableCommand implements Callable<Integer> {
    static final String BEGIN = "<!-- results: written by results table --write -->";
    static final String END = "<!-- end of results -->";

    private final Surroundings surroundings;

    @Mixin
    private ResultsOption results;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Replaces what is between the two marks in this file: " + BEGIN + " and " + END + ".")
    private Path write;

    ResultsTableCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        String table = new ResultsTable(new Presets(), results.read()).markdown();
        if (write == null) {
            surroundings.out().print(table);
            return Cli.DONE;
        }
        String text = CommandException.input(() -> Files.readString(write));
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin)
            throw CommandException.wrongInput(write + " lacks the marks between which the table goes: put " + BEGIN
                    + " and " + END + " into it.");
        String changed = text.substring(0, begin + BEGIN.length()) + "\n\n" + table + "\n" + text.substring(end);
        Path beside = write.resolveSibling("." + write.getFileName() + ".new");
        Files.writeString(beside, changed);
        Files.move(beside, write, StandardCopyOption.REPLACE_EXISTING);
        return Cli.DONE;
    }
}
