package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.engine.tiny.TinyEngine;
import inklab.train.Trainer.Habits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kills a training process at random moments, as a power cut would, and resumes it on one thread or two. */
class KillTest {
    private static final int KILLS = 22;

    @TempDir
    Path runs;

    /** Trains in the folder until it is done or killed: folder, engine, seconds between checkpoints, threads. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            try (Engine engine = engine(args[1])) {
                System.out.println("begins");
                train(engine, Path.of(args[0]), Double.parseDouble(args[2]), Integer.parseInt(args[3]));
            }
        }
    }

    private static Engine engine(String id) {
        return id.equals("dl4j") ? new Dl4jEngine() : new TinyEngine();
    }

    private static Result train(Engine engine, Path folder, double saveSeconds, int threads) throws Exception {
        Habits habits = new Habits("cpu", threads, new Keep(3), saveSeconds);
        TrainingImages images = (recipe, cancelled) -> Tiny.data();
        TrainingJob job = new TrainingJob(Tiny.recipe(60), new RunFolder(folder), images, habits, true);
        return job.run(engine);
    }

    @ParameterizedTest
    @CsvSource({"tiny,0.03,200", "dl4j,0.05,300"})
    void killed_at_any_moment_and_resumed_it_ends_as_if_it_had_not_been(
            String engine, String saveSeconds, int longestMillis) throws Exception {
        Path whole = runs.resolve("whole");
        Result uninterrupted;
        try (Engine here = engine(engine)) {
            uninterrupted = train(here, whole, 60, 1);
        }

        Random random = new Random(longestMillis);
        int kills = 0;
        int rounds = 0;
        while (kills < KILLS) {
            RunFolder run = new RunFolder(runs.resolve("round-" + rounds++));
            while (run.result().isEmpty()) {
                int millis = kills < KILLS ? random.nextInt(longestMillis) : 600_000;
                if (killed(run.path(), engine, saveSeconds, 1 + random.nextInt(2), millis)) kills++;
            }
            assertSame(run, uninterrupted, new RunFolder(whole).metrics().snapshot());
        }
        System.out.println(engine + ": " + kills + " kills in " + rounds + " runs");
    }

    private static boolean killed(Path folder, String engine, String saveSeconds, int threads, int millis)
            throws Exception {
        Process child = Children.java(Child.class, folder.toString(), engine, saveSeconds, "" + threads)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("begins");
            boolean over = child.waitFor(millis, TimeUnit.MILLISECONDS);
            // Every second kill comes while a checkpoint is being written.
            while (!over && millis % 2 == 1 && !Files.exists(folder.resolve("checkpoints/.new")))
                over = !child.isAlive();
            if (!over) return true;
            assertThat(child.exitValue()).isZero();
            return false;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static void assertSame(RunFolder run, Result expected, Metrics.Snapshot whole) throws Exception {
        Result result = run.result().orElseThrow();
        assertThat(result.weightsSha256()).isEqualTo(expected.weightsSha256());
        assertThat(result.bestEpoch()).isEqualTo(expected.bestEpoch());
        assertThat(result.testError()).isEqualTo(expected.testError());
        Metrics.Snapshot metrics = run.metrics().snapshot();
        assertThat(metrics.loss().points()).isEqualTo(whole.loss().points());
        for (int i = 0; i < whole.loss().size(); i++)
            assertThat((float) metrics.loss().max()[i])
                    .isEqualTo((float) whole.loss().max()[i]);
        assertThat(metrics.epochs())
                .extracting(EpochMetrics::trainLoss)
                .isEqualTo(whole.epochs().stream().map(EpochMetrics::trainLoss).toList());
        assertThat(run.outputs().orElseThrow().epoch()).isEqualTo(expected.bestEpoch());
        try (var names = Files.list(run.path().resolve("checkpoints"))) {
            assertThat(names.filter(path -> path.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }
}
