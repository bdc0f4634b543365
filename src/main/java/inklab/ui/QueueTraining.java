package inklab.ui;

import inklab.net.Problem;
import inklab.recipe.Recipe;
import inklab.train.Keep;
import inklab.train.RunFolder;
import inklab.train.RunProgress;
import inklab.train.RunQueue;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingImages;
import inklab.train.TrainingJob;
import inklab.ui.work.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Training in the window: recipes become jobs of the {@link RunQueue}, which is looked at five times a second while there is something to
 * see. It belongs to the window, so that leaving a workspace never stops it.
 */
public final class QueueTraining implements Training {
    private record Sample(
            Optional<TrainingJob> current, RunProgress progress, boolean paused, List<TrainingJob> waiting) {}

    /** More steps than the progress bar has pixels. */
    private static final double FINEST = 500;

    private final RunQueue queue;
    private final Runs runs;
    private final TrainingImages images;
    private final Habits habits;
    private final Selection selection;
    private final Notices notices;
    private final Texts texts;
    private final Sampler<Sample> sampler = new Sampler<>(this::look, this::seen);
    private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>(this, "live");
    private final ReadOnlyObjectWrapper<TrainingJob> job = new ReadOnlyObjectWrapper<>(this, "job");

    private final ObservableList<TrainingJob> waiting = FXCollections.observableArrayList();
    private final ObservableList<TrainingJob> waitingView = FXCollections.unmodifiableObservableList(waiting);

    /** Jobs whose end has not been told yet. */
    private final List<TrainingJob> open = new ArrayList<>();

    public QueueTraining(
            RunQueue queue,
            Runs runs,
            TrainingImages images,
            Habits habits,
            Selection selection,
            Notices notices,
            Texts texts) {
        this.queue = queue;
        this.runs = runs;
        this.images = images;
        this.habits = habits;
        this.selection = selection;
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public ReadOnlyObjectProperty<Live> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** The job that is trained now, or was last; null before the first. Its control and metrics may be read at any time. */
    public ReadOnlyObjectProperty<TrainingJob> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** The jobs that wait, the next first. */
    public ObservableList<TrainingJob> waiting() {
        return waitingView;
    }

    /** Whether this run is being trained, or waits to be. */
    public boolean uses(Path run) {
        return running().map(run::equals).orElse(false)
                || queue.waiting().stream()
                        .anyMatch(waits -> waits.folder().path().equals(run));
    }

    /** Ends the job at work, with a checkpoint to go on from; then the next one begins. */
    public void stop() {
        queue.current().ifPresent(current -> current.control().stop());
        queue.resume();
        sampler.sample();
    }

    /** Takes a job that waits out of the queue. */
    public void remove(TrainingJob job) {
        if (!queue.remove(job)) return;
        open.remove(job);
        try {
            // The folder was only promised to it; one that holds more stays.
            job.folder().breakPromise();
        } catch (IOException e) {
            // It holds a run already, or cannot be removed: an empty folder is no run and harms nobody.
        }
        sampler.sample();
    }

    /** Puts a job that waits at another place in the queue. */
    public void move(TrainingJob job, int to) {
        queue.move(job, to);
        sampler.sample();
    }

    @Override
    public void start(Recipe recipe) {
        try {
            RunFolder folder = runs.fresh(recipe);
            // Taken at once: the next recipe of this name, queued before this one begins, must find another.
            Files.createDirectories(folder.path());
            add(new TrainingJob(recipe, folder, images, habits(recipe), false));
        } catch (IOException e) {
            notices.add(Notice.danger(texts.get("training.folder", runs.root()), texts.get("training.folder.how")));
        }
    }

    /** Goes on with a run that was stopped. */
    public void goOn(Path run) {
        goOn(List.of(run));
    }

    /** Goes on with runs that were stopped or had not begun, one after the other; the first is told. */
    public void goOn(List<Path> runs) {
        boolean told = false;
        for (Path run : runs) {
            RunFolder folder = new RunFolder(run);
            try {
                Recipe recipe = folder.recipe();
                // It may have ended while the window closed: then its end is told, and nothing else.
                boolean ended = folder.result().isPresent();
                add(new TrainingJob(recipe, folder, images, habits(recipe), true));
                if (!ended && !told) notices.add(Notice.good(texts.get("training.resumed", folder.name())));
                told |= !ended;
            } catch (IOException e) {
                notices.add(Notice.warning(e.getMessage(), ""));
            }
        }
    }

    @Override
    public Optional<Path> running() {
        return queue.current().map(current -> current.folder().path());
    }

    @Override
    public List<Path> leave() {
        List<Path> left = new ArrayList<>(running().stream().toList());
        for (TrainingJob one : queue.waiting()) {
            try {
                one.folder().promise(one.recipe());
                left.add(one.folder().path());
            } catch (IOException e) {
                notices.add(Notice.warning(e.getMessage(), ""));
            }
        }
        return left;
    }

    @Override
    public void pause() {
        queue.pause();
        sampler.sample();
    }

    @Override
    public void resume() {
        queue.resume();
        sampler.sample();
    }

    /** Waits for the checkpoint: not for the FX thread while the window is to be seen. */
    @Override
    public void close() {
        queue.close();
    }

    /** Those of the next training: on the device and the threads that are chosen now. */
    private Habits habits(Recipe recipe) {
        String device = selection.deviceId().isEmpty() ? habits.device() : selection.deviceId();
        return new Habits(device, selection.threads(), Keep.walk(recipe), habits.saveSeconds());
    }

    private void add(TrainingJob added) {
        open.add(added);
        queue.add(added);
        sampler.start();
    }

    private Sample look() {
        Optional<TrainingJob> current = queue.current();
        RunProgress progress = current.map(now -> now.control().progress()).orElse(null);
        return new Sample(current, progress, queue.isPaused(), queue.waiting());
    }

    private void seen(Sample sample) {
        sample.current().ifPresent(this::watch);
        if (!waiting.equals(sample.waiting())) waiting.setAll(sample.waiting());
        List<TrainingJob> ended = tellEndings();
        // A short one may begin and end between two looks.
        if (sample.current().isEmpty() && !ended.isEmpty()) watch(ended.get(ended.size() - 1));
        if (sample.current().isEmpty() && sample.waiting().isEmpty()) {
            live.set(null);
            sampler.stop();
        } else {
            Live now = liveOf(sample);
            // What looks the same is not laid out and drawn again.
            if (!now.equals(live.get())) live.set(now);
        }
    }

    private void watch(TrainingJob now) {
        if (job.get() == now) return;
        job.set(now);
        selection.runProperty().set(now.folder().path());
    }

    private List<TrainingJob> tellEndings() {
        List<TrainingJob> ended = open.stream()
                .filter(one -> one.control().progress().phase().isOver())
                .toList();
        open.removeAll(ended);
        for (TrainingJob one : ended) tell(one.folder().name(), one.control().progress());
        return ended;
    }

    private void tell(String run, RunProgress end) {
        Problem problem = end.problem();
        if (problem != null)
            notices.add(Notice.danger(
                    run + ": " + place(problem) + texts.sentence(problem.what()), texts.sentence(problem.how())));
        else if (end.phase() == RunProgress.Phase.FINISHED && Double.isFinite(end.bestValidationError()))
            notices.add(Notice.good(
                    texts.get("training.done", run, Figures.percent(end.bestValidationError(), 2), end.bestEpoch())));
    }

    /** Which field is meant; of a layer the sentence itself says it. */
    private static String place(Problem problem) {
        return problem.where().matches("(data|distortion|training)\\..+") ? problem.where() + ": " : "";
    }

    private static Live liveOf(Sample sample) {
        RunProgress now = sample.progress();
        String run = sample.current().map(one -> one.folder().name()).orElse("");
        if (now == null) return new Live(run, 0, 0, 0, Double.NaN, sample.paused());
        boolean known = now.stepsPerEpoch() > 0 && now.epoch() > 0;
        double fraction =
                known ? (now.epoch() - 1 + (double) now.step() / now.stepsPerEpoch()) / Math.max(1, now.epochs()) : 0;
        return new Live(
                run,
                now.epoch(),
                now.epochs(),
                Math.rint(FINEST * Math.min(1, fraction)) / FINEST,
                Math.rint(now.secondsLeft()),
                sample.paused());
    }
}
