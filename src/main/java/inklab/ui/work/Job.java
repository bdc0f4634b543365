package inklab.ui.work;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Work that {@link Jobs} was given, as the FX thread sees it: how far it is, and a way to cancel it. */
public final class Job {
    private record Report(double fraction, String words) {}

    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", true);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final AtomicReference<Report> unseen = new AtomicReference<>();
    private final Executor fx;
    private volatile boolean cancelled;
    private Future<?> future;

    Job(Executor fx) {
        this.fx = fx;
    }

    /** Whether a result or a fault is still to come; false at once after {@link #cancel}. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    /** From 0 to 1; negative while unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What the work is at. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** From now on neither a result nor a fault is delivered; the work is asked to stop, and its thread is interrupted. */
    public void cancel() {
        if (!running.get()) return;
        cancelled = true;
        running.set(false);
        if (future != null) future.cancel(true);
    }

    boolean isCancelled() {
        return cancelled;
    }

    void startedAs(Future<?> future) {
        this.future = future;
    }

    /** On the FX thread, when nothing more will come. */
    void ended() {
        running.set(false);
    }

    /** The worker's side. Reports between two looks of the FX thread are merged: a fast worker cannot flood it. */
    Progress progress() {
        return new Progress() {
            @Override
            public void at(double newFraction, String newWords) {
                if (unseen.getAndSet(new Report(newFraction, newWords)) == null) fx.execute(Job.this::see);
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
    }

    private void see() {
        Report report = unseen.getAndSet(null);
        if (report == null || !running.get()) return;
        fraction.set(report.fraction());
        words.set(report.words());
    }
}
