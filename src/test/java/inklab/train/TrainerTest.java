package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import inklab.data.Dataset;
import inklab.engine.Safetensors;
import inklab.engine.tiny.TinyEngine;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.Result.Ending;
import inklab.train.RunProgress.Phase;
import inklab.train.Trainer.Habits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    @TempDir
    Path runs;

    private final Dataset data = Tiny.data();

    private Result train(Recipe recipe, String run, RunControl control) throws IOException {
        return train(recipe, run, control, Habits.onCpu(1), System::nanoTime, plain(recipe));
    }

    private Result train(
            Recipe recipe, String run, RunControl control, Habits habits, LongSupplier clock, BatchSource batches)
            throws IOException {
        try (RunWriter open = folder(run).open(recipe, true);
                batches;
                TinyEngine engine = new TinyEngine()) {
            return new Trainer(recipe, data, open, control, habits, clock).train(engine, batches);
        }
    }

    private BatchPipeline plain(Recipe recipe) {
        return Tiny.batches(recipe, data.train());
    }

    private RunFolder folder(String run) {
        return new RunFolder(runs.resolve(run));
    }

    @Test
    void it_learns_and_reports_the_best_validation_epoch_and_the_end() throws IOException {
        RunControl control = new RunControl();
        Result result = train(Tiny.recipe(12), "a", control);
        List<EpochMetrics> epochs = control.metrics().snapshot().epochs();

        assertThat(epochs).hasSize(12);
        assertThat(epochs.get(0).validationError()).isGreaterThan(0.3);
        double lowest =
                epochs.stream().mapToDouble(EpochMetrics::validationError).min().orElseThrow();
        assertThat(lowest).isLessThan(0.2);
        assertThat(result.validationError()).isEqualTo(lowest);
        EpochMetrics best = epochs.stream()
                .filter(epoch -> epoch.validationError() == lowest)
                .findFirst()
                .orElseThrow();
        assertThat(result.bestEpoch()).isEqualTo(best.epoch());
        assertThat(result.testError()).isEqualTo(best.testError());
        assertThat(result.lastTestError()).isEqualTo(epochs.get(11).testError());
        assertThat(result.ending()).isEqualTo(Ending.EPOCHS);
        assertThat(control.progress().phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void the_run_folder_holds_the_last_and_the_best_weights_and_the_best_outputs() throws IOException {
        Result result = train(Tiny.recipe(12), "a", new RunControl());
        RunFolder folder = folder("a");

        assertThat(folder.checkpoints())
                .extracting(Checkpoint::epochs)
                .containsExactlyElementsOf(result.bestEpoch() == 12 ? List.of(12) : List.of(result.bestEpoch(), 12));
        assertThat(folder.best().orElseThrow().epochs()).isEqualTo(result.bestEpoch());
        Path weights = folder.last().orElseThrow().folder().resolve("weights.safetensors");
        assertThat(Safetensors.sha256(Safetensors.read(weights).weights())).isEqualTo(result.weightsSha256());
        EpochOutputs outputs = folder.outputs().orElseThrow();
        assertThat(outputs.epoch()).isEqualTo(result.bestEpoch());
        assertThat(outputs.validation().error()).isEqualTo(result.validationError());
        assertThat(outputs.test().error()).isEqualTo(result.testError());
        assertThat(folder.result()).contains(result);
    }

    @Test
    void every_step_and_epoch_is_in_the_log_and_read_back_as_it_was_seen() throws IOException {
        RunControl control = new RunControl();
        train(Tiny.recipe(3), "a", control);
        Metrics.Snapshot seen = control.metrics().snapshot();
        Metrics.Snapshot read = folder("a").metrics().snapshot();

        assertThat(seen.loss().points()).isEqualTo(3 * 21);
        assertThat(read.loss().step()).isEqualTo(seen.loss().step());
        for (int i = 0; i < seen.loss().size(); i++)
            assertThat((float) read.loss().mean()[i])
                    .isEqualTo((float) seen.loss().mean()[i]);
        assertThat(read.epochs()).isEqualTo(seen.epochs());
        assertThat(seen.epochs().get(2).layers()).extracting("name").containsExactly("0", "2");
        assertThat(seen.epochs().get(2).layers().get(0).updateToWeight()).isBetween(-4.0, -1.0);
        double mean =
                java.util.Arrays.stream(seen.loss().mean()).limit(21).average().orElseThrow();
        assertThat(seen.epochs().get(0).trainLoss()).isBetween(mean * 0.98, mean * 1.02);
    }

    @Test
    void the_same_recipe_gives_the_same_weights_whatever_happens_on_the_way() throws Exception {
        String plain = train(Tiny.recipe(8), "plain", new RunControl()).weightsSha256();

        Habits busy = new Habits("cpu", 2, new Keep(4), 0.05);
        RunControl interfering = new RunControl();
        CompletableFuture<Result> run = CompletableFuture.supplyAsync(() -> {
            try {
                return train(Tiny.recipe(8), "busy", interfering, busy, System::nanoTime, plain(Tiny.recipe(8)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        while (!run.isDone()) {
            interfering.pause();
            Thread.sleep(3);
            interfering.weights();
            interfering.resume();
            Thread.sleep(2);
        }
        assertThat(run.get().weightsSha256()).isEqualTo(plain);

        TrainingSettings other = Tiny.recipe(8).training().withSeed(6);
        assertThat(train(Tiny.recipe(8).withTraining(other), "other", new RunControl())
                        .weightsSha256())
                .isNotEqualTo(plain);
    }

    @Test
    void stopped_at_any_step_and_resumed_it_ends_the_same() throws IOException {
        Recipe recipe = Tiny.recipe(3);
        RunControl whole = new RunControl();
        Result uninterrupted = train(recipe, "whole", whole);

        RunControl last = null;
        Result result = null;
        for (int sessions = 0; result == null || !result.ending().isFinal(); sessions++) {
            RunControl control = new RunControl();
            last = control;
            int steps = 1 + sessions * 5 % 7;
            result = train(
                    recipe,
                    "parts",
                    control,
                    Habits.onCpu(1),
                    System::nanoTime,
                    new StoppingBatches(recipe, control, steps));
            if (!result.ending().isFinal()) assertThat(result.ending()).isEqualTo(Ending.STOPPED);
        }
        assertThat(result.weightsSha256()).isEqualTo(uninterrupted.weightsSha256());
        assertThat(result.testError()).isEqualTo(uninterrupted.testError());
        assertThat(result.bestEpoch()).isEqualTo(uninterrupted.bestEpoch());

        Metrics.Snapshot parts = folder("parts").metrics().snapshot();
        Metrics.Snapshot all = whole.metrics().snapshot();
        assertThat(parts.loss().step()).isEqualTo(all.loss().step());
        for (int i = 0; i < all.loss().size(); i++)
            assertThat((float) parts.loss().mean()[i])
                    .isEqualTo((float) all.loss().mean()[i]);
        for (int i = 0; i < 3; i++) {
            assertThat(parts.epochs().get(i).trainLoss())
                    .isEqualTo(all.epochs().get(i).trainLoss());
            assertThat(parts.epochs().get(i).layers())
                    .isEqualTo(all.epochs().get(i).layers());
        }
        assertThat(last.metrics().snapshot().epochs()).hasSize(3);
    }

    @Test
    void cancelled_it_keeps_its_last_checkpoint_and_nothing_newer() throws IOException {
        Recipe recipe = Tiny.recipe(3);
        RunControl control = new RunControl();
        BatchSource batches = new StoppingBatches(recipe, control, 30) {
            @Override
            void end() {
                control.cancel();
            }
        };
        Result result = train(recipe, "a", control, Habits.onCpu(1), System::nanoTime, batches);
        assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(folder("a").last().orElseThrow().folder()).hasFileName("epoch-0001");
        assertThat(folder("a").result()).isEmpty();
        assertThat(train(recipe, "a", new RunControl()).weightsSha256())
                .isEqualTo(train(recipe, "b", new RunControl()).weightsSha256());
    }

    @Test
    void an_interrupt_stops_with_a_checkpoint() throws Exception {
        Recipe recipe = Tiny.recipe(1000);
        RunControl control = new RunControl();
        CompletableFuture<Result> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(train(recipe, "a", control));
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        while (control.progress().epoch() < 3) Thread.sleep(1);
        thread.interrupt();
        assertThat(result.get().ending()).isEqualTo(Ending.STOPPED);
        assertThat(folder("a").last().orElseThrow().epochs()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void patience_ends_it_so_many_epochs_after_the_best() throws IOException {
        TrainingSettings t = Tiny.recipe(400).training();
        TrainingSettings patient =
                new TrainingSettings(t.batch(), 400, 0, 5, t.optimizer(), t.schedule(), t.l2(), t.clip(), t.seed());
        RunControl control = new RunControl();
        Result result = train(Tiny.recipe(400).withTraining(patient), "a", control);
        assertThat(result.ending()).isEqualTo(Ending.PATIENCE);
        assertThat(result.epochs()).isEqualTo(result.bestEpoch() + 5);
        assertThat(control.metrics().snapshot().epochs().stream()
                        .skip(result.bestEpoch())
                        .mapToDouble(EpochMetrics::validationError))
                .allMatch(error -> error >= result.validationError());
    }

    @Test
    void the_time_limit_ends_it_after_the_epoch_it_ran_out_in_and_does_not_change_its_weights() throws IOException {
        TrainingSettings t = Tiny.recipe(400).training();
        TrainingSettings limited =
                new TrainingSettings(t.batch(), 400, 1, 0, t.optimizer(), t.schedule(), t.l2(), t.clip(), t.seed());
        Recipe recipe = Tiny.recipe(400).withTraining(limited);
        AtomicLong clock = new AtomicLong();
        LongSupplier ticking = () -> clock.addAndGet(200_000_000); // 0.2 s at every look
        Result result = train(recipe, "a", new RunControl(), Habits.onCpu(1), ticking, plain(recipe));
        assertThat(result.ending()).isEqualTo(Ending.MINUTES);
        assertThat(result.epochs()).isBetween(1, 20);
        assertThat(result.wallSeconds()).isGreaterThan(60);
        assertThat(result.weightsSha256())
                .isEqualTo(train(Tiny.recipe(result.epochs()), "b", new RunControl())
                        .weightsSha256());
    }

    @Test
    void pauses_do_not_count_as_time() throws Exception {
        Recipe recipe = Tiny.recipe(2);
        RunControl control = new RunControl();
        control.pause();
        CompletableFuture<Result> run = CompletableFuture.supplyAsync(() -> {
            try {
                return train(recipe, "a", control);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        while (control.progress().phase() != Phase.PAUSED) Thread.sleep(1);
        double seconds = control.progress().seconds();
        Thread.sleep(1500);
        control.resume();
        assertThat(run.get().wallSeconds() - seconds).isLessThan(1.4);
        assertThat(folder("a").checkpoints()).isNotEmpty();
    }

    @Test
    void numbers_that_are_no_longer_finite_stop_it_with_a_problem_at_the_layer() throws IOException {
        RunControl control = new RunControl();
        Recipe wild = Tiny.recipe(50, new Schedule.Constant(1e30))
                .withNet(new NetSpec(
                        new Shape(1, 6, 6),
                        List.of(
                                new LayerSpec.Dense(9, Activation.IDENTITY, WeightInit.GLOROT),
                                new LayerSpec.Output(4, WeightInit.GLOROT))));
        Result result = train(wild, "a", control);
        assertThat(result.ending()).isEqualTo(Ending.DIVERGED);
        assertThat(result.problem().layer()).isBetween(0, 1);
        assertThat(result.problem().what()).contains("no longer finite in epoch 1");
        assertThat(result.problem().how()).contains("1.0E29 instead of 1.0E30").contains("clip");
        assertThat(control.progress().phase()).isEqualTo(Phase.FAILED);
        assertThat(control.progress().problem()).isEqualTo(result.problem());
        assertThat(folder("a").result()).contains(result);
    }

    @Test
    void weights_that_blow_up_in_the_very_last_step_are_noticed_too() throws IOException {
        Recipe one = Tiny.recipe(1, new Schedule.Constant(1e45));
        TrainingSettings t = one.training();
        Recipe oneStep = one.withTraining(
                new TrainingSettings(330, 1, 0, 0, t.optimizer(), t.schedule(), t.l2(), t.clip(), t.seed()));
        Result result = train(oneStep, "a", new RunControl());
        assertThat(result.ending()).isEqualTo(Ending.DIVERGED);
        assertThat(result.problem().what()).contains("in epoch 1, after step 1");
        assertThat(result.epochs()).isZero();
    }

    @Test
    void other_images_than_it_was_begun_with_are_refused() throws IOException {
        Recipe recipe = Tiny.recipe(2);
        train(recipe, "a", new RunControl());
        Dataset others = new Dataset("tiny", Tiny.images(9, 330), data.validation(), data.test());
        try (RunWriter open = folder("a").open(recipe, true);
                BatchSource batches = plain(recipe)) {
            Trainer trainer = new Trainer(recipe, others, open, new RunControl(), Habits.onCpu(1));
            assertThatIOException()
                    .isThrownBy(() -> trainer.train(new TinyEngine(), batches))
                    .withMessageContaining("other images");
        }
    }

    @Test
    void without_validation_images_the_last_epoch_is_the_best() throws IOException {
        Recipe recipe = Tiny.recipe(3);
        Dataset none = new Dataset("tiny", data.train(), data.validation().range(0, 0), data.test());
        RunFolder folder = folder("a");
        Result result;
        try (RunWriter open = folder.open(recipe, true);
                BatchSource batches = plain(recipe)) {
            result =
                    new Trainer(recipe, none, open, new RunControl(), Habits.onCpu(1)).train(new TinyEngine(), batches);
        }
        assertThat(result.bestEpoch()).isEqualTo(3);
        assertThat(result.validationError()).isNaN();
        assertThat(Files.readString(folder.path().resolve("result.json"))).contains("\"validation_error\" : null");
        assertThat(folder.result().orElseThrow().validationError()).isNaN();
    }

    @Test
    void a_thinned_history_of_checkpoints_is_kept_when_asked_for() throws IOException {
        Recipe recipe = Tiny.recipe(21);
        Habits habits = new Habits("cpu", 1, new Keep(6), 60);
        Result result = train(recipe, "a", new RunControl(), habits, System::nanoTime, plain(recipe));
        assertThat(folder("a").checkpoints())
                .extracting(Checkpoint::epochs)
                .contains(0, 4, 8, 12, 16, 20, 21, result.bestEpoch())
                .hasSizeLessThanOrEqualTo(8);
        for (Checkpoint checkpoint : folder("a").checkpoints()) {
            boolean scored = checkpoint.epochs() > 0 && checkpoint.epochs() % 4 == 0;
            if (!scored) continue;
            EpochOutputs outputs = checkpoint.outputs().orElseThrow();
            EpochMetrics measured = folder("a").metrics().snapshot().epochs().get(checkpoint.epochs() - 1);
            assertThat(outputs.epoch()).isEqualTo(checkpoint.epochs());
            assertThat(outputs.test().error()).isEqualTo(measured.testError());
            assertThat(outputs.validation().error()).isEqualTo(measured.validationError());
        }
        assertThat(folder("a").checkpoints().get(0).outputs()).isEmpty();
    }

    @Test
    void a_walk_through_a_training_keeps_fewer_epochs_of_a_large_net() {
        Recipe recipe = Tiny.recipe(8);
        assertThat(Keep.walk(recipe).history()).isEqualTo(32);
        Recipe large = recipe.withNet(new inklab.net.NetSpec(
                recipe.net().input(),
                List.of(
                        new inklab.net.LayerSpec.Dense(
                                300_000, inklab.net.Activation.TANH, inklab.net.WeightInit.GLOROT),
                        new inklab.net.LayerSpec.Output(4, inklab.net.WeightInit.GLOROT))));
        // 12.3 million weights, and as much momentum: 98 MB an epoch.
        assertThat(Keep.walk(large).history()).isEqualTo(5);
    }

    @Test
    void what_an_epoch_answered_stays_when_its_checkpoint_is_written_again() throws IOException {
        Recipe recipe = Tiny.recipe(2);
        Habits habits = new Habits("cpu", 1, new Keep(8), 60);
        train(recipe, "a", new RunControl(), habits, System::nanoTime, plain(recipe));
        RunControl stopped = new RunControl();
        stopped.stop();
        train(Tiny.recipe(4), "a", stopped, habits, System::nanoTime, plain(Tiny.recipe(4)));
        assertThat(folder("a").checkpoints().stream()
                        .filter(c -> c.isWhole() && c.epochs() == 2)
                        .findFirst()
                        .orElseThrow()
                        .outputs())
                .isPresent();
    }

    @Test
    void progress_tells_where_it_is_and_how_long_it_will_take() throws IOException {
        Recipe recipe = Tiny.recipe(4);
        RunControl control = new RunControl();
        List<RunProgress> seen = new java.util.ArrayList<>();
        BatchSource watching = new StoppingBatches(recipe, control, 50) {
            @Override
            void end() {
                seen.add(control.progress());
            }
        };
        AtomicLong clock = new AtomicLong();
        train(recipe, "a", control, Habits.onCpu(1), () -> clock.addAndGet(1_000_000), watching);
        RunProgress at = seen.get(0);
        assertThat(at.phase()).isEqualTo(Phase.TRAINING);
        assertThat(at.epoch()).isEqualTo(3);
        assertThat(at.epochs()).isEqualTo(4);
        assertThat(at.step()).isEqualTo(49 - 2 * 21);
        assertThat(at.stepsPerEpoch()).isEqualTo(21);
        assertThat(at.bestEpoch()).isBetween(1, 2);
        assertThat(at.imagesPerSecond()).isGreaterThan(0);
        double done = at.seconds();
        assertThat(at.secondsLeft()).isBetween(done * 35 / 49 * 0.6, done * 35 / 49 * 1.4);
        assertThat(control.progress().secondsLeft()).isZero();
    }

    /** Ends the training while it makes its n-th mini-batch. */
    private class StoppingBatches implements BatchSource {
        private final BatchSource batches;
        private final RunControl control;
        private int left;

        StoppingBatches(Recipe recipe, RunControl control, int steps) {
            this.batches = plain(recipe);
            this.control = control;
            this.left = steps;
        }

        void end() {
            control.stop();
        }

        @Override
        public int stepsPerEpoch() {
            return batches.stepsPerEpoch();
        }

        @Override
        public void seek(int epoch, int step) {
            batches.seek(epoch, step);
        }

        @Override
        public inklab.engine.Batch next() throws InterruptedException {
            if (--left == 0) end();
            return batches.next();
        }

        @Override
        public void close() {
            batches.close();
        }
    }
}
