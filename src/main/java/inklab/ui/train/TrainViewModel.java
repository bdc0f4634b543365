package inklab.ui.train;

import inklab.net.Problem;
import inklab.recipe.Presets;
import inklab.recipe.Published;
import inklab.recipe.Recipe;
import inklab.recipe.Rows;
import inklab.recipe.Schedule;
import inklab.train.EpochMetrics;
import inklab.train.Metrics;
import inklab.train.RunProgress;
import inklab.train.Runs;
import inklab.train.TrainingJob;
import inklab.ui.Figures;
import inklab.ui.QueueTraining;
import inklab.ui.Selection;
import inklab.ui.Texts;
import inklab.ui.widget.Picture;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * What the workspace Train shows, and what its buttons do. It has no nodes. It looks at the run at work when told to ({@link #look},
 * {@link #show}), and owns nothing that trains: {@link QueueTraining} goes on without it.
 */
public final class TrainViewModel {
    /** How far the run in view is. */
    public enum Stage {
        /** No run yet. */
        BEFORE,
        /** Reading images, building the net. */
        PREPARING,
        RUNNING,
        PAUSED,
        OVER;

        /** Whether something is trained. */
        boolean isLive() {
            return this == PREPARING || this == RUNNING || this == PAUSED;
        }
    }

    /**
     * What is compared from one look to the next.
     *
     * @param version of the metrics
     */
    record Sight(TrainingJob job, RunProgress progress, long version) {}

    /**
     * The panel's figures, as they are written.
     *
     * @param epochShare of the epoch at work that is done, 0 to 1
     * @param totalShare of all epochs
     */
    record Progress(
            String best,
            String bestNote,
            String epoch,
            double epochShare,
            String total,
            double totalShare,
            String left,
            String speed) {}

    /**
     * The learning rate over the epochs.
     *
     * @param values at even steps from the first epoch to the last
     * @param position how far the run is, 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // A curve to draw, compared by nobody.
    record Rates(double[] values, double position, String now, String start, String end) {}

    /** Why a run failed, what to try, and (null for none) what a press on the button changes. */
    record Trouble(String what, String how, String mend, Recipe mended) {}

    private static final int MOST_RATES = 400;
    /** Of a smaller rate nobody reads all digits. */
    private static final double TINY = 1e-4;

    private final QueueTraining training;
    private final Selection selection;
    private final Samples samples;
    private final Jobs jobs;
    private final Texts texts;
    private final Presets presets;
    private final Doctor doctor;
    private final RecipeWords words;
    private final Latest<Recipe, RecipePictures> pictureOf;
    private final RunCurves curves = new RunCurves();
    private final Map<TrainingJob, ObjectProperty<Picture>> thumbnails = new WeakHashMap<>();

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.BEFORE);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>(this, "recipe");
    private final ReadOnlyObjectWrapper<RecipePictures> pictures = new ReadOnlyObjectWrapper<>(this, "pictures");
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress");
    private final ReadOnlyObjectWrapper<Rates> rates = new ReadOnlyObjectWrapper<>(this, "rates");
    private final ReadOnlyObjectWrapper<Trouble> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<List<Hint>> hints = new ReadOnlyObjectWrapper<>(this, "hints", List.of());
    private final ReadOnlyObjectWrapper<Runs.Run> unfinished = new ReadOnlyObjectWrapper<>(this, "unfinished");
    private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper(this, "drawn");
    private final BooleanProperty log = new SimpleBooleanProperty(this, "log", true);
    private final IntegerProperty smoothing = new SimpleIntegerProperty(this, "smoothing", 64);
    private TrainingJob shown;
    private Optional<Published> published = Optional.empty();
    private int bestEpoch;
    private double lastEpoch = 1;

    /** @param runs where an earlier start's unfinished run is looked for */
    public TrainViewModel(
            QueueTraining training,
            Selection selection,
            Samples samples,
            Runs runs,
            Jobs jobs,
            Presets presets,
            Texts texts) {
        this.training = training;
        this.selection = selection;
        this.samples = samples;
        this.jobs = jobs;
        this.presets = presets;
        this.texts = texts;
        doctor = new Doctor(texts);
        words = new RecipeWords(texts);
        pictureOf = jobs.latest(r -> RecipePictures.of(r, samples), pictures::set);
        selection.recipeProperty().addListener(o -> choose());
        training.jobProperty().addListener(o -> choose());
        choose();
        showProgress(null);
        jobs.run(progress -> unfinished(runs), found -> unfinished.set(found.orElse(null)), fault -> {});
    }

    /** How far the run in view is. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The line beside the title. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The recipe in view: that of the run at work, else the selected one. */
    public ReadOnlyObjectProperty<Recipe> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RecipePictures> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Rates> ratesProperty() {
        return rates.getReadOnlyProperty();
    }

    /** Null while nothing is wrong. */
    ReadOnlyObjectProperty<Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Hint>> hintsProperty() {
        return hints.getReadOnlyProperty();
    }

    /** A run that can be gone on with while nothing is trained; null for none. */
    ReadOnlyObjectProperty<Runs.Run> unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /** Counts how often the curves changed. */
    ReadOnlyIntegerProperty drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** Whether error and loss are drawn on a logarithmic axis. */
    BooleanProperty logProperty() {
        return log;
    }

    /** Over how many steps the loss is smoothed. */
    IntegerProperty smoothingProperty() {
        return smoothing;
    }

    RunCurves curves() {
        return curves;
    }

    /** The epoch with the lowest validation error; 0 before the first is done. */
    int bestEpoch() {
        return bestEpoch;
    }

    /** Where the charts' x ends, in epochs. */
    double lastEpoch() {
        return lastEpoch;
    }

    /** The published figure of the recipe in view. */
    Optional<Published> published() {
        return published;
    }

    RecipeWords words() {
        return words;
    }

    /** The runs that wait, the next first. */
    ObservableList<TrainingJob> queue() {
        return training.waiting();
    }

    /** The first image of a waiting run as its net gets it; null until it is there. */
    ObjectProperty<Picture> thumbnail(TrainingJob job) {
        return thumbnails.computeIfAbsent(job, j -> {
            ObjectProperty<Picture> picture = new SimpleObjectProperty<>();
            jobs.run(progress -> RecipePictures.first(j.recipe(), samples), picture::set, fault -> {});
            return picture;
        });
    }

    List<Recipe> presets() {
        return presets.all();
    }

    /** The published results that the presets reproduce. */
    Rows rows() {
        return presets.rows();
    }

    void usePreset(Recipe preset) {
        selection.open(preset, Optional.empty());
    }

    /** Trains the selected recipe, or puts it at the queue's end. */
    void start() {
        training.start(selection.recipe());
        look();
    }

    void pauseOrResume() {
        if (stage.get() == Stage.PAUSED) training.resume();
        else training.pause();
    }

    /** Ends the run at work, with a checkpoint to go on from. */
    void stop() {
        training.stop();
    }

    void remove(TrainingJob job) {
        training.remove(job);
    }

    void move(int from, int to) {
        if (from >= 0 && from < queue().size()) training.move(queue().get(from), to);
    }

    /** Goes on with the run that was stopped: the one in view, or the one that an earlier start left. */
    void goOn() {
        if (stoppedHere()) training.goOn(shown.folder().path());
        else if (unfinished.get() != null) training.goOn(unfinished.get().path());
        unfinished.set(null);
    }

    /** Whether there is a run to go on with while nothing is trained. */
    boolean canGoOn() {
        return !stage.get().isLive() && (stoppedHere() || unfinished.get() != null);
    }

    /** The name of the run that {@link #goOn} would go on with. */
    String goOnName() {
        if (stoppedHere()) return shown.folder().name();
        return unfinished.get() == null ? "" : unfinished.get().folder().name();
    }

    private boolean stoppedHere() {
        return shown != null && shown.control().progress().phase() == RunProgress.Phase.STOPPED;
    }

    /** Takes what mends the trouble into the recipe. */
    void mend() {
        Trouble now = trouble.get();
        if (now == null || now.mended() == null) return;
        selection.edit(now.mended());
        trouble.set(null);
    }

    /** Changes the selected recipe. */
    void edit(Recipe next) {
        selection.edit(next);
    }

    /** What there is to be seen now; cheap. */
    Sight look() {
        TrainingJob job = training.jobProperty().get();
        return job == null
                ? new Sight(null, null, 0)
                : new Sight(
                        job, job.control().progress(), job.control().metrics().version());
    }

    /** Shows what was seen. */
    void show(Sight sight) {
        if (sight.job() == null) return;
        if (sight.job() != shown) {
            shown = sight.job();
            curves.clear();
            trouble.set(null);
        }
        RunProgress at = sight.progress();
        stage.set(stage(at));
        choose();
        Metrics.Snapshot seen = shown.control().metrics().snapshot();
        bestEpoch = at.bestEpoch();
        lastEpoch = Math.max(1, at.phase().isOver() ? seen.epochs().size() + partial(at) : at.epoch());
        double speed = at.phase().isOver() || at.step() == 0 ? 0 : at.imagesPerSecond();
        curves.show(shown.recipe().net(), seen, at.stepsPerEpoch(), speed);
        hints.set(doctor.examine(shown.recipe(), seen));
        showProgress(at);
        showRates(at, seen.epochs());
        state.set(state(at));
        if (at.problem() != null && trouble.get() == null && stage.get() == Stage.OVER) trouble.set(trouble(at));
        drawn.set(drawn.get() + 1);
    }

    /** How much of all epochs is done, 0 to 1. */
    static double fraction(RunProgress at, int epochs) {
        if (at.epoch() == 0 || at.stepsPerEpoch() == 0) return 0;
        boolean over = at.phase().isOver();
        double part = over && at.step() == at.stepsPerEpoch() ? 0 : (double) at.step() / at.stepsPerEpoch();
        return Math.min(1, ((over ? at.epoch() : at.epoch() - 1) + part) / epochs);
    }

    private static double partial(RunProgress at) {
        return at.stepsPerEpoch() > 0 && at.step() > 0 && at.step() < at.stepsPerEpoch() ? 1 : 0;
    }

    private static Stage stage(RunProgress at) {
        return switch (at.phase()) {
            case QUEUED, PREPARING -> Stage.PREPARING;
            case TRAINING, SCORING, SAVING -> Stage.RUNNING;
            case PAUSED -> Stage.PAUSED;
            case FINISHED, STOPPED, FAILED -> Stage.OVER;
        };
    }

    private void choose() {
        Recipe next = stage.get().isLive() && shown != null ? shown.recipe() : selection.recipe();
        if (next.equals(recipe.get())) return;
        recipe.set(next);
        published = Published.of(next, presets);
        pictureOf.set(next);
        showRates(null, List.of());
        if (!stage.get().isLive()) state.set(shown == null ? texts.get("state.before") : state.get());
        drawn.set(drawn.get() + 1);
    }

    private String state(RunProgress at) {
        int epochs = shown.recipe().training().epochs();
        long step = (long) Math.max(0, at.epoch() - 1) * at.stepsPerEpoch() + at.step();
        String name = shown.folder().name();
        return switch (at.phase()) {
            case QUEUED, PREPARING -> texts.get("state.preparing", name);
            case TRAINING, SCORING, SAVING -> texts.get("state.running", at.epoch(), epochs, Figures.count(step));
            case PAUSED -> texts.get("state.paused", at.epoch(), epochs, Figures.count(step));
            case FINISHED -> texts.counted("state.finished", at.epoch(), name, at.epoch(), Figures.time(at.seconds()));
            case STOPPED -> texts.counted("state.stopped", epochs, name, at.epoch(), epochs);
            case FAILED -> texts.get("state.failed", name);
        };
    }

    private void showProgress(RunProgress at) {
        if (at == null) {
            progress.set(new Progress("", "", "", 0, "", 0, "", ""));
            return;
        }
        int epochs = shown.recipe().training().epochs();
        double total = fraction(at, epochs);
        double part = at.stepsPerEpoch() == 0 ? 0 : (double) at.step() / at.stepsPerEpoch();
        boolean over = at.phase().isOver();
        progress.set(new Progress(
                at.bestEpoch() == 0 ? "\u2013" : Words.error(at.bestValidationError()),
                at.bestEpoch() == 0 ? texts.get("best.none") : texts.get("best.note", at.bestEpoch()),
                texts.get("progress.epoch", Math.max(1, at.epoch())),
                over && total >= 1 ? 1 : part,
                texts.counted("progress.all", epochs, epochs),
                total,
                over
                        ? Figures.time(at.seconds())
                        : Double.isNaN(at.secondsLeft()) ? "\u2013" : Figures.time(at.secondsLeft()),
                at.imagesPerSecond() > 0 ? Figures.count(Math.round(at.imagesPerSecond())) : ""));
    }

    /** The schedule of the recipe in view; what has not been measured yet is taken as it stands. */
    private void showRates(RunProgress at, List<EpochMetrics> epochs) {
        Recipe of = recipe.get();
        Schedule schedule = of.training().schedule();
        int all = of.training().epochs();
        List<Double> errors = new ArrayList<>();
        boolean own = at != null && shown != null && shown.recipe().equals(of);
        if (own) for (EpochMetrics epoch : epochs) errors.add(epoch.validationError());
        int n = Math.max(2, Math.min(MOST_RATES, all));
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            int epoch = (int) Math.round(i * (all - 1.0) / (n - 1));
            values[i] = schedule.rateAt(epoch, all, errors.subList(0, Math.min(epoch, errors.size())));
        }
        double end = values[n - 1];
        double now = own && at.rate() > 0 ? at.rate() : values[0];
        rates.set(new Rates(
                values,
                own ? fraction(at, all) : 0,
                Words.exactRate(now),
                Words.exactRate(values[0]),
                texts.get("rate.end", end < TINY ? Words.rate(end) : Words.exactRate(end), all)));
    }

    private Trouble trouble(RunProgress at) {
        Problem problem = at.problem();
        int layer = problem.layer();
        Recipe of = shown.recipe();
        // A run that was refused never began: of its layers nothing can be said by way of the rate.
        boolean began = at.epoch() > 0
                || at.step() > 0
                || shown.control().metrics().snapshot().loss().size() > 0;
        if (layer < 0 || layer >= of.net().layers().size() || !began)
            return new Trouble(texts.sentence(problem.what()), texts.sentence(problem.how()), "", null);
        Schedule lower = Schedules.scaled(of.training().schedule(), 0.1);
        Recipe mended = of.withTraining(Schedules.with(of.training(), lower));
        String rate = Words.exactRate(lower.rate());
        return new Trouble(
                texts.get(
                        "diverged",
                        Words.layer(of.net(), Integer.toString(layer)),
                        Math.max(1, at.epoch()),
                        at.step() + 1),
                texts.get(
                        "diverged.how", Words.exactRate(of.training().schedule().rate())),
                texts.get("diverged.mend", rate),
                mended);
    }

    private static Optional<Runs.Run> unfinished(Runs runs) throws java.io.IOException {
        return runs.list().stream()
                .filter(Runs.Run.class::isInstance)
                .map(Runs.Run.class::cast)
                .filter(run -> run.status() == Runs.Status.UNFINISHED)
                .findFirst();
    }
}
