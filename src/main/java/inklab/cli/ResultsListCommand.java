package inklab.cli;

import inklab.recipe.Measured;
import inklab.recipe.Presets;
import inklab.recipe.PublishedFigure;
import inklab.recipe.Reproduction;
import inklab.recipe.Results;
import inklab.recipe.Row;
import inklab.recipe.Row.Family;
import inklab.recipe.Rows;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All published results, and what was measured for each. */
@Command(description = "Lists the published results, and what was measured for each.")
final class ResultsListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ResultsOption results;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    ResultsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        Rows rows = new Presets().rows();
        Results measured = results.read();
        if (json) line(rows, measured).print(surroundings.out());
        else
            for (Family family : rows.families()) {
                surroundings.out().println(family.title());
                for (Row row : rows.of(family)) surroundings.out().println("  " + sentence(measured.of(row)));
            }
        return Cli.DONE;
    }

    /** {@code nielsen-relu: published 0.77 % (book), 0.81 % (re-run); here 0.80 %, the median of 3 nets, epochs 60 of 60}. */
    static String sentence(Reproduction at) {
        String published = at.row().figures().isEmpty() ? "no published figure" : "published " + published(at.row());
        if (at.error().isEmpty()) return at.row().id() + ": " + published + "; not measured here yet";
        return at.row().id() + ": " + published + "; here "
                + Sentences.percent(at.error().getAsDouble()) + nets(at) + ", " + epochs(at);
    }

    static String published(Row row) {
        return row.figures().stream()
                .map(figure -> range(figure) + (figure.label().isEmpty() ? "" : " (" + figure.label() + ")"))
                .collect(Collectors.joining(", "));
    }

    private static String range(PublishedFigure figure) {
        String low = Sentences.percent(figure.error());
        return figure.isRange() ? low.replace(" %", "") + " to " + Sentences.percent(figure.upTo()) : low;
    }

    private static String nets(Reproduction at) {
        int nets = at.nets();
        if (at.row().isCommittee()) return ", " + of(nets, at.row().members()) + " nets together";
        return nets == 1 ? "" : ", the median of " + nets + " nets";
    }

    /** {@code epochs 12 of 800}; {@code epochs 60} where the source trained no more, or does not say. */
    static String epochs(Reproduction at) {
        return "epochs " + of(at.epochs(), at.row().epochs());
    }

    static String of(int done, int published) {
        return done >= published ? Integer.toString(done) : done + " of " + published;
    }

    private static JsonLine line(Rows rows, Results measured) {
        JsonLine line = new JsonLine();
        for (Row row : rows.rows()) {
            Reproduction at = measured.of(row);
            JsonLine element = line.element("rows")
                    .put("row", row.id())
                    .put("family", row.family())
                    .put("title", row.title())
                    .put("error", at.error().orElse(Double.NaN))
                    .put("nets", at.nets())
                    .put("epochs", at.epochs())
                    .put("epochs_published", row.epochs())
                    .put("finished", at.isFinished());
            for (PublishedFigure figure : row.figures())
                element.element("published")
                        .put("label", figure.label())
                        .put("error", figure.error())
                        .put("up_to", figure.upTo());
            for (Measured run : at.runs())
                element.element("runs")
                        .put("seed", run.seed())
                        .put("error", run.testError())
                        .put("epochs", run.epochs());
            element.put("deviations", at.deviations());
        }
        return line;
    }
}
