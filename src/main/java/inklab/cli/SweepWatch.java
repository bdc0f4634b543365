package inklab.cli;

import inklab.sweep.SweepRun;
import inklab.sweep.Trial;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs a sweep on this thread while another one says how it goes, and stops it cleanly when the process is told to end. */
final class SweepWatch implements AutoCloseable {
    private static final int SAMPLE_MILLIS = 200;
    private static final int FAREWELL_SECONDS = 60;

    private final SweepRun run;
    private final SweepWords words;
    private final StatusLine status;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread farewell = new Thread(this::stop, "inklab-interrupted");
    private final Map<String, Trial.Status> told = new HashMap<>();
    private boolean first = true;
    private String how = "";

    SweepWatch(SweepRun run, SweepWords words, StatusLine status) {
        this.run = run;
        this.words = words;
        this.status = status;
    }

    SweepRun.Ending run(SweepRun.Crews crews, boolean resume) throws IOException {
        Thread watcher = new Thread(this::watch, "inklab-progress");
        watcher.setDaemon(true);
        Runtime.getRuntime().addShutdownHook(farewell);
        watcher.start();
        try {
            return run.run(crews, resume);
        } finally {
            over.countDown();
            tell();
            status.clear();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The process is ending, and was told so: nothing is left to remove.
        }
    }

    private void stop() {
        run.stop();
        try {
            if (!closed.await(FAREWELL_SECONDS, TimeUnit.SECONDS))
                status.keep("The last checkpoints could not be written in time; earlier ones can be resumed from.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!over.await(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) tell();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell() {
        SweepRun.Standing now = run.standing();
        if (!now.how().isEmpty() && !now.how().equals(how)) {
            how = now.how();
            status.keep(how);
        }
        int before = 0;
        for (Trial trial : now.trials()) {
            boolean news = trial.status() != Trial.Status.WAITING && trial.status() != Trial.Status.STARTED;
            if (!news || trial.status() == told.put(trial.name(), trial.status())) continue;
            // What an earlier process trained is told in one line.
            if (first && how.isEmpty()) before++;
            else status.keep(words.line(trial));
        }
        if (before > 0) status.keep(before + " members were trained before.");
        first &= now.how().isEmpty() && before == 0;
        status.show(words.line(now));
    }
}
