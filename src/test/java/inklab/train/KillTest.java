package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Dataset;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.engine.tiny.TinyEngine;
import inklab.recipe.Recipe;
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

/** Kills a training process at random moments, as a power cut would, and resumes it. */
class KillTest {
    private static final int KILLS = 24;

    @TempDir
    Path runs;

    /** Trains in the folder until it is done or killed: folder, engine, seconds between checkpoints. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            try (Engine engine = engine(args[1])) {
                System.out.println("begins");
                train(engine, Path.of(args[0]), new RunControl(), Double.parseDouble(args[2]));
            }
        }
    }

    private static Engine engine(String id) {
        return id.equals("dl4j") ? new Dl4jEngine() : new TinyEngine();
    }

    private static Result train(Engine engine, Path folder, RunControl control, double saveSeconds) throws Exception {
        Recipe recipe = Tiny.recipe(60);
        Dataset data = Tiny.data();
        RunFolder run = new RunFolder(folder);
        Habits habits = new Habits("cpu", 1, new Keep(3), saveSeconds);
        try (RunLock lock = run.lock();
                BatchSource batches = new PlainBatches(data.train(), 16, 5)) {
            assertThat(lock).isNotNull();
            return new Trainer(recipe, data, run, control, habits).train(engine, batches);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny,0.01,120", "tiny,0.1,300", "dl4j,0.05,300"})
    void killed_at_any_moment_and_resumed_it_ends_as_if_it_had_not_been(
            String engine, String saveSeconds, int longestMillis) throws Exception {
        RunControl whole = new RunControl();
        Result uninterrupted;
        try (Engine here = engine(engine)) {
            uninterrupted = train(here, runs.resolve("whole"), whole, 60);
        }

        Random random = new Random(longestMillis);
        int kills = 0;
        int rounds = 0;
        while (kills < KILLS) {
            RunFolder run = new RunFolder(runs.resolve("round-" + rounds++));
            while (run.result().isEmpty()) {
                int millis = kills < KILLS ? random.nextInt(longestMillis) : 600_000;
                if (killed(run.path(), engine, saveSeconds, millis)) kills++;
            }
            assertSame(run, uninterrupted, whole.metrics().snapshot());
        }
        System.out.println(engine + ": " + kills + " kills in " + rounds + " runs");
    }

    private static boolean killed(Path folder, String engine, String saveSeconds, int millis) throws Exception {
        Process child = Children.java(Child.class, folder.toString(), engine, saveSeconds)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("begins");
            if (child.waitFor(millis, TimeUnit.MILLISECONDS)) {
                assertThat(child.exitValue()).isZero();
                return false;
            }
            return true;
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
