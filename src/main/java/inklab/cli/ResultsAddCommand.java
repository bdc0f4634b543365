package inklab.cli;

import inklab.evaluate.RunMeasure;
import inklab.recipe.Measured;
import inklab.recipe.MeasuredCommittee;
import inklab.recipe.Presets;
import inklab.recipe.Reproduction;
import inklab.recipe.Results;
import inklab.recipe.ResultsFile;
import inklab.recipe.Row;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps what runs measured for a published result. */
@Command(description = "Keeps what runs on this machine measured for a published result, beside what is kept already.")
final class ResultsAddCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "ROW", description = "The published result's id, as results list shows it.")
    private String id;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "RUNDIR",
            description = "Run folders: one for each seed, or all members of the committee.")
    private List<Path> runs = new ArrayList<>();

    @Mixin
    private ResultsOption results;

    @Option(
            names = "--deviation",
            paramLabel = "TEXT",
            description =
                    "In what the runs differ from the source, where their recipes do not show it; may be repeated.")
    private List<String> deviations = new ArrayList<>();

    ResultsAddCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        Presets presets = new Presets();
        Row row = ResultsOption.row(presets, id);
        RunMeasure measure = new RunMeasure(presets, ThisMachine.now());
        List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
        // All are read before anything is kept.
        Results kept = results.read();
        if (row.isCommittee()) {
            MeasuredCommittee committee = CommandException.input(() -> measure.committee(row, folders, deviations));
            kept = kept.with(committee);
        } else
            for (RunFolder folder : folders) {
                Measured net = CommandException.input(() -> measure.net(row, folder, deviations));
                kept = kept.with(net);
            }
        ResultsFile.write(results.file(), kept);
        Reproduction now = kept.of(row);
        surroundings.out().println(ResultsListCommand.sentence(now));
        return Cli.DONE;
    }
}
