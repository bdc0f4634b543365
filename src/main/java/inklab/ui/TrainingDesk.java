package inklab.ui;

import inklab.recipe.Recipe;
import inklab.train.RunFolder;
import inklab.train.RunProgress;
import inklab.train.RunQueue;
import inklab.train.TrainingJob;
import inklab.ui.work.Sampler;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Training as the window has it: the queue of runs, the run at work, and how far it is. It belongs to the window, so that training goes on
 * whatever workspace is in view. For the FX thread; it has no nodes, and sees what has changed at each {@link #sample}.
 */
public final class TrainingDesk implements Training {
    /** Makes the jobs. */
    public interface Maker {
        /** A new run of this recipe, in a folder that neither exists nor is one of those. */
        TrainingJob begin(Recipe recipe, Set<Path> promised);

        /** The run in this folder, to be gone on with. */
        TrainingJob goOn(Recipe recipe, RunFolder folder);
    }

    private final RunQueue queue;
    private final Maker maker;
    private final Selection selection;
    private final Sampler<Boolean> sampler;
    private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>(this, "live");
    private final ReadOnlyObjectWrapper<TrainingJob> job = new ReadOnlyObjectWrapper<>(this, "job");
    private final ObservableList<TrainingJob> waiting = FXCollections.observableArrayList();
    private final ObservableList<TrainingJob> waitingView = FXCollections.unmodifiableObservableList(waiting);

    public TrainingDesk(RunQueue queue, Maker maker, Selection selection) {
        this.queue = queue;
        this.maker = maker;
        this.selection = selection;
        sampler = new Sampler<>(
                () -> {
                    sample();
                    return Boolean.TRUE;
                },
                seen -> {});
    }

    /** The run at work, or the one that was last; null before the first. */
    public ReadOnlyObjectProperty<TrainingJob> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** Those that wait, the next first. */
    public ObservableList<TrainingJob> waiting() {
        return waitingView;
    }

    @Override
    public ReadOnlyObjectProperty<Live> liveProperty() {
        return live.getReadOnlyProperty();
    }

    @Override
    public void start(Recipe recipe) {
        Set<Path> promised = new HashSet<>();
        for (TrainingJob other : queue.waiting()) promised.add(other.folder().path());
        queue.current().ifPresent(other -> promised.add(other.folder().path()));
        add(maker.begin(recipe, promised));
    }

    /** Goes on with a run that was stopped, at once or when the runs before it are done. */
    public void goOn(Recipe recipe, RunFolder folder) {
        add(maker.goOn(recipe, folder));
    }

    private void add(TrainingJob next) {
        queue.add(next);
        // A pause was meant for the run that was paused then.
        if (queue.current().isEmpty()) queue.resume();
        sample();
    }

    @Override
    public void pause() {
        queue.pause();
    }

    @Override
    public void resume() {
        queue.resume();
    }

    /** Ends the run at work, with a checkpoint to go on from; the next in the queue begins. */
    public void stop() {
        queue.current().ifPresent(current -> current.control().stop());
        if (queue.isPaused()) queue.resume();
    }

    /** Takes a run out of the queue. */
    public void remove(TrainingJob waits) {
        queue.remove(waits);
        sample();
    }

    /** Puts a run at another place in the queue. */
    public void move(TrainingJob waits, int to) {
        queue.move(waits, to);
        sample();
    }

    /** Looks at the queue ten times a second from now on, until {@link #close}. */
    public void watch() {
        sampler.start();
    }

    /** Looks at the queue, once. */
    public void sample() {
        Optional<TrainingJob> current = queue.current();
        List<TrainingJob> now = queue.waiting();
        if (!now.equals(waiting)) waiting.setAll(now);
        TrainingJob shown = current.orElse(job.get() != null || now.isEmpty() ? job.get() : now.get(0));
        job.set(shown);
        Live next = shown == null ? null : live(shown);
        if (next == null || !next.equals(live.get())) live.set(next);
    }

    private Live live(TrainingJob shown) {
        RunProgress at = shown.control().progress();
        if (at.phase().isOver()) return null;
        if (at.bestEpoch() > 0) selection.runProperty().set(shown.folder().path());
        int epochs = shown.recipe().training().epochs();
        return new Live(
                shown.folder().name(),
                Math.max(1, at.epoch()),
                epochs,
                fraction(at, epochs),
                at.secondsLeft(),
                at.phase() == RunProgress.Phase.PAUSED);
    }

    /** How much of all epochs is done, 0 to 1. */
    public static double fraction(RunProgress at, int epochs) {
        if (at.epoch() == 0 || at.stepsPerEpoch() == 0) return 0;
        int whole = at.phase().isOver() ? at.epoch() : at.epoch() - 1;
        double part = at.phase().isOver() && at.step() == at.stepsPerEpoch() ? 0 : (double) at.step() / at.stepsPerEpoch();
        return Math.min(1, (whole + part) / epochs);
    }

    /** The run at work writes a checkpoint and ends; those that wait are forgotten. */
    @Override
    public void close() {
        sampler.stop();
        queue.close();
    }
}
