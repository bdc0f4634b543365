package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.ImageSet;
import inklab.data.LoadOptions;
import inklab.engine.Engine;
import inklab.evaluate.Committee;
import inklab.evaluate.CommitteeFile;
import inklab.evaluate.ErrorRate;
import inklab.evaluate.Model;
import inklab.evaluate.ModelReader;
import inklab.evaluate.Models;
import inklab.evaluate.PairedTest;
import inklab.evaluate.Subsets;
import inklab.sweep.SweepCommittee;
import inklab.sweep.SweepFolder;
import inklab.sweep.Trial;
import inklab.train.EpochOutputs;
import inklab.train.Outputs;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Several networks that read a data set's test images together. */
@Command(
        description = {
            "Counts the errors of several networks' averaged outputs on a data set's test images.",
            "A run answers by the outputs that its training stored, as in the window; with --engine it reads the"
                    + " images anew."
        })
final class CommitteeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            description =
                    "Run folders, built-in networks' names, a committee's file NAME.committee.json, or a sweep's folder: its"
                            + " members that have finished, the best by validation error first.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "See: data list. May be left out for a committee's file and a sweep.")
    private String dataset;

    @Option(names = "--votes", description = "Also counts the errors of the networks' votes.")
    private boolean votes;

    @Option(
            names = "--figure",
            paramLabel = "FILE.png",
            description = "Draws error against committee size: every choice of these networks as a dot.")
    private Path figure;

    @Mixin
    private DataOption data;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    CommitteeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        StatusLine status = new StatusLine(surroundings);
        openFiles(status);
        Models models = new Models(surroundings.runs(data.folder()));
        List<Model> members = new ArrayList<>();
        for (String name : names) members.add(CommandException.input(() -> models.find(name)));
        Catalogue catalogue = data.catalogue(surroundings, status);
        sayWhoIsTwice(status);
        for (Model member : members) EvalCommand.refuseOtherClasses(member, catalogue, dataset);
        List<Outputs> answers = answers(members, models, catalogue, status);
        Committee committee = CommandException.input(() -> new Committee(answers));
        if (figure != null) {
            status.show("trying every choice of " + names.size());
            Subsets subsets = CommandException.input(
                    () -> Subsets.of(committee, () -> false).orElseThrow());
            new SubsetsFigure(subsets, dataset).write(figure);
        }
        status.clear();
        if (json) line(committee, models).print(surroundings.out());
        else print(committee, models);
        return Cli.DONE;
    }

    /** What each member answered, in their order: stored, or read now. */
    private List<Outputs> answers(List<Model> members, Models models, Catalogue catalogue, StatusLine status)
            throws CommandException {
        List<Outputs> answers = new ArrayList<>();
        for (String name : names)
            answers.add(CommandException.input(() -> stored(name, models).orElse(null)));
        if (!answers.contains(null)) return answers;
        // Members of one input shape read the very same images, which are then loaded once.
        Map<LoadOptions, ImageSet> loaded = new HashMap<>();
        try (Engine opened = engine.open(surroundings)) {
            for (int i = 0; i < members.size(); i++) {
                if (answers.get(i) != null) continue;
                LoadOptions options = Split.options(members.get(i).recipe(), dataset);
                ImageSet images = loaded.get(options);
                if (images == null) {
                    images =
                            DataOption.load(catalogue, dataset, options, status).test();
                    loaded.put(options, images);
                }
                status.show("reading with " + members.get(i).name());
                answers.set(i, read(members.get(i), opened, images));
            }
        }
        return answers;
    }

    /** What a run answered to these test images at its best epoch, without a network; empty when it must be asked. */
    private Optional<Outputs> stored(String name, Models models) throws IOException {
        if (engine.isChosen()) return Optional.empty();
        Optional<RunFolder> run = models.run(name);
        if (run.isEmpty() || !run.get().recipe().data().dataset().equals(dataset)) return Optional.empty();
        return run.get().outputs().map(EpochOutputs::test).filter(test -> test.size() > 0);
    }

    /** A member that is named twice weighs twice: it may be meant, but hardly is. */
    private void sayWhoIsTwice(StatusLine status) {
        Set<String> seen = new HashSet<>();
        for (String name : names)
            if (!seen.add(name)) status.keep(name + " is named twice, and so has twice the weight of the others.");
    }

    /** A committee's file stands for its members and their data set; so does a sweep's folder, however far the sweep is. */
    private void openFiles(StatusLine status) throws CommandException {
        List<String> members = new ArrayList<>();
        for (String name : names) {
            Optional<SweepFolder> sweep = SweepArgument.folder(name);
            if (sweep.isPresent()) {
                members.addAll(CommandException.input(() -> finished(sweep.get(), status)));
                continue;
            }
            if (!name.endsWith(CommitteeFile.ENDING)) {
                members.add(name);
                continue;
            }
            CommitteeFile file = CommandException.input(() -> CommitteeFile.read(Path.of(name)));
            members.addAll(file.members());
            if (dataset == null) dataset = file.dataset();
        }
        if (dataset == null)
            throw CommandException.wrongInput(
                    "It is not said which images to read: add --dataset NAME (see: data list).");
        names = members;
    }

    private List<String> finished(SweepFolder sweep, StatusLine status) throws IOException {
        List<Trial> trials = sweep.trials();
        List<Trial> finished = SweepCommittee.ranked(trials);
        if (finished.isEmpty()) throw SweepCommittee.none(sweep);
        if (dataset == null)
            dataset = finished.get(0).member().recipe().orElseThrow().data().dataset();
        status.keep(finished.size() + " of " + trials.size() + " members of " + sweep.path() + " have finished.");
        return finished.stream()
                .map(trial -> sweep.run(trial.name()).path().toString())
                .toList();
    }

    private Outputs read(Model member, Engine opened, ImageSet images) throws CommandException {
        try (ModelReader reader =
                CommandException.input(() -> member.open(opened, engine.device(), Surroundings.cores()))) {
            return EvalCommand.read(reader, images);
        }
    }

    private JsonLine line(Committee committee, Models models) throws IOException {
        ErrorRate together = ErrorRate.of(committee.average());
        JsonLine line = new JsonLine()
                .put("images", together.images())
                .put("errors", together.errors())
                .put("error", together.rate());
        if (votes) {
            ErrorRate voted = ErrorRate.of(committee.votes());
            line.put("votes_errors", voted.errors()).put("votes_error", voted.rate());
        }
        against(committee, models)
                .ifPresent(against -> line.put(
                                "against", names.get(against.single().member()))
                        .put("against_validated", against.single().validated())
                        .put("mends", against.test().onlyFirst())
                        .put("spoils", against.test().onlySecond())
                        .put("p", against.test().p()));
        for (int i = 0; i < names.size(); i++) {
            ErrorRate alone = ErrorRate.of(committee.members().get(i));
            line.element("members")
                    .put("model", names.get(i))
                    .put("errors", alone.errors())
                    .put("error", alone.rate());
        }
        return line;
    }

    private void print(Committee committee, Models models) throws IOException {
        for (int i = 0; i < names.size(); i++)
            surroundings
                    .out()
                    .println(names.get(i) + ": "
                            + EvalCommand.sentence(
                                    ErrorRate.of(committee.members().get(i))));
        surroundings.out().println("Together: " + EvalCommand.sentence(ErrorRate.of(committee.average())));
        if (votes) surroundings.out().println("By votes: " + EvalCommand.sentence(ErrorRate.of(committee.votes())));
        against(committee, models).map(this::sentence).ifPresent(surroundings.out()::println);
        if (figure != null) surroundings.out().println("Figure: " + figure);
    }

    /** NaN when it was never validated; a network that comes with Inklab says it in its claim. */
    private static double validationError(String name, Models models) throws IOException {
        Optional<RunFolder> run = models.run(name);
        if (run.isPresent()) return run.get().bestValidationError();
        if (!models.builtIn().contains(name)) return Double.NaN;
        return models.claim(name)
                .filter(claim -> claim.members().size() == 1)
                .map(claim -> claim.members().get(0).validationError())
                .orElse(Double.NaN);
    }

    /** The committee beside one of its members. */
    private record Against(Committee.Single single, PairedTest test) {}

    /** Whether the committee is better than a single net; empty when it is one. */
    private Optional<Against> against(Committee committee, Models models) throws IOException {
        if (names.size() < 2) return Optional.empty();
        List<Double> validation = new ArrayList<>();
        for (String name : names) validation.add(validationError(name, models));
        Committee.Single single = Committee.single(validation);
        PairedTest test = PairedTest.of(committee.members().get(single.member()), committee.average());
        return Optional.of(new Against(single, test));
    }

    private String sentence(Against against) {
        PairedTest test = against.test();
        return String.format(
                Locale.ROOT,
                "Against %s, %s: mends %,d, spoils %,d, p = %.2g (%,d images more or less mean nothing).",
                names.get(against.single().member()),
                against.single().validated()
                        ? "its best member by validation"
                        : "its first member (none was validated)",
                test.onlyFirst(),
                test.onlySecond(),
                test.p(),
                test.noise());
    }
}
