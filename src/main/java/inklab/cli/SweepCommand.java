package inklab.cli;

import inklab.data.Catalogue;
import inklab.engine.Engine;
import inklab.sweep.Cluster;
import inklab.sweep.Crew;
import inklab.sweep.Forecast;
import inklab.sweep.LocalCrew;
import inklab.sweep.MemberTimes;
import inklab.sweep.Sweep;
import inklab.sweep.SweepCommittee;
import inklab.sweep.SweepCsv;
import inklab.sweep.SweepFolder;
import inklab.sweep.SweepRun;
import inklab.train.CatalogueImages;
import inklab.train.TrainingImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains many recipes that differ in a few fields. */
@Command(
        description =
                "Trains many nets: a recipe with axes over its fields. Each becomes a run folder in the sweep's; Ctrl-C stops"
                        + " them with checkpoints to resume from.")
final class SweepCommand implements Callable<Integer> {
    private static final String NO_SPARK =
            "There is no Spark in this Java's class path: build target/inklab-spark.jar by mvn -Pspark -DskipTests"
                    + " package, then start that as README says under Sweeps.";

    private final Surroundings surroundings;
    private final Supplier<Optional<Cluster>> clusters;

    @Parameters(
            paramLabel = "SWEEP",
            description = "A sweep's name (see: presets), a sweep's file, or with --resume a sweep folder.")
    private String sweepName;

    @Mixin
    private DataOption data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The sweep's folder; else one of the sweep's name in the folder sweeps beside the data.")
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "How many cores to use; all when not given.")
    private Integer threads;

    @Option(
            names = "--side-by-side",
            paramLabel = "N",
            description = "How many members to train at once, the cores shared out; measured when not given.")
    private Integer lanes;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "Train on a Spark cluster: spark://HOST:7077, local[2], yarn, k8s://…")
    private String spark;

    @Option(
            names = "--shared",
            paramLabel = "URI",
            description =
                    "With --spark: where the machines keep checkpoints and results (a shared folder, hdfs://…, s3a://…);"
                            + " the sweep's folder when not given.")
    private String shared;

    @Option(
            names = "--shared-data",
            paramLabel = "URI",
            description =
                    "With --spark: the data folder as the machines see it; the data folder's path when not given.")
    private String sharedData;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--resume", description = "Go on with the sweep: what has finished is not trained again.")
    private boolean resume;

    @Option(names = "--plan", description = "List the members and train nothing.")
    private boolean plan;

    @Option(
            names = "--executors",
            paramLabel = "N",
            split = ",",
            description =
                    "With --plan: how long so many executors of --threads cores (one when not given) would take: 1,2,8.")
    private List<Integer> executors = List.of();

    @Option(
            names = "--committee",
            paramLabel = "K",
            description =
                    "When it is over, let the best K by validation error answer together, and keep them as a file.")
    private Integer committee;

    @Option(names = "--csv", paramLabel = "FILE", description = "When it is over, write the members as a table.")
    private Path csv;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    SweepCommand(Surroundings surroundings, Supplier<Optional<Cluster>> clusters) {
        this.surroundings = surroundings;
        this.clusters = clusters;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        StatusLine status = new StatusLine(surroundings);
        int cores = Threads.count(threads);
        if (lanes != null && (lanes < 1 || lanes > cores))
            throw CommandException.wrongInput(
                    "--side-by-side is " + lanes + ": give a number from 1 to the " + cores + " cores.");
        if (committee != null && committee < 1)
            throw CommandException.wrongInput("--committee is " + committee + ": give how many members, 1 or more.");
        Optional<SweepFolder> begun = SweepArgument.folder(sweepName);
        Sweep sweep = begun.isPresent() ? CommandException.input(begun.get()::sweep) : SweepArgument.find(sweepName);
        for (int n : executors)
            if (n < 1 || n > Sweep.MOST)
                throw CommandException.wrongInput(
                        "--executors is " + n + ": give numbers from 1 to " + Sweep.MOST + ".");
        if (!plan && !executors.isEmpty())
            throw CommandException.wrongInput("--executors is a question to the plan: add --plan, or leave it out.");
        SweepWords words = new SweepWords(surroundings, sweep);
        if (plan && executors.isEmpty()) {
            words.plan();
            return Cli.DONE;
        }
        if (plan) return forecast(sweep, begun, status);
        SweepFolder folder = folder(sweep, begun);
        Catalogue catalogue = data.catalogue(surroundings, status);
        SweepRun run = new SweepRun(sweep, folder);
        SweepRun.Ending ending;
        if (spark != null) {
            Cluster cluster = cluster();
            String dataThere = sharedData != null
                    ? sharedData
                    : Cluster.address(surroundings.dataFolder(data.folder()).root());
            ending = work(run, () -> crew(cluster, dataThere, folder), words, folder, status);
        } else {
            require(sweep, catalogue);
            try (Engine opened = engine.open(surroundings)) {
                TrainingImages images = new CatalogueImages(catalogue);
                ending = work(run, () -> crew(opened, images, folder, sweep, cores), words, folder, status);
            }
        }
        return report(run, ending, folder, words);
    }

    /** How the time falls with executors: from what has ended in a sweep's folder, else measured here. */
    private int forecast(Sweep sweep, Optional<SweepFolder> begun, StatusLine status)
            throws CommandException, IOException {
        int cores = threads == null ? 1 : threads;
        Optional<MemberTimes> ended = begun.isPresent() ? MemberTimes.of(begun.get()) : Optional.empty();
        MemberTimes times;
        if (ended.isPresent()) times = ended.get();
        else {
            Catalogue catalogue = data.catalogue(surroundings, status);
            require(sweep, catalogue);
            status.show("training a member of each kind for a moment");
            try (Engine opened = engine.open(surroundings)) {
                times = MemberTimes.measure(sweep, opened, new CatalogueImages(catalogue), engine.device(), cores);
            }
            status.clear();
        }
        Forecast forecast = Forecast.of(sweep, times.seconds(), times.bytes());
        SweepForecast words = new SweepForecast(times, forecast, executors, cores);
        if (json) words.line(surroundings);
        else words.print(surroundings);
        return Cli.DONE;
    }

    /** Every data set that a member names must be here before the first begins. */
    private static void require(Sweep sweep, Catalogue catalogue) throws CommandException {
        List<String> names = sweep.members().stream()
                .flatMap(member -> member.recipe().stream())
                .map(recipe -> recipe.data().dataset())
                .distinct()
                .toList();
        for (String name : names) DataOption.require(catalogue, name);
    }

    private Cluster cluster() throws CommandException {
        return clusters.get().orElseThrow(() -> CommandException.wrongInput(NO_SPARK));
    }

    private Crew crew(Cluster cluster, String dataThere, SweepFolder folder) throws IOException {
        try {
            return cluster.open(spark, dataThere, folder, shared);
        } catch (NoClassDefFoundError e) {
            // Inklab's part is there, Spark's own jars are not.
            throw new IOException(NO_SPARK, e);
        }
    }

    private Crew crew(Engine opened, TrainingImages images, SweepFolder folder, Sweep sweep, int cores)
            throws IOException {
        if (lanes != null) return LocalCrew.of(opened, images, folder, engine.device(), lanes, cores / lanes);
        return LocalCrew.measured(opened, images, folder, engine.device(), cores, sweep);
    }

    private SweepRun.Ending work(
            SweepRun run, SweepRun.Crews crews, SweepWords words, SweepFolder folder, StatusLine status)
            throws IOException {
        surroundings.err().println("Sweep folder: " + folder.path());
        try (SweepWatch watch = new SweepWatch(run, words, status)) {
            return watch.run(crews, resume);
        }
    }

    private SweepFolder folder(Sweep sweep, Optional<SweepFolder> begun) throws CommandException {
        Path path = out;
        if (path == null && begun.isPresent()) path = begun.get().path();
        if (path == null)
            path = surroundings
                    .dataFolder(data.folder())
                    .root()
                    .resolve("sweeps")
                    .resolve(sweep.name());
        if (Files.exists(path) && !Files.isDirectory(path))
            throw CommandException.wrongInput(path + " is a file: choose a folder for the sweep.");
        SweepFolder folder = new SweepFolder(path);
        if (!resume && folder.exists())
            throw CommandException.wrongInput(
                    path + " holds a sweep already: go on with it by --resume, or choose another folder.");
        return folder;
    }

    private int report(SweepRun run, SweepRun.Ending ending, SweepFolder folder, SweepWords words)
            throws CommandException, IOException {
        Optional<SweepCommittee> together = Optional.empty();
        if (committee != null) {
            int most = committee;
            together = Optional.of(CommandException.input(() -> SweepCommittee.of(folder, most)));
            surroundings.err().println("Committee: " + together.get().write());
        }
        if (csv != null) write(SweepCsv.text(folder.sweep(), run.standing().trials()));
        if (json) words.line(run.standing(), ending, folder, together).print(surroundings.out());
        else words.print(run.standing(), together);
        if (ending == SweepRun.Ending.FINISHED) return Cli.DONE;
        surroundings
                .err()
                .println((ending == SweepRun.Ending.LIMIT ? "The sweep's hours are over" : "Stopped")
                        + "; to go on: sweep " + folder.path() + " --resume");
        return ending == SweepRun.Ending.LIMIT ? Cli.DONE : Cli.FAILED;
    }

    private void write(String table) throws CommandException {
        try {
            Files.writeString(csv, table, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandException.failed(csv + " cannot be written: check that its folder exists and has room.");
        }
    }
}
