package inklab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.engine.tiny.TinyEngine;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.net.Problem;
import inklab.recipe.DataSettings;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.RunProgress;
import inklab.train.RunQueue;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.ui.Notices;
import inklab.ui.QueueTraining;
import inklab.ui.Selection;
import inklab.ui.Snapshots;
import inklab.ui.Texts;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainViewModelTest {
    @TempDir
    private Path folder;

    private final Recipe recipe = new Recipe(
            "tiny",
            "",
            new DataSettings("pictures/halves", 0, 20, 0, DataSettings.Pixels.UNIT),
            Distortion.NONE,
            Notation.parse("1x4x4:relu-6N-2N").net().orElseThrow(),
            new TrainingSettings(10, 4, 0, 0, new Optimizer.Sgd(), new Schedule.Linear(0.2, 0.05), 0, 0, 1));
    private final Selection selection = new Selection(recipe);
    private final RunQueue queue = new RunQueue(TinyEngine::new);
    private final CountDownLatch gate = new CountDownLatch(1);

    private TrainViewModel model() {
        return Snapshots.onFx(() -> {
            QueueTraining training = new QueueTraining(
                    queue,
                    new Runs(folder),
                    (asked, cancelled) -> {
                        await(gate);
                        return new Dataset("ink", images(60), images(20), images(20));
                    },
                    Habits.onCpu(1),
                    selection,
                    new Notices(),
                    new Texts(Texts.class, Locale.ENGLISH));
            Jobs now = new Jobs(Runnable::run, Runnable::run, fault -> {
                throw new AssertionError(fault);
            });
            return new TrainViewModel(
                    training,
                    selection,
                    asked -> new Samples.Sample("Halves", 60, images(45)),
                    new Runs(folder),
                    now,
                    new Presets(),
                    new Texts(TrainViewModel.class, Locale.ENGLISH));
        });
    }

    @AfterEach
    void close() {
        gate.countDown();
        queue.close();
    }

    @Test
    void before_the_start_the_recipe_and_its_schedule_are_in_view() {
        TrainViewModel model = model();
        assertThat(model.stageProperty().get()).isEqualTo(TrainViewModel.Stage.BEFORE);
        assertThat(model.words().data(model.picturesProperty().get()).note()).isEqualTo("60 images");
        assertThat(model.words().net(recipe).title()).isEqualTo("116 weights"); // 16·6 + 6 + 6·2 + 2
        TrainViewModel.Rates rates = model.ratesProperty().get();
        assertThat(rates.values()).containsExactly(new double[] {0.2, 0.1625, 0.125, 0.0875}, offset(1e-12));
        assertThat(rates.position()).isZero();
        assertThat(rates.end()).isEqualTo("0.0875 at epoch 4");
    }

    @Test
    void a_run_goes_from_preparing_to_its_end_and_shows_every_epoch() throws InterruptedException {
        TrainViewModel model = model();
        onFx(model::start);
        until(() -> look(model) == TrainViewModel.Stage.PREPARING);
        gate.countDown();
        until(() -> look(model) == TrainViewModel.Stage.OVER);
        assertThat(model.curves().validationError.points()).isEqualTo(4);
        assertThat(model.curves().trainLoss.points()).isEqualTo(24); // 4 epochs of 60 images in tens
        assertThat(model.curves().trainLoss.lastX()).isEqualTo(4);
        assertThat(model.curves().imagesPerSecond()).hasSize(4);
        assertThat(model.curves().ratios()).extracting(RunCurves.Ratio::code).containsExactly("6N", "2N");
        assertThat(model.progressProperty().get().totalShare()).isEqualTo(1);
        assertThat(model.ratesProperty().get().position()).isEqualTo(1);
        assertThat(model.stateProperty().get()).startsWith("tiny: 4 epochs in");
        assertThat(model.bestEpoch()).isBetween(1, 4);
        assertThat(model.troubleProperty().get()).isNull();
    }

    @Test
    void the_recipe_at_work_stays_in_view_while_another_is_edited_and_queued() throws InterruptedException {
        TrainViewModel model = model();
        onFx(model::start);
        until(() -> look(model) == TrainViewModel.Stage.PREPARING);
        Recipe other = recipe.withTraining(recipe.training().withSeed(2));
        onFx(() -> {
            selection.edit(other);
            model.start();
            model.start();
        });
        until(() -> look(model) != null && model.queue().size() == 2);
        assertThat(model.recipeProperty().get()).isEqualTo(recipe);
        assertThat(model.queue()).extracting(job -> job.folder().name()).containsExactly("tiny-2", "tiny-3");
        onFx(() -> model.move(1, 0));
        assertThat(model.queue()).extracting(job -> job.folder().name()).containsExactly("tiny-3", "tiny-2");
        onFx(() -> model.remove(model.queue().get(0)));
        assertThat(model.queue()).extracting(job -> job.folder().name()).containsExactly("tiny-2");
        assertThat(folder.resolve("tiny-3")).doesNotExist();
    }

    @Test
    void a_diverged_run_names_the_layer_and_offers_a_tenth_of_the_rate() throws InterruptedException {
        TrainViewModel model = model();
        onFx(model::start);
        until(() -> look(model) == TrainViewModel.Stage.PREPARING);
        RunProgress ended = new RunProgress(
                RunProgress.Phase.FAILED,
                1,
                4,
                2,
                6,
                Double.NaN,
                Double.NaN,
                0.2,
                100,
                0,
                Double.NaN,
                1,
                0,
                Problem.atLayer(0, "It diverged.", "Try less."));
        onFx(() -> model.show(new TrainViewModel.Sight(model.look().job(), ended, 1)));
        TrainViewModel.Trouble trouble = model.troubleProperty().get();
        assertThat(trouble.what()).isEqualTo("6N diverged in epoch 1, step 3: its numbers are no longer finite.");
        onFx(model::mend);
        assertThat(selection.recipe().training().schedule().rate()).isEqualTo(0.02);
        assertThat(model.troubleProperty().get()).isNull();
    }

    @Test
    void a_setting_out_of_its_range_is_refused_with_the_reason() {
        assertThat(SettingsForm.wrong(recipe, recipe.training().withEpochs(0))).isPresent();
        assertThat(SettingsForm.wrong(recipe, recipe.training().withEpochs(7))).isEmpty();
        assertThat(SettingsForm.parse("0,25")).contains(0.25);
        assertThat(SettingsForm.parse("many")).isEmpty();
    }

    @Test
    void every_schedule_keeps_its_course_when_it_is_scaled() {
        for (int kind = 0; kind < 6; kind++) {
            Schedule schedule = Schedules.ofKind(kind, 0.2, 9);
            assertThat(Schedules.kind(schedule)).isEqualTo(kind);
            Schedule tenth = Schedules.scaled(schedule, 0.1);
            for (int epoch = 0; epoch < 9; epoch++)
                assertThat(tenth.rateAt(epoch, 9, List.of()))
                        .isEqualTo(0.1 * schedule.rateAt(epoch, 9, List.of()), within(1e-9));
        }
    }

    @Test
    void figures_are_written_with_as_many_digits_as_they_deserve() {
        assertThat(Words.ratio(Math.log10(1 / 187.0))).isEqualTo("1:190");
        assertThat(Words.ratio(-4)).isEqualTo("1:10,000");
        assertThat(Words.rate(0.1092)).isEqualTo("0.1");
        assertThat(Words.exactRate(0.18103)).isEqualTo("0.181");
        assertThat(Words.error(0.0074)).isEqualTo("0.74 %");
        assertThat(Words.errorTick(0.005)).isEqualTo("0.5 %");
        assertThat(Words.errorTick(0.2)).isEqualTo("20 %");
    }

    private static TrainViewModel.Stage look(TrainViewModel model) {
        model.show(model.look());
        return model.stageProperty().get();
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
