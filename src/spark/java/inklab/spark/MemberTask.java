package inklab.spark;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.net.Problem;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.sweep.Outcome;
import inklab.sweep.SharedImages;
import inklab.train.CatalogueImages;
import inklab.train.Keep;
import inklab.train.Result;
import inklab.train.RunFolder;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingImages;
import inklab.train.TrainingJob;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/**
 * Trains a member in a Spark task, with as many threads as the task has cores: fetches what an earlier attempt left in the shared folder,
 * goes on from there, and sends every checkpoint back.
 *
 * @param recipe its file's text
 * @param until so many epochs; 0 for its end
 * @param data address of the data folder
 * @param shared address of the sweep's folder, with a slash at its end
 */
record MemberTask(String member, String recipe, int until, String data, String shared)
        implements Function<String, String> {
    /** A file in the shared folder that ends all members. */
    static final String STOP = ".stop";

    private static final int SEND_SECONDS = 1;
    private static final double SAVE_SECONDS = 20;

    /** What all tasks of this process share; a record is sent to where it runs, so it cannot hold this. */
    private static final class Here {
        private static final Map<String, TrainingImages> IMAGES = new HashMap<>();
        private static Engine engine;

        static synchronized Engine engine() {
            if (engine == null) engine = new Dl4jEngine();
            return engine;
        }

        static synchronized TrainingImages images(String data, String dataset) throws IOException {
            TrainingImages there = IMAGES.get(data);
            Path folder = folder(data, dataset);
            if (there == null) {
                Catalogue catalogue = new Catalogue(
                        DataFolder.find(folder, Map.of(), new Properties()),
                        (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed),
                        notice -> {});
                there = new SharedImages(new CatalogueImages(catalogue));
                IMAGES.put(data, there);
            }
            return there;
        }

        /** A data folder of this machine with the data set in it: the shared one where it is a path here, too, else a copy. */
        private static Path folder(String data, String dataset) throws IOException {
            URI address = URI.create(data);
            if ("file".equals(address.getScheme())) return Path.of(address);
            Path copy = Path.of(
                    System.getProperty("java.io.tmpdir"), "inklab-data-" + Integer.toHexString(data.hashCode()));
            Files.createDirectories(copy);
            String base = data.endsWith("/") ? data : data + "/";
            if (!dataset.equals(Catalogue.INK)) Mirror.download(base + dataset, copy.resolve(dataset));
            return copy;
        }
    }

    @Override
    public String call(String ignored) throws Exception {
        TaskContext context = TaskContext.get();
        String attempt = context.stageId() + "-" + context.taskAttemptId() + "-" + UUID.randomUUID();
        Path work = Files.createTempDirectory("inklab-member-");
        try {
            Mirror mirror = new Mirror(shared + member, work.resolve(member));
            mirror.claim(attempt);
            mirror.pull();
            return OutcomeJson.text(train(mirror, attempt, work.resolve(member), context.cpus()));
        } finally {
            Mirror.deleteHere(work);
        }
    }

    private Outcome train(Mirror mirror, String attempt, Path folder, int cores) throws IOException {
        String where = InetAddress.getLocalHost().getHostName() + ", executor "
                + SparkEnv.get().executorId();
        Recipe read = RecipeFile.parse(recipe).recipe().orElseThrow();
        TrainingImages images = Here.images(data, read.data().dataset());
        Habits habits = new Habits("cpu", cores, Keep.LAST_AND_BEST, SAVE_SECONDS);
        TrainingJob job = new TrainingJob(read, new RunFolder(folder), images, habits, true);
        job.control().stopAfter(until);
        AtomicReference<IOException> fault = new AtomicReference<>();
        ScheduledExecutorService sender =
                Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "inklab-mirror"));
        ScheduledFuture<?> sending = sender.scheduleWithFixedDelay(
                () -> send(mirror, attempt, folder, job, fault), SEND_SECONDS, SEND_SECONDS, TimeUnit.SECONDS);
        Outcome outcome;
        try {
            Result result = job.run(Here.engine());
            outcome = Outcome.of(member, result, where);
        } catch (RuntimeException e) {
            Problem problem = job.control().progress().problem();
            outcome = Outcome.failed(member, "failed", problem, where);
        } finally {
            sending.cancel(false);
            sender.shutdown();
            await(sender);
        }
        if (fault.get() != null) throw fault.get();
        Files.deleteIfExists(folder.resolve(ProgressJson.NAME));
        if (Files.isDirectory(folder)) mirror.push(attempt);
        Mirror.delete(shared + member + "/" + ProgressJson.NAME);
        return outcome;
    }

    /** Now and then while it trains; what cannot be sent ends the training. */
    private void send(Mirror mirror, String attempt, Path folder, TrainingJob job, AtomicReference<IOException> fault) {
        try {
            ProgressJson.write(folder, job.control().progress());
            mirror.push(attempt);
            if (Mirror.exists(shared + STOP)) job.control().stop();
        } catch (IOException e) {
            fault.compareAndSet(null, e);
            job.control().cancel();
        } catch (RuntimeException e) {
            fault.compareAndSet(null, new IOException("Sending checkpoints broke off by a fault: " + e + ".", e));
            job.control().cancel();
        }
    }

    private static void await(ScheduledExecutorService sender) {
        boolean interrupted = false;
        while (!sender.isTerminated()) {
            try {
                sender.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
