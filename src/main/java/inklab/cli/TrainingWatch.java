package inklab.cli;

import inklab.engine.Engine;
import inklab.train.EpochMetrics;
import inklab.train.Result;
import inklab.train.RunControl;
import inklab.train.RunProgress;
import inklab.train.TrainingJob;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs a training on this thread while another one says how it goes, and stops it cleanly when the process is told to end. */
final class TrainingWatch implements AutoCloseable {
    private static final int SAMPLE_MILLIS = 100;
    /** Where nobody watches, a long epoch says how it goes as often as this. */
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** How long the process may outlive its interruption to write the last checkpoint. */
    private static final int FAREWELL_SECONDS = 60;

    private final TrainingJob job;
    private final StatusLine status;
    private final RunControl control;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread farewell = new Thread(this::stop, "inklab-interrupted");
    private int told;
    private long spoken = System.nanoTime();

    TrainingWatch(TrainingJob job, StatusLine status) {
        this.job = job;
        this.status = status;
        this.control = job.control();
    }

    /** Trains to the end. */
    Result run(Engine engine) throws IOException {
        Thread watcher = new Thread(this::watch, "inklab-progress");
        watcher.setDaemon(true);
        Runtime.getRuntime().addShutdownHook(farewell);
        watcher.start();
        try {
            return job.run(engine);
        } finally {
            over.countDown();
            join(watcher);
            status.clear();
            tellEpochs();
        }
    }

    /** All is said about the training: the process may end. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The process is ending, and was told so: nothing is left to remove.
        }
    }

    /** The process was told to end: lets the training save, and waits for that. */
    private void stop() {
        control.stop();
        try {
            if (!closed.await(FAREWELL_SECONDS, TimeUnit.SECONDS))
                status.keep("The last checkpoint could not be written in time; an earlier one can be resumed from.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!over.await(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                tellEpochs();
                tell(control.progress());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private synchronized void tellEpochs() {
        List<EpochMetrics> epochs = control.metrics().snapshot().epochs();
        for (; told < epochs.size(); told++) keep(line(epochs.get(told)));
    }

    private synchronized void tell(RunProgress now) {
        if (!status.passes() && System.nanoTime() - spoken > SILENCE_NANOS) keep(line(now));
        status.show(line(now));
    }

    private void keep(String line) {
        status.keep(line);
        spoken = System.nanoTime();
    }

    /** Of an epoch at work. */
    static String line(RunProgress now) {
        return switch (now.phase()) {
            case QUEUED, PREPARING -> "preparing";
            case PAUSED -> "paused";
            case SCORING, SAVING, TRAINING, FINISHED, STOPPED, FAILED -> {
                long percent = now.stepsPerEpoch() == 0 ? 0 : 100L * now.step() / now.stepsPerEpoch();
                String left = Double.isNaN(now.secondsLeft()) ? "" : "  " + Sentences.time(now.secondsLeft()) + " left";
                yield String.format(
                        Locale.ROOT,
                        "epoch %d/%d %3d %%  loss %.4f%s  %s images/s%s",
                        now.epoch(),
                        now.epochs(),
                        percent,
                        now.loss(),
                        now.bestEpoch() == 0 ? "" : "  validation " + Sentences.percent(now.bestValidationError()),
                        Sentences.count(now.imagesPerSecond()),
                        left);
            }
        };
    }

    /** Of an epoch that is done. */
    static String line(EpochMetrics epoch) {
        return String.format(
                Locale.ROOT,
                "epoch %d  loss %.4f  train %s  validation %s  test %s  %s images/s  %s",
                epoch.epoch(),
                epoch.trainLoss(),
                Sentences.percent(epoch.trainError()),
                Sentences.percent(epoch.validationError()),
                Sentences.percent(epoch.testError()),
                Sentences.count(epoch.imagesPerSecond()),
                Sentences.time(epoch.seconds()));
    }
}
