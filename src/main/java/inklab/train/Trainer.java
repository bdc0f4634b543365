package inklab.train;

import inklab.data.Dataset;
import inklab.engine.Batch;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.engine.StepResult;
import inklab.net.Problem;
import inklab.recipe.Recipe;
import inklab.recipe.TrainingSettings;
import inklab.train.Result.Ending;
import inklab.train.RunControl.Wish;
import inklab.train.RunProgress.Phase;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The training loop, the only one there is: epochs of steps, each epoch scored and saved, until the recipe or somebody says that it is
 * enough.
 *
 * <p>The weights are a function of the recipe and the images alone. Pauses, checkpoints, breaks of any kind and the number of threads leave
 * no trace in them.
 */
public final class Trainer {
    /** How many steps of an epoch have their layers looked at. */
    private static final int OBSERVATIONS = 16;
    /** How many steps lie between two looks at least: a look costs a little. */
    private static final int UNOBSERVED = 8;

    private final Recipe recipe;
    private final TrainingSettings settings;
    private final Dataset data;
    private final RunWriter run;
    private final RunControl control;
    private final Habits habits;
    private final LongSupplier nanoTime;
    private final Scorer scorer;

    private Network network;
    private BatchSource batches;
    private MetricLog log;
    private RunState state;
    private EpochTally tally;
    private Pace pace;
    private int step;
    private double rate;
    private double saved;
    private Problem problem;

    /**
     * What may differ between two trainings that end with the same weights.
     *
     * @param device a {@link inklab.engine.Device#id()}
     * @param threads how many cores to use
     * @param keep which checkpoints stay on disk
     * @param saveSeconds how long to train within an epoch before the next checkpoint
     */
    public record Habits(String device, int threads, Keep keep, double saveSeconds) {
        /** On the processor, with a checkpoint after every epoch and every minute. */
        public static Habits onCpu(int threads) {
            return new Habits("cpu", threads, Keep.LAST_AND_BEST, 60);
        }

        /** The same with other checkpoints staying on disk. */
        public Habits keeping(Keep checkpoints) {
            return new Habits(device, threads, checkpoints, saveSeconds);
        }
    }

    /**
     * @param recipe without problems
     * @param data prepared: its images have the network's input shape
     * @param run where the training is kept; what is there already is gone on with
     */
    public Trainer(Recipe recipe, Dataset data, RunWriter run, RunControl control, Habits habits) {
        this(recipe, data, run, control, habits, System::nanoTime);
    }

    Trainer(Recipe recipe, Dataset data, RunWriter run, RunControl control, Habits habits, LongSupplier nanoTime) {
        this.recipe = recipe;
        this.settings = recipe.training();
        this.data = data;
        this.run = run;
        this.control = control;
        this.habits = habits;
        this.nanoTime = nanoTime;
        this.scorer = new Scorer(recipe.data().pixels());
    }

    /**
     * Trains until the end, on this thread; an interrupt is a wish to stop. To be called once.
     *
     * @param batches of the training images
     * @throws IOException in one sentence, when the run folder cannot be read or written; its last checkpoint is whole
     */
    public Result train(Engine engine, BatchSource batches) throws IOException {
        try (Network opened = engine.network(recipe.net(), networkSettings())) {
            this.network = opened;
            this.batches = batches;
            takeUp();
            try (MetricLog opening = run.log(state, control.metrics())) {
                log = opening;
                return conclude(loop());
            }
        }
    }

    private Ending loop() throws IOException {
        try {
            if (state.steps() == 0 && habits.keep().history() > 0) save();
            while (true) {
                Optional<Ending> ending = enough();
                if (ending.isEmpty()) ending = trainEpoch();
                if (ending.isEmpty()) ending = heed();
                if (ending.isEmpty()) ending = scoreEpoch();
                if (ending.isPresent()) return ending.get();
            }
        } catch (InterruptedException e) {
            save();
            Thread.currentThread().interrupt();
            return Ending.STOPPED;
        }
    }

    /** Whether it is enough; asked between two epochs. */
    private Optional<Ending> enough() {
        int stalled = state.epochs() - state.bestEpoch();
        if (state.epochs() >= settings.epochs()) return Optional.of(Ending.EPOCHS);
        if (settings.patience() > 0 && stalled >= settings.patience()) return Optional.of(Ending.PATIENCE);
        boolean late = settings.minutes() > 0 && pace.seconds() >= settings.minutes() * 60;
        if (late && step == 0 && state.epochs() > 0) return Optional.of(Ending.MINUTES);
        if (step == 0 && control.isRest(state.epochs())) return Optional.of(Ending.STOPPED);
        return Optional.empty();
    }

    private Optional<Ending> trainEpoch() throws IOException, InterruptedException {
        rate = rate();
        int every = Math.max(UNOBSERVED, state.stepsPerEpoch() / OBSERVATIONS);
        pace.train();
        while (step < state.stepsPerEpoch()) {
            Optional<Ending> ending = heed();
            if (ending.isPresent()) return ending;
            Batch batch = batches.next();
            long index = state.steps() - state.step() + step;
            StepResult result = network.step(batch, new Step(index, rate, step % every == 0));
            if (result.firstBadLayer() >= 0 || !Double.isFinite(result.loss()))
                return diverged(result.firstBadLayer(), Arrays.copyOf(batch.images(), imageSize()));
            step++;
            pace.stepDone(batch.size());
            record(index, batch.size(), result);
            if (pace.seconds() - saved > habits.saveSeconds()) {
                save();
                pace.train();
            }
        }
        return Optional.empty();
    }

    private void record(long index, int images, StepResult result) throws IOException {
        tally.add(images, result);
        double error = (double) result.errors() / images;
        log.add(new StepMetrics(index, state.epochs() + 1, result.loss(), error, rate, pace.imagesPerSecond()));
        if (!result.layers().isEmpty()) control.metrics().observed(index, result.layers());
        if (control.weightsWanted()) control.publish(new RunControl.LiveWeights(index + 1, network.weights()));
        report(Phase.TRAINING);
    }

    /** Does what other threads wish: rests here, or says how to end. */
    private Optional<Ending> heed() throws IOException, InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        if (control.wish() == Wish.PAUSE) {
            save();
            pace.rest();
            report(Phase.PAUSED);
            control.awaitGoingOn();
            pace.train();
        }
        return switch (control.wish()) {
            case RUN, PAUSE -> Optional.empty();
            case STOP -> {
                save();
                yield Optional.of(Ending.STOPPED);
            }
            case CANCEL -> Optional.of(Ending.CANCELLED);
        };
    }

    private Optional<Ending> scoreEpoch() throws IOException, InterruptedException {
        pace.work();
        double begun = pace.seconds();
        report(Phase.SCORING);
        Optional<Outputs> validation = scorer.score(network, data.validation(), control::isEnding);
        Optional<Outputs> test = scorer.score(network, data.test(), control::isEnding);
        if (validation.isEmpty() || test.isEmpty()) return heed();
        if (!validation.get().isFinite() || !test.get().isFinite()) return diverged(-1, someImage());

        log.add(new EpochMetrics(
                state.epochs() + 1,
                state.steps() - state.step() + step,
                tally.meanLoss(),
                tally.error(),
                validation.get().meanLoss(),
                validation.get().error(),
                test.get().meanLoss(),
                test.get().error(),
                rate,
                tally.sums(0).images() / pace.epochSeconds(),
                pace.seconds(),
                tally.meanLayers()));
        state = state.scored(validation.get().error(), test.get().error(), pace.clock());
        step = 0;
        tally = new EpochTally(state.tally());
        pace.beginEpoch();
        EpochOutputs outputs = new EpochOutputs(state.epochs(), validation.get(), test.get());
        control.publish(outputs);
        if (state.bestEpoch() == state.epochs()) run.saveOutputs(outputs);
        save(Optional.of(outputs));
        pace.scored(pace.seconds() - begun);
        return Optional.empty();
    }

    /** Goes to the last checkpoint, or to the start. */
    private void takeUp() throws IOException {
        control.report(control.progress().in(Phase.PREPARING));
        String print = Fingerprint.of(data);
        state = RunState.start(batches.stepsPerEpoch(), print);
        Optional<Checkpoint> last = run.folder().last();
        if (last.isPresent() && last.get().state().isGiven()) {
            network.load(last.get().weights());
        } else if (last.isPresent()) {
            state = last.get().state();
            if (!state.data().equals(print) || state.stepsPerEpoch() != batches.stepsPerEpoch())
                throw new RunException(run.folder().path() + " was begun with other images than the data set "
                        + data.id() + " has now: restore them, or start a new run.");
            load(last.get());
        }
        boolean epochOver = state.step() == state.stepsPerEpoch(); // but not scored yet
        batches.seek(state.epochs() + (epochOver ? 1 : 0), epochOver ? 0 : state.step());
        step = state.step();
        tally = new EpochTally(state.tally());
        rate = rate();
        pace = new Pace(state, nanoTime);
        saved = pace.seconds();
    }

    private void load(Checkpoint checkpoint) throws IOException {
        try {
            network.load(checkpoint.weights(), checkpoint.optimizerState());
        } catch (IllegalArgumentException e) {
            throw new RunException(
                    checkpoint.folder() + " does not fit the recipe's net (" + e.getMessage() + "): start a new run.",
                    e);
        }
    }

    private void save() throws IOException {
        save(Optional.empty());
    }

    /** @param outputs of the epoch that was just scored */
    private void save(Optional<EpochOutputs> outputs) throws IOException {
        Phase before = control.progress().phase();
        control.report(control.progress().in(Phase.SAVING));
        pace.work();
        state = state.during(step, tally.sums(pace.epochSeconds()), pace.clock());
        log.force();
        run.save(state, network.weights(), network.optimizerState(), outputs, habits.keep());
        saved = pace.seconds();
        control.report(control.progress().in(before));
    }

    /**
     * Numbers are no longer finite: whose fault it is, and what to try.
     *
     * @param layer the first bad layer's index; negative when not known
     * @param image one that shows it, to find the layer by
     */
    private Optional<Ending> diverged(int layer, float[] image) {
        int bad = layer >= 0 ? layer : Divergence.layer(network.activations(image));
        problem = Divergence.problem(recipe, bad, state.epochs() + 1, step, rate);
        return Optional.of(Ending.DIVERGED);
    }

    private float[] someImage() {
        float[] image = new float[imageSize()];
        recipe.data().pixels().map(data.train().image(0), 0, image, 0, image.length);
        return image;
    }

    private double rate() {
        return settings.schedule().rateAt(state.epochs(), settings.epochs(), state.validationErrors());
    }

    private int imageSize() {
        return recipe.net().input().size();
    }

    private Result conclude(Ending ending) throws IOException {
        pace.rest();
        log.flush();
        Optional<Checkpoint> last = run.folder().last();
        Result result = new Result(
                run.folder().name(),
                state.epochs(),
                state.bestEpoch(),
                state.bestValidationError(),
                state.bestTestError(),
                state.lastTestError(),
                pace.clock().imagesPerSecond(),
                pace.seconds(),
                last.isPresent() ? last.get().weightsSha256() : "",
                ending,
                problem);
        if (ending.isFinal()) run.finish(result);
        report(ending.phase());
        return result;
    }

    private void report(Phase phase) {
        long steps = (long) (settings.epochs() - state.epochs()) * state.stepsPerEpoch() - step;
        double left = pace.secondsFor(steps, settings.epochs() - state.epochs());
        if (settings.minutes() > 0) {
            double untilLate = Math.max(0, settings.minutes() * 60 - pace.seconds());
            left = Math.min(left, Math.max(untilLate, pace.secondsFor(state.stepsPerEpoch() - step, 1)));
        }
        control.report(new RunProgress(
                phase,
                state.epochs() + (phase.isOver() ? 0 : 1),
                settings.epochs(),
                step,
                state.stepsPerEpoch(),
                tally.meanLoss(),
                tally.error(),
                rate,
                pace.imagesPerSecond(),
                state.bestEpoch(),
                state.bestValidationError(),
                pace.seconds(),
                phase.isOver() ? 0 : left,
                problem));
    }

    private NetworkSettings networkSettings() {
        return new NetworkSettings(
                settings.optimizer(),
                settings.l2(),
                settings.clip(),
                settings.seed(),
                settings.batch(),
                habits.threads(),
                habits.device());
    }
}
