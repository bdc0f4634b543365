package inklab.cli;

import inklab.net.Spelling;
import inklab.recipe.Presets;
import inklab.recipe.Results;
import inklab.recipe.ResultsFile;
import inklab.recipe.Row;
import inklab.recipe.Rows;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --file FILE}: where measured results are kept. */
final class ResultsOption {
    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "presets/results.json",
            description = "The measured results; ${DEFAULT-VALUE} when not given.")
    private Path file;

    Path file() {
        return file;
    }

    /** What was measured so far; nothing where there is no file yet. */
    Results read() throws CommandException {
        return CommandException.input(() -> ResultsFile.read(file));
    }

    static Row row(Presets presets, String id) throws CommandException {
        Rows rows = presets.rows();
        List<String> ids = rows.rows().stream().map(Row::id).toList();
        return rows.find(id)
                .orElseThrow(() -> CommandException.wrongInput("There is no published result " + id + ": "
                        + Spelling.nearest(id, ids)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("results list shows them all.")));
    }
}
