package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.Engine;
import inklab.engine.tiny.TinyEngine;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.train.RunProgress.Phase;
import inklab.train.Runs.Broken;
import inklab.train.Runs.Run;
import inklab.train.Runs.Status;
import inklab.train.Trainer.Habits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunsTest {
    @TempDir
    Path root;

    private final TrainingImages images = (recipe, cancelled) -> Tiny.data();

    private TrainingJob job(Recipe recipe, String run) {
        return new TrainingJob(recipe, new RunFolder(root.resolve(run)), images, Habits.onCpu(1), true);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) Thread.sleep(1);
    }

    private Map<String, Runs.Entry> list() throws IOException {
        return new Runs(root)
                .list().stream()
                        .collect(Collectors.toMap(e -> e.path().getFileName().toString(), e -> e));
    }

    @Test
    void every_run_is_listed_as_it_stands_and_broken_ones_say_what_is_wrong() throws Exception {
        assertThat(new Runs(root.resolve("nowhere")).list()).isEmpty();
        Result done = job(Tiny.recipe(2), "done").run(new TinyEngine());
        TrainingJob stopped = job(Tiny.recipe(500), "stopped");
        Thread thread = new Thread(() -> {
            try {
                stopped.run(new TinyEngine());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        thread.start();
        await(() -> stopped.control().progress().epoch() > 2);
        assertThat(((Run) list().get("stopped")).status()).isEqualTo(Status.TRAINING);
        stopped.control().stop();
        thread.join();
        Files.createDirectories(root.resolve("notes"));
        Files.createFile(root.resolve("file"));
        Files.createDirectories(root.resolve("half/checkpoints"));
        Files.createDirectories(root.resolve("garbled"));
        Files.writeString(root.resolve("garbled/recipe.json"), "{\"format\":");
        job(Tiny.recipe(1), "bad-result").run(new TinyEngine());
        Files.writeString(root.resolve("bad-result/result.json"), "{}");
        job(Tiny.recipe(1), "bad-state").run(new TinyEngine());
        Files.delete(root.resolve("bad-state/result.json"));
        Files.writeString(root.resolve("bad-state/checkpoints/epoch-0001/state.json"), "[1,");

        Map<String, Runs.Entry> runs = list();
        assertThat(runs).containsOnlyKeys("done", "stopped", "half", "garbled", "bad-result", "bad-state");
        Run run = (Run) runs.get("done");
        assertThat(run.status()).isEqualTo(Status.FINISHED);
        assertThat(run.epochs()).isEqualTo(2);
        assertThat(run.testError()).isEqualTo(done.testError());
        assertThat(run.recipe()).isEqualTo(Tiny.recipe(2));
        assertThat(((Run) runs.get("stopped")).status()).isEqualTo(Status.UNFINISHED);
        assertThat(((Run) runs.get("stopped")).epochs()).isGreaterThanOrEqualTo(2);
        for (String broken : List.of("half", "garbled", "bad-result", "bad-state"))
            assertThat(((Broken) runs.get(broken)).problem().what()).contains(root.resolve(broken) + "");
    }

    @Test
    void a_new_run_gets_a_name_that_is_free() throws IOException {
        Runs runs = new Runs(root);
        assertThat(runs.fresh(Tiny.recipe(1)).name()).isEqualTo("tiny");
        Files.createDirectory(root.resolve("tiny"));
        Files.createDirectory(root.resolve("tiny-2"));
        assertThat(runs.fresh(Tiny.recipe(1)).name()).isEqualTo("tiny-3");
    }

    @Test
    void the_queue_trains_one_job_after_another_and_survives_those_that_fail() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        try (RunQueue queue = new RunQueue(() -> {
            if (opened.incrementAndGet() == 2) throw new IllegalStateException("no such device");
            return new TinyEngine();
        })) {
            TrainingJob a = job(Tiny.recipe(3), "a");
            TrainingJob noEngine = job(Tiny.recipe(3), "b");
            TrainingJob same = job(Tiny.recipe(4, new Schedule.Linear(0.1, 0)), "a");
            TrainingJob noMemory = new TrainingJob(
                    Tiny.recipe(3),
                    new RunFolder(root.resolve("c")),
                    (recipe, cancelled) -> {
                        throw new OutOfMemoryError("heap");
                    },
                    Habits.onCpu(1),
                    true);
            TrainingJob last = job(Tiny.recipe(3), "d");
            for (TrainingJob job : List.of(a, noEngine, same, noMemory, last)) queue.add(job);
            await(() -> last.control().progress().phase().isOver());
            assertThat(a.control().progress().phase()).isEqualTo(Phase.FINISHED);
            assertThat(noEngine.control().progress().problem().what()).contains("no such device");
            assertThat(same.control().progress().problem().what()).contains("another recipe");
            assertThat(noMemory.control().progress().problem().what()).contains("not enough memory");
            assertThat(last.control().progress().phase()).isEqualTo(Phase.FINISHED);
        }
    }

    @Test
    void a_paused_queue_rests_and_a_closed_one_leaves_a_checkpoint() throws Exception {
        RunQueue queue = new RunQueue(() -> (Engine) new TinyEngine());
        TrainingJob current = job(Tiny.recipe(5000), "a");
        TrainingJob next = job(Tiny.recipe(1), "b");
        TrainingJob removed = job(Tiny.recipe(1), "c");
        queue.add(current);
        queue.add(next);
        queue.add(removed);
        await(() -> current.control().progress().phase() == Phase.TRAINING);
        assertThat(queue.current()).contains(current);
        assertThat(queue.remove(removed)).isTrue();
        assertThat(queue.waiting()).containsExactly(next);

        queue.pause();
        await(() -> current.control().progress().phase() == Phase.PAUSED);
        int step = current.control().progress().step();
        Thread.sleep(50);
        assertThat(current.control().progress().step()).isEqualTo(step);
        queue.resume();
        await(() -> current.control().progress().phase() == Phase.TRAINING);
        queue.close();

        assertThat(current.control().progress().phase()).isEqualTo(Phase.STOPPED);
        assertThat(current.folder().last()).isPresent();
        assertThat(current.folder().isTraining()).isFalse();
        assertThat(next.control().progress().phase()).isEqualTo(Phase.QUEUED);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("inklab-training"));
    }
}
