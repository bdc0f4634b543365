package inklab.sweep;

import inklab.engine.Engine;
import inklab.net.Problem;
import inklab.recipe.Recipe;
import inklab.train.Keep;
import inklab.train.Result;
import inklab.train.RunProgress;
import inklab.train.Throughput;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingImages;
import inklab.train.TrainingJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Trains on this machine: one member after another with all cores, or several side by side. */
public final class LocalCrew implements Crew {
    /** How long each way of sharing out the cores is measured. */
    private static final double MEASURED_SECONDS = 2;

    private static final double SAVE_SECONDS = 60;
    private static final String HERE = "this machine";

    private final Engine engine;
    private final TrainingImages images;
    private final SweepFolder folder;
    private final Lanes lanes;
    private final String says;
    private final String device;
    private final ExecutorService threads;
    private final ConcurrentHashMap<String, TrainingWork> working = new ConcurrentHashMap<>();

    private LocalCrew(
            Engine engine, TrainingImages images, SweepFolder folder, String device, Lanes lanes, String says) {
        this.engine = engine;
        this.images = images;
        this.folder = folder;
        this.device = device;
        this.lanes = lanes;
        this.says = says;
        this.threads = Executors.newFixedThreadPool(lanes.lanes(), work -> new Thread(work, "inklab-sweep-member"));
    }

    /** Trains so, unmeasured. */
    public static LocalCrew of(
            Engine engine, TrainingImages images, SweepFolder folder, String device, int lanes, int threads) {
        Lanes chosen = new Lanes(lanes, threads, Double.NaN);
        return new LocalCrew(engine, new SharedImages(images), folder, device, chosen, Lanes.why(chosen, List.of()));
    }

    /**
     * Measures which way of sharing out the cores trains most images a second in all, and trains in that.
     *
     * @param sweep whose first member that can be trained is measured
     */
    public static LocalCrew measured(
            Engine engine, TrainingImages images, SweepFolder folder, String device, int cores, Sweep sweep)
            throws IOException {
        SharedImages shared = new SharedImages(images);
        List<Sweep.Member> members = sweep.members();
        Optional<Recipe> first = members.stream()
                .filter(member -> member.problem().isEmpty())
                .flatMap(member -> member.recipe().stream())
                .findFirst();
        List<Lanes> ways = Lanes.ways(cores, members.size());
        if (first.isEmpty() || ways.size() == 1) return of(engine, images, folder, device, 1, cores);
        Throughput throughput = new Throughput(engine, first.get(), shared);
        List<Lanes> measured = new ArrayList<>();
        for (Lanes way : ways)
            measured.add(way.measured(throughput.measure(way.lanes(), way.threads(), MEASURED_SECONDS, device)));
        Lanes best = measured.get(0);
        for (Lanes way : measured) if (way.imagesPerSecond() > best.imagesPerSecond()) best = way;
        return new LocalCrew(engine, shared, folder, device, best, Lanes.why(best, measured));
    }

    @Override
    public int places() {
        return lanes.lanes();
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public Work begin(Assignment assignment) {
        Habits habits = new Habits(device, lanes.threads(), Keep.LAST_AND_BEST, SAVE_SECONDS);
        TrainingJob job = new TrainingJob(assignment.recipe(), folder.run(assignment.member()), images, habits, true);
        job.control().stopAfter(assignment.until());
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> train(assignment, job), threads);
        TrainingWork work = new TrainingWork(assignment, job, outcome);
        working.put(assignment.member(), work);
        return work;
    }

    private Outcome train(Assignment assignment, TrainingJob job) {
        try {
            Result result = job.run(engine);
            return Outcome.of(assignment.member(), result, HERE);
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (OutOfMemoryError | RuntimeException e) {
            Problem problem = job.control().progress().problem();
            return Outcome.failed(assignment.member(), "failed", problem, HERE);
        } finally {
            working.remove(assignment.member());
        }
    }

    @Override
    public void close() {
        working.values().forEach(Work::stop);
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private record TrainingWork(Assignment assignment, TrainingJob job, CompletableFuture<Outcome> outcome)
            implements Work {
        @Override
        public Optional<RunProgress> progress() {
            return Optional.of(job.control().progress());
        }

        @Override
        public void stop() {
            job.control().stop();
        }
    }
}
