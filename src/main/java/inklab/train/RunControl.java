package inklab.train;

import inklab.engine.Weights;
import java.util.Optional;

/**
 * How other threads steer and watch a training: wishes go in, which it heeds between two steps, and samples come out. Every method may be
 * called from any thread at any time, and returns at once.
 */
public final class RunControl {
    /** What the training is wished to do. */
    enum Wish {
        RUN,
        PAUSE,
        STOP,
        CANCEL
    }

    /**
     * Weights of a training that goes on.
     *
     * @param step how many steps it had done
     */
    public record LiveWeights(long step, Weights weights) {}

    private final Metrics metrics = new Metrics();
    private volatile RunProgress progress = RunProgress.of(RunProgress.Phase.QUEUED);
    private volatile Wish wish = Wish.RUN;
    private volatile int lastEpoch;
    private volatile boolean weightsWanted;
    private volatile LiveWeights weights;
    private volatile EpochOutputs outputs;

    /** Rest after the step at work, once a checkpoint is written. */
    public synchronized void pause() {
        if (wish == Wish.RUN) wish(Wish.PAUSE);
    }

    /** Go on after a pause. */
    public synchronized void resume() {
        if (wish == Wish.PAUSE) wish(Wish.RUN);
    }

    /** End after the step at work, with a checkpoint to resume from. */
    public synchronized void stop() {
        if (wish != Wish.CANCEL) wish(Wish.STOP);
    }

    /**
     * End once so many epochs are done, with a checkpoint to resume from, as if stopped just there. A training that is resumed later ends
     * with the same weights as one that never rested.
     *
     * @param epochs from 1; 0 for no such end
     */
    public void stopAfter(int epochs) {
        lastEpoch = epochs;
    }

    /** End after the step at work and save nothing: earlier checkpoints stay. */
    public synchronized void cancel() {
        wish(Wish.CANCEL);
    }

    /** How the training stands. */
    public RunProgress progress() {
        return progress;
    }

    /** What it measured so far. */
    public Metrics metrics() {
        return metrics;
    }

    /**
     * The weights that were copied last, and a request for a newer copy after the step at work; empty until the first is there. A training
     * that nobody asks copies nothing.
     */
    public Optional<LiveWeights> weights() {
        weightsWanted = true;
        return Optional.ofNullable(weights);
    }

    /** What the network answered after the epoch that was scored last; empty before the first since the training was taken up. */
    public Optional<EpochOutputs> outputs() {
        return Optional.ofNullable(outputs);
    }

    private synchronized void wish(Wish next) {
        wish = next;
        notifyAll();
    }

    // What follows is for the training's own thread.

    Wish wish() {
        return wish;
    }

    /** Whether so many epochs are enough for now. */
    boolean isRest(int epochs) {
        return lastEpoch > 0 && epochs >= lastEpoch;
    }

    /** Whether the training is to end. */
    boolean isEnding() {
        return wish == Wish.STOP || wish == Wish.CANCEL;
    }

    /** Waits until the wish is no longer to pause. */
    synchronized void awaitGoingOn() throws InterruptedException {
        while (wish == Wish.PAUSE) wait();
    }

    void report(RunProgress now) {
        progress = now;
    }

    boolean weightsWanted() {
        return weightsWanted;
    }

    void publish(LiveWeights latest) {
        weightsWanted = false;
        weights = latest;
    }

    void publish(EpochOutputs latest) {
        outputs = latest;
    }
}
