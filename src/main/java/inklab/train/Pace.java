package inklab.train;

import inklab.train.RunState.Clock;
import java.util.function.LongSupplier;

/** Keeps a training's time: how long it took, how fast it goes, and how long it will take yet. */
final class Pace {
    /** Images a second are measured over at least this long, or the figure would dance. */
    private static final double WINDOW = 0.25;

    private final Stopwatch wall;
    private final Stopwatch training;
    private final double trainingBefore;
    private double epochStart;
    private long images;
    private long stepsHere;
    private double windowStart;
    private long windowImages;
    private double now;
    private double lastScoring = Double.NaN;

    /** Goes on from a saved place; the wall's watch runs from here on. */
    Pace(RunState state, LongSupplier nanoTime) {
        Clock clock = state.clock();
        wall = new Stopwatch(clock.seconds(), nanoTime);
        training = new Stopwatch(clock.trainingSeconds(), nanoTime);
        trainingBefore = clock.trainingSeconds();
        epochStart = clock.trainingSeconds() - state.tally().seconds();
        images = clock.images();
        windowStart = trainingBefore;
        wall.start();
    }

    /** Steps follow. */
    void train() {
        wall.start();
        training.start();
    }

    /** Something other than steps follows: scoring, saving. */
    void work() {
        wall.start();
        training.stop();
    }

    /** Nothing follows, for how long ever. */
    void rest() {
        training.stop();
        wall.stop();
    }

    void stepDone(int batch) {
        images += batch;
        stepsHere++;
        windowImages += batch;
        double seconds = training.seconds();
        if (now > 0 && seconds - windowStart < WINDOW) return;
        now = windowImages / Math.max(seconds - windowStart, 1e-9);
        windowStart = seconds;
        windowImages = 0;
    }

    /** The next step is an epoch's first. */
    void beginEpoch() {
        epochStart = training.seconds();
    }

    /** Scoring and saving an epoch took so long. */
    void scored(double seconds) {
        lastScoring = seconds;
    }

    /** Training images a second, over the last quarter of a second or so; 0 before the first step. */
    double imagesPerSecond() {
        return now;
    }

    /** Since the training began, without pauses and breaks. */
    double seconds() {
        return wall.seconds();
    }

    /** In this epoch's steps. */
    double epochSeconds() {
        return training.seconds() - epochStart;
    }

    Clock clock() {
        return new Clock(wall.seconds(), training.seconds(), images);
    }

    /**
     * Seconds that so many steps and scorings will take; NaN before the first step.
     *
     * @param epochs how many times the network will be scored
     */
    double secondsFor(long steps, int epochs) {
        if (stepsHere == 0) return Double.NaN;
        double step = (training.seconds() - trainingBefore) / stepsHere;
        return steps * step + (Double.isNaN(lastScoring) ? 0 : epochs * lastScoring);
    }
}
