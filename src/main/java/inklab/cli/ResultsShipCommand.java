package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.ImageSet;
import inklab.engine.Engine;
import inklab.evaluate.Claim;
import inklab.evaluate.Committee;
import inklab.evaluate.ErrorRate;
import inklab.evaluate.Model;
import inklab.evaluate.ModelReader;
import inklab.evaluate.Models;
import inklab.evaluate.NetWriter;
import inklab.recipe.Recipe;
import inklab.train.Checkpoint;
import inklab.train.Outputs;
import inklab.train.RunException;
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

/** Lays trained networks among those that come with Inklab, with what they read of the test images counted again. */
@Command(
        description = "Lays runs' networks into the folder of those that come with Inklab; several become a committee.")
final class ResultsShipCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", description = "The built-in network's name.")
    private String name;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "RUNDIR", description = "Run folders.")
    private List<Path> runs = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            defaultValue = "assets/nets",
            description = "Where the built-in networks lie; ${DEFAULT-VALUE} when not given.")
    private Path to;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description =
                    "Whose test images the claim is about; the one that the networks were trained on when not given.")
    private String dataset;

    @Mixin
    private DataOption data;

    ResultsShipCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        if (!name.matches("[a-z][a-z0-9-]*"))
            throw CommandException.wrongInput("A built-in network's name has small letters, digits and dashes.");
        StatusLine status = new StatusLine(surroundings);
        List<Model.Member> members = new ArrayList<>();
        for (Path run : runs) members.add(CommandException.input(() -> member(new RunFolder(run))));
        Recipe first = members.get(0).recipe();
        for (Model.Member member : members)
            if (dataset == null
                    && !member.recipe().data().dataset().equals(first.data().dataset()))
                throw CommandException.wrongInput(
                        "The networks were trained on different data sets: say with --dataset whose test images they claim to read.");
        if (dataset == null) dataset = first.data().dataset();
        Catalogue catalogue = data.catalogue(surroundings, status);
        ImageSet images = DataOption.load(catalogue, dataset, Split.options(first, dataset), status)
                .test();
        List<Outputs> answers = new ArrayList<>();
        try (Engine engine = EngineOptions.usual(surroundings)) {
            for (Model.Member member : members) {
                status.show("reading with " + member.name());
                Model alone = new Model(member.name(), member.recipe(), member.weights());
                try (ModelReader reader = CommandException.input(() -> alone.open(engine, Surroundings.cores()))) {
                    answers.add(EvalCommand.read(reader, images));
                }
            }
        }
        status.clear();
        ErrorRate together = ErrorRate.of(answers.size() == 1 ? answers.get(0) : new Committee(answers).average());
        List<Claim.Member> claims = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++)
            claims.add(claim(new RunFolder(runs.get(i)), members.get(i), answers.get(i)));
        NetWriter writer = new NetWriter(to);
        long bytes = writer.write(
                new Model(name, members), new Claim(dataset, together.images(), together.errors(), claims));
        surroundings
                .out()
                .println(name + ": " + EvalCommand.sentence(together) + ", " + Sentences.bytes(bytes) + " of "
                        + Sentences.bytes(writer.bytes()) + " in " + to);
        return Cli.DONE;
    }

    /** Named after its recipe: two runs of one recipe differ by their seeds. */
    private static Model.Member member(RunFolder run) throws IOException {
        if (run.best().isEmpty())
            throw new RunException(run.path() + " has no checkpoint of its best epoch: train it on.");
        Model model = Models.ofRun(run);
        return new Model.Member(model.recipe().name(), model.recipe(), model.weights());
    }

    private static Claim.Member claim(RunFolder run, Model.Member member, Outputs answers) throws IOException {
        Checkpoint best = run.best().orElseThrow();
        return new Claim.Member(
                member.name(),
                member.recipe().training().seed(),
                best.epochs(),
                run.bestValidationError(),
                answers.errors());
    }
}
