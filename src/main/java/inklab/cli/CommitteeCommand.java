package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.ImageSet;
import inklab.data.LoadOptions;
import inklab.engine.Engine;
import inklab.evaluate.Committee;
import inklab.evaluate.ErrorRate;
import inklab.evaluate.Model;
import inklab.evaluate.ModelReader;
import inklab.evaluate.Models;
import inklab.train.Outputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Several networks that read a data set's test images together. */
@Command(description = "Counts the errors of several networks' averaged outputs on a data set's test images.")
final class CommitteeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "Run folders, or built-in networks' names.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--dataset", paramLabel = "NAME", required = true, description = "See: data list.")
    private String dataset;

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    CommitteeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        StatusLine status = new StatusLine(surroundings);
        Models models = new Models(surroundings.runs(data.folder()));
        List<Model> members = new ArrayList<>();
        for (String name : names) members.add(CommandException.input(() -> models.find(name)));
        Catalogue catalogue = data.catalogue(surroundings, status);
        // Members of one input shape read the very same images, which are then loaded once.
        Map<LoadOptions, ImageSet> loaded = new HashMap<>();
        List<Outputs> answers = new ArrayList<>();
        try (Engine engine = EngineOptions.usual(surroundings)) {
            for (Model member : members) {
                LoadOptions options = Split.options(member.recipe(), dataset);
                ImageSet images = loaded.get(options);
                if (images == null) {
                    images =
                            DataOption.load(catalogue, dataset, options, status).test();
                    loaded.put(options, images);
                }
                status.show("reading with " + member.name());
                answers.add(read(member, engine, images));
            }
        }
        status.clear();
        report(answers);
        return Cli.DONE;
    }

    private static Outputs read(Model member, Engine engine, ImageSet images) throws CommandException {
        try (ModelReader reader = CommandException.input(() -> member.open(engine, Surroundings.cores()))) {
            return EvalCommand.read(reader, images);
        }
    }

    private void report(List<Outputs> answers) throws CommandException {
        Committee committee = CommandException.input(() -> new Committee(answers));
        ErrorRate together = ErrorRate.of(committee.average());
        if (json) {
            JsonLine line = new JsonLine()
                    .put("images", together.images())
                    .put("errors", together.errors())
                    .put("error", together.rate());
            for (int i = 0; i < answers.size(); i++) {
                ErrorRate alone = ErrorRate.of(answers.get(i));
                line.element("members")
                        .put("model", names.get(i))
                        .put("errors", alone.errors())
                        .put("error", alone.rate());
            }
            line.print(surroundings.out());
            return;
        }
        for (int i = 0; i < answers.size(); i++)
            surroundings.out().println(names.get(i) + ": " + EvalCommand.sentence(ErrorRate.of(answers.get(i))));
        surroundings.out().println("Together: " + EvalCommand.sentence(together));
    }
}
