package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.engine.tiny.TinyEngine;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.RunFolder;
import inklab.train.RunProgress;
import inklab.train.RunQueue;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong outside the window is said in it, once, and everything else goes on. */
class AccidentsTest {
    @TempDir
    private Path folder;

    private final Recipe recipe = recipe("tiny", 3);
    private final Selection selection = new Selection(recipe);
    private final Notices notices = new Notices();
    private final Texts texts = new Texts(Texts.class, Locale.ENGLISH);
    private final RunQueue queue = new RunQueue(TinyEngine::new);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        queue.close();
    }

    @Test
    void a_disk_that_takes_no_checkpoint_fails_that_run_in_one_sentence_and_the_next_run_is_trained()
            throws IOException, InterruptedException {
        QueueTraining training = training(folder.resolve("runs"));
        onFx(() -> {
            training.start(recipe);
            training.start(recipe);
            return null;
        });
        until(() -> training.jobProperty().get() != null);
        // Where the checkpoints should go there is something else: nothing can be written there, as on a full disk.
        Files.writeString(folder.resolve("runs/tiny/checkpoints"), "full");
        gate.countDown();
        until(() -> training.liveProperty().get() == null);
        List<Notice> told = onFx(() -> List.copyOf(notices.shown()));
        assertThat(told).extracting(Notice::kind).containsExactlyInAnyOrder(Notice.Kind.DANGER, Notice.Kind.GOOD);
        assertThat(told.get(0).what()).startsWith("tiny: ").contains("checkpoints");
        assertThat(new RunFolder(folder.resolve("runs/tiny-2")).result()).isPresent();
        assertThat(training.jobProperty().get().control().progress().phase()).isEqualTo(RunProgress.Phase.FINISHED);
    }

    @Test
    void a_place_for_runs_that_is_none_is_told_and_nothing_is_queued() throws IOException {
        Files.writeString(folder.resolve("runs"), "not a folder");
        QueueTraining training = training(folder.resolve("runs"));
        onFx(() -> {
            training.start(recipe);
            return null;
        });
        assertThat(onFx(() -> List.copyOf(notices.shown())))
                .extracting(Notice::kind)
                .containsExactly(Notice.Kind.DANGER);
        assertThat(onFx(() -> training.liveProperty().get())).isNull();
        assertThat(queue.waiting()).isEmpty();
    }

    @Test
    void a_run_deleted_while_it_is_trained_ends_and_another_can_be_trained() throws IOException, InterruptedException {
        QueueTraining training = training(folder.resolve("runs"));
        gate.countDown();
        Recipe endless = recipe("endless", 100_000);
        onFx(() -> {
            training.start(endless);
            return null;
        });
        until(() -> training.liveProperty().get() != null
                && training.liveProperty().get().epoch() > 1);
        TrainingJob job = training.jobProperty().get();
        delete(folder.resolve("runs/endless"));
        // Either the next checkpoint cannot be written, and says so, or it can; then the run goes on until it is
        // stopped.
        Thread.sleep(200);
        onFx(() -> {
            training.stop();
            training.start(recipe);
            return null;
        });
        until(() -> training.liveProperty().get() == null);
        assertThat(job.control().progress().phase().isOver()).isTrue();
        assertThat(new RunFolder(folder.resolve("runs/tiny")).result()).isPresent();
        assertThat(onFx(() -> List.copyOf(notices.shown())))
                .filteredOn(notice -> notice.what().contains("endless"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void runs_to_go_on_with_that_are_gone_or_damaged_are_told_one_by_one() throws IOException, InterruptedException {
        QueueTraining training = training(folder.resolve("runs"));
        gate.countDown();
        Path damaged = folder.resolve("runs/damaged");
        Files.createDirectories(damaged);
        Files.writeString(damaged.resolve("recipe.json"), "{\"format\":1,");
        Path good = folder.resolve("runs/good");
        new RunFolder(good).promise(recipe("good", 2));
        // Only a few are shown at a time.
        List<Notice> told = new ArrayList<>();
        onFx(() -> {
            notices.shown().addListener((ListChangeListener<Notice>) change -> {
                while (change.next()) told.addAll(change.getAddedSubList());
            });
            training.goOn(List.of(folder.resolve("runs/gone"), damaged, good));
            return null;
        });
        until(() -> new RunFolder(good).result().isPresent()
                && training.liveProperty().get() == null);
        assertThat(onFx(() -> List.copyOf(told)))
                .filteredOn(notice -> notice.kind() == Notice.Kind.WARNING)
                .extracting(Notice::what)
                .satisfiesExactly(
                        gone -> assertThat(gone).contains("gone"),
                        broken -> assertThat(broken).contains("damaged"));
    }

    @Test
    void what_is_no_recipe_is_told_with_its_name_and_the_recipe_in_the_window_stays() throws IOException {
        Recipes recipes = new Recipes(
                selection,
                new RecipeFiles(new Presets()),
                new Jobs(Runnable::run, Runnable::run, fault -> {
                    throw new AssertionError(fault);
                }),
                notices,
                texts,
                List.of());
        Files.createDirectories(folder.resolve("folder.json"));
        List<Path> wrong = List.of(
                Files.writeString(folder.resolve("empty.json"), ""),
                Files.writeString(folder.resolve("half.json"), "{\"format\": 1, \"name\": \"ha"),
                Files.writeString(folder.resolve("list.json"), "[1, 2, 3]"),
                Files.writeString(folder.resolve("number.json"), "{\"format\": 99}"),
                Files.write(folder.resolve("bytes.json"), new byte[] {0, (byte) 0xff, (byte) 0xfe, 13, 0, 7}),
                folder.resolve("folder.json"),
                folder.resolve("missing.json"),
                Files.writeString(folder.resolve("picture.txt"), "no recipe at all"));
        for (Path file : wrong) {
            onFx(() -> {
                recipes.drop(List.of(file));
                return null;
            });
            List<Notice> told = onFx(() -> List.copyOf(notices.shown()));
            assertThat(told).as(file.toString()).hasSize(1);
            assertThat(told.get(0).what()).contains(file.getFileName().toString());
            assertThat(told.get(0).kind()).isNotEqualTo(Notice.Kind.GOOD);
            assertThat(onFx(selection::recipe)).isEqualTo(recipe);
            onFx(() -> {
                notices.remove(told.get(0));
                return null;
            });
        }
        Path good = folder.resolve("good.json");
        RecipeFile.write(good, recipe("good", 7));
        onFx(() -> {
            recipes.drop(List.of(good));
            return null;
        });
        assertThat(onFx(selection::recipe)).isEqualTo(recipe("good", 7));
        assertThat(onFx(() -> List.copyOf(recipes.recent()))).containsExactly(good);
    }

    private QueueTraining training(Path runs) {
        return new QueueTraining(
                queue,
                new Runs(runs),
                (asked, cancelled) -> {
                    await(gate);
                    return new Dataset("ink", images(60), images(20), images(20));
                },
                Habits.onCpu(1),
                selection,
                notices,
                texts);
    }

    private static Recipe recipe(String name, int epochs) {
        return new Recipe(
                name,
                "",
                new DataSettings("pictures/halves", 0, 20, 0, DataSettings.Pixels.UNIT),
                Distortion.NONE,
                Notation.parse("1x4x4:relu-6N-2N").net().orElseThrow(),
                new TrainingSettings(10, epochs, 0, 0, new Optimizer.Sgd(), new Schedule.Constant(0.1), 0, 0, 1));
    }

    /** Two classes: ink in the upper half, ink in the lower half. */
    private static ImageSet images(int count) {
        byte[] pixels = new byte[count * 16];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 2);
            for (int p = 0; p < 8; p++) pixels[16 * i + 8 * (i % 2) + p] = (byte) (200 + i % 7);
        }
        return new ImageSet(1, 4, 4, List.of("upper", "lower"), pixels, labels);
    }

    private static void delete(Path folder) throws IOException {
        // The training may write while this deletes.
        for (int tries = 0; Files.exists(folder) && tries < 50; tries++)
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
            } catch (IOException | java.io.UncheckedIOException e) {
                // Once more.
            }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T onFx(Callable<T> work) {
        return Snapshots.onFx(work);
    }

    private static void until(Callable<Boolean> holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Snapshots.onFx(holds)) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain");
            Thread.sleep(20);
        }
    }
}
