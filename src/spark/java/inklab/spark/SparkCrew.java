package inklab.spark;

import inklab.recipe.RecipeFile;
import inklab.sweep.Assignment;
import inklab.sweep.Cluster;
import inklab.sweep.Crew;
import inklab.sweep.Outcome;
import inklab.sweep.SweepFolder;
import inklab.train.RunProgress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/** Hands members to Spark, a job of one task each: Spark spreads them over what machines there are, and begins a lost one again. */
final class SparkCrew implements Crew {
    private static final String GROUP = "inklab-sweep";
    private static final int LEAST_PLACES = 4;

    private final JavaSparkContext spark;
    private final String master;
    private final String data;
    private final String shared;
    private final SweepFolder folder;
    private final boolean same;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService waiting =
            Executors.newCachedThreadPool(work -> new Thread(work, "inklab-spark-member"));

    /** @param shared the sweep's folder as the machines see it */
    SparkCrew(JavaSparkContext spark, String master, String data, String shared, SweepFolder folder)
            throws IOException {
        this.spark = spark;
        this.master = master;
        this.data = data;
        this.shared = shared.endsWith("/") ? shared : shared + "/";
        this.folder = folder;
        this.same = this.shared.equals(Cluster.address(folder.path()))
                || this.shared.equals(Cluster.address(folder.path()) + "/");
        Mirror.delete(this.shared + MemberTask.STOP);
    }

    @Override
    public int places() {
        // Twice what there is, so that no core waits for this process; machines that join later are asked for as well.
        return Math.max(LEAST_PLACES, 2 * spark.defaultParallelism());
    }

    @Override
    public String says() {
        return "On Spark " + spark.version() + " at " + master + ": a member a task, checkpoints in " + shared + ".";
    }

    @Override
    public Work begin(Assignment assignment) {
        MemberTask task = new MemberTask(
                assignment.member(), RecipeFile.text(assignment.recipe()), assignment.until(), data, shared);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> outcome(task), waiting);
        return new SparkWork(assignment, outcome);
    }

    private Outcome outcome(MemberTask task) {
        spark.setJobGroup(GROUP, task.member(), true);
        try {
            List<String> said =
                    spark.parallelize(List.of(task.member()), 1).map(task).collect();
            if (!same)
                new Mirror(shared + task.member(), folder.run(task.member()).path()).pull();
            return OutcomeJson.read(said.get(0));
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (RuntimeException e) {
            throw new CompletionException(new IOException(sentence(task.member(), e), e));
        } catch (Exception e) {
            // Scala throws SparkException without declaring it.
            throw new CompletionException(new IOException(sentence(task.member(), e), e));
        }
    }

    private static String sentence(String member, Exception e) {
        String said = String.valueOf(e.getMessage());
        String cause = said.lines()
                .filter(line -> line.contains("Exception: "))
                .map(line -> line.replaceFirst(".*?Exception: ", "").replaceFirst("^\\w+(\\.\\w+)*Exception: ", ""))
                .findFirst()
                .orElse(e instanceof SparkException ? said.lines().findFirst().orElse(said) : said);
        return member + " could not be trained on the cluster: " + cause;
    }

    @Override
    public void close() {
        stop();
        waiting.shutdown();
        try {
            if (!waiting.awaitTermination(30, TimeUnit.SECONDS)) spark.sc().cancelJobGroup(GROUP);
            waiting.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        spark.stop();
    }

    /** Machines look for this file now and then. */
    private void stop() {
        if (waiting.isShutdown() || !stopping.compareAndSet(false, true)) return;
        try {
            Mirror.write(shared + MemberTask.STOP, "stop\n");
        } catch (IOException e) {
            // Then they end with this process, and go on from their last checkpoints.
            spark.sc().cancelJobGroup(GROUP);
        }
    }

    private final class SparkWork implements Work {
        private static final long LOOK_NANOS = 2_000_000_000L;

        private final Assignment assignment;
        private final CompletableFuture<Outcome> outcome;
        private Optional<RunProgress> seen = Optional.empty();
        private long looked = System.nanoTime() - LOOK_NANOS;

        SparkWork(Assignment assignment, CompletableFuture<Outcome> outcome) {
            this.assignment = assignment;
            this.outcome = outcome;
        }

        @Override
        public Assignment assignment() {
            return assignment;
        }

        @Override
        public CompletableFuture<Outcome> outcome() {
            return outcome;
        }

        @Override
        public synchronized Optional<RunProgress> progress() {
            if (System.nanoTime() - looked < LOOK_NANOS) return seen;
            looked = System.nanoTime();
            seen = ProgressJson.read(shared + assignment.member() + "/" + ProgressJson.NAME);
            return seen;
        }

        @Override
        public void stop() {
            SparkCrew.this.stop();
        }
    }
}
