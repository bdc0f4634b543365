package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.engine.tiny.TinyEngine;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.RunQueue;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingImages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTrainingTest {
    @TempDir
    private Path folder;

    private final Recipe recipe = new Recipe(
            "tiny",
            "",
            new DataSettings("pictures/halves", 0, 20, 0, DataSettings.Pixels.UNIT),
            Distortion.NONE,
            Notation.parse("1x4x4:relu-6N-2N").net().orElseThrow(),
            new TrainingSettings(10, 3, 0, 0, new Optimizer.Sgd(), new Schedule.Constant(0.1), 0, 0, 1));
    private final Selection selection = new Selection(recipe);
    private final Notices notices = new Notices();
    private final RunQueue queue = new RunQueue(TinyEngine::new);

    private QueueTraining training(TrainingImages images) {
        return new QueueTraining(
                queue,
                new Runs(folder),
                images,
                Habits.onCpu(1),
                selection,
                notices,
                new Texts(Texts.class, Locale.ENGLISH));
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void a_recipe_is_trained_and_its_end_told_and_the_bar_shows_train_again() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        QueueTraining training = training((asked, cancelled) -> {
            await(gate);
            return data();
        });
        onFx(() -> training.start(recipe));
        until(() -> training.liveProperty().get() != null
                && training.liveProperty().get().run().equals("tiny"));
        assertThat(training.running()).contains(folder.resolve("tiny"));
        gate.countDown();
        until(() -> training.liveProperty().get() == null);
        assertThat(notices.shown()).hasSize(1);
        assertThat(notices.shown().get(0).kind()).isEqualTo(Notice.Kind.GOOD);
        assertThat(selection.runProperty().get()).isEqualTo(folder.resolve("tiny"));
        assertThat(training.jobProperty().get().control().metrics()).isNotNull();
    }

    @Test
    void recipes_of_one_name_that_wait_together_get_folders_of_their_own() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        QueueTraining training = training((asked, cancelled) -> {
            await(gate);
            return data();
        });
        onFx(() -> {
            training.start(recipe);
            training.start(recipe);
            training.start(recipe);
        });
        gate.countDown();
        until(() -> training.liveProperty().get() == null);
        assertThat(notices.shown()).extracting(Notice::kind).containsOnly(Notice.Kind.GOOD);
        assertThat(List.of("tiny", "tiny-2", "tiny-3"))
                .allSatisfy(name ->
                        assertThat(folder.resolve(name).resolve("result.json")).exists());
    }

    @Test
    void images_that_cannot_be_had_are_told_in_one_sentence() throws InterruptedException {
        QueueTraining training = training((asked, cancelled) -> {
            throw new IOException("mnist is not here: fetch it in Data.");
        });
        onFx(() -> training.start(recipe));
        until(() -> training.liveProperty().get() == null && !notices.shown().isEmpty());
        assertThat(notices.shown().get(0).what()).isEqualTo("tiny: mnist is not here: fetch it in Data.");
    }

    @Test
    void a_pause_holds_until_it_is_resumed() throws InterruptedException {
        QueueTraining training = training((asked, cancelled) -> data());
        onFx(() -> {
            training.pause();
            training.start(recipe);
        });
        until(() -> training.liveProperty().get() != null
                && training.liveProperty().get().paused());
        Thread.sleep(300);
        assertThat(training.liveProperty().get()).isNotNull();
        onFx(training::resume);
        until(() -> training.liveProperty().get() == null);
    }

    private static Dataset data() {
        return new Dataset("ink", images(60), images(20), images(20));
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

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void onFx(Runnable work) {
        Snapshots.onFx(() -> {
            work.run();
            return null;
        });
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Snapshots.onFx(holds::getAsBoolean)) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain");
            Thread.sleep(20);
        }
    }
}
