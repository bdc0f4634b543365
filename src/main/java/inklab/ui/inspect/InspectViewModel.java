package inklab.ui.inspect;

import inklab.engine.Engine;
import inklab.evaluate.Reading;
import inklab.recipe.Recipe;
import inklab.train.TrainingImages;
import inklab.ui.Selection;
import inklab.ui.widget.PadStroke;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;

/**
 * What the workspace shows: a net, one of its epochs, an image and a unit are chosen; look, score and growth follow, each computed in the
 * background and never older than the newest choice but one. For the FX thread.
 */
final class InspectViewModel implements AutoCloseable {
    /** How things stand with the net. */
    enum Stand {
        /** It is being looked for. */
        LOOKING,
        /** There is none. */
        NONE,
        /** The run has written no weights yet. */
        WAITING,
        READY,
        /** Its files are gone or damaged. */
        TROUBLE
    }

    private final Finder finder;
    private final TrainingImages source;
    private final Selection selection;
    private final Jobs jobs;
    private final WeightCache cache = new WeightCache();
    private final Lens lens;
    private final Examiner examiner;
    private final Latest<Lens.Ask, Outcome<Look>> looking;
    private final ScoreModel scores;
    private final Latest<Growth.Ask, Outcome<Optional<Growth>>> growing;
    private final ChangeListener<Path> runChanged = (o, was, now) -> turnTo(null);

    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(this, "stand", Stand.LOOKING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyStringWrapper epochTrouble = new ReadOnlyStringWrapper(this, "epochTrouble", "");
    private final ReadOnlyStringWrapper imagesTrouble = new ReadOnlyStringWrapper(this, "imagesTrouble", "");
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(this, "subject");
    private final ReadOnlyIntegerWrapper epoch = new ReadOnlyIntegerWrapper(this, "epoch");
    private final ReadOnlyObjectWrapper<TestImages> images = new ReadOnlyObjectWrapper<>(this, "images");
    private final ReadOnlyObjectWrapper<Exhibit> exhibit = new ReadOnlyObjectWrapper<>(this, "exhibit");
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(this, "look");
    private final ReadOnlyObjectWrapper<Growth> growth = new ReadOnlyObjectWrapper<>(this, "growth");
    private Job loading;
    private final UnitChoice unit = new UnitChoice();
    private int channel;
    private Recipe imagesOf;
    private Exhibit blank;
    private boolean checked;

    /** Opens a picture that came before there was a net; null for none. */
    private Runnable unopened;

    /**
     * @param source of the test images
     * @param engine asked off the FX thread; the first answer may take seconds
     * @param jobs of at least three threads, so that a long scoring keeps nothing waiting
     * @param threads how many cores a scoring uses
     */
    InspectViewModel(
            Shelf shelf,
            TrainingImages source,
            Supplier<? extends Engine> engine,
            Selection selection,
            Jobs jobs,
            int threads) {
        finder = new Finder(shelf, jobs, selection.runProperty()::get, this::found);
        this.source = source;
        this.selection = selection;
        this.jobs = jobs;
        lens = new Lens(engine, cache);
        examiner = new Examiner(engine, cache, threads);
        looking = jobs.latest(ask -> Outcome.of(() -> lens.look(ask)), this::looked);
        scores = new ScoreModel(jobs, examiner, () -> loading != null && loading.isRunning(), this::firstExhibit);
        growing = jobs.latest(ask -> Outcome.of(() -> Growth.of(ask, cache)), this::grown);
        selection.runProperty().addListener(runChanged);
    }

    ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /** Why the net cannot be looked at, in a sentence; empty while it can. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Why this epoch cannot be looked at, in a sentence; empty while it can. Others may. */
    ReadOnlyStringProperty epochTroubleProperty() {
        return epochTrouble.getReadOnlyProperty();
    }

    /** Why there are no images, in a sentence; empty while there are, or may be. */
    ReadOnlyStringProperty imagesTroubleProperty() {
        return imagesTrouble.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Choice>> choicesProperty() {
        return finder.choicesProperty();
    }

    /** The net that is looked at; null before there is one. */
    ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** The epoch that is wanted; look and score say which one they show. */
    ReadOnlyIntegerProperty epochProperty() {
        return epoch.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TestImages> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** The image that is looked at; null before there is one. */
    ReadOnlyObjectProperty<Exhibit> exhibitProperty() {
        return exhibit.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** How well the wanted epoch reads. */
    ScoreModel scores() {
        return scores;
    }

    ReadOnlyObjectProperty<Growth> growthProperty() {
        return growth.getReadOnlyProperty();
    }

    /** Looks for nets, and for new epochs of the one that is looked at. */
    void look() {
        finder.look();
    }

    /** Looks at this net from now on. */
    void choose(Choice choice) {
        Path run = choice.run().orElse(null);
        if (run != null && !run.equals(selection.runProperty().get()))
            selection.runProperty().set(run);
        else turnTo(choice);
    }

    private void turnTo(Choice choice) {
        finder.turnTo(choice);
    }

    private void found(Finder.Found found) {
        if (!found.trouble().isEmpty()) failed(found.trouble());
        else if (found.choice() == null) empty(Stand.NONE);
        else if (found.subject().isEmpty()) empty(Stand.WAITING);
        else show(found.subject());
    }

    private void failed(String sentence) {
        trouble.set(sentence);
        empty(Stand.TROUBLE);
    }

    private void empty(Stand now) {
        looking.cancel();
        scores.empty();
        growing.cancel();
        subject.set(null);
        look.set(null);
        growth.set(null);
        stand.set(now);
        if (now != Stand.WAITING) unopened = null;
    }

    private void show(Subject now) {
        Subject before = subject.get();
        boolean same = before != null
                && before.choice().equals(now.choice())
                && timeless(before.recipe()).equals(timeless(now.recipe()))
                && before.epochs().get(0).equals(now.epochs().get(0));
        if (!same) {
            cache.clear();
            unit.clear();
            channel = 0;
            look.set(null);
            scores.forget();
            growth.set(null);
        }
        boolean newest = same && epoch.get() == before.last();
        trouble.set("");
        subject.set(now);
        epoch.set(same && !newest ? now.nearest(epoch.get()) : now.last());
        stand.set(Stand.READY);
        loadImages(now.recipe());
        order();
        Runnable waiting = unopened;
        unopened = null;
        if (waiting != null) waiting.run();
    }

    /** A run that is to go on for longer is the same run. */
    private static Recipe timeless(Recipe recipe) {
        return recipe.withTraining(recipe.training().withEpochs(1));
    }

    private void loadImages(Recipe recipe) {
        boolean same = imagesOf != null
                && imagesOf.data().equals(recipe.data())
                && imagesOf.net().input().equals(recipe.net().input());
        if (same && (images.get() != null || (loading != null && loading.isRunning()))) return;
        if (loading != null) loading.cancel();
        imagesOf = recipe;
        images.set(null);
        exhibit.set(null);
        imagesTrouble.set("");
        loading = jobs.run(
                progress -> TestImages.load(recipe, source, progress::cancelled),
                loaded -> {
                    images.set(loaded);
                    firstExhibit();
                    order();
                },
                fault -> imagesTrouble.set(String.valueOf(fault.getMessage())));
    }

    /** Walks to the epoch nearest to this one that can be looked at. */
    void setEpoch(int wanted) {
        if (subject.get() == null) return;
        int nearest = subject.get().nearest(wanted);
        if (nearest == epoch.get()) return;
        epoch.set(nearest);
        checked = false;
        order();
    }

    /** So many epochs on, or back. */
    void step(int by) {
        Subject now = subject.get();
        if (now == null) return;
        int at = now.epochs().indexOf(epoch.get()) + by;
        setEpoch(now.epochs().get(Math.max(0, Math.min(now.epochs().size() - 1, at))));
    }

    private void order() {
        orderLook();
        orderScore();
    }

    private void orderLook() {
        Subject now = subject.get();
        if (now == null) return;
        Exhibit shown = exhibit.get();
        if (shown == null) {
            // Filters need no image; maps of blank paper are bare.
            if (blank == null || !blank.shape().equals(now.recipe().net().input()))
                blank = Exhibit.blank(now.recipe().net().input());
            shown = blank;
        }
        looking.set(new Lens.Ask(now, epoch.get(), shown, unit.get(), channel));
    }

    private void orderScore() {
        if (subject.get() != null) scores.order(new Examiner.Ask(subject.get(), epoch.get(), images.get()));
    }

    private void looked(Outcome<Look> outcome) {
        if (subject.get() == null) return;
        if (outcome.failed()) {
            look.set(null);
            growth.set(null);
            fault(outcome.trouble());
            return;
        }
        epochTrouble.set("");
        checked = false;
        Look seen = outcome.result();
        unit.settle(seen.unit().unit());
        if (seen.subject().choice().equals(subject.get().choice())) look.set(seen);
        Growth.Ask ask = new Growth.Ask(subject.get(), seen.epoch(), seen.unit().unit());
        if (seen.unit().arithmetic().isPresent()) growing.set(ask);
        else growth.set(null);
    }

    /** An epoch cannot be read: whether the run is gone with it shows when it is opened once more. */
    private void fault(String sentence) {
        epochTrouble.set(sentence);
        if (checked) return;
        checked = true;
        look();
    }

    private void grown(Outcome<Optional<Growth>> outcome) {
        // A thinned history loses epochs while it is walked through: the next look finds those that are left.
        if (!outcome.failed()) growth.set(outcome.result().orElse(null));
    }

    /** A misread image to begin with, the one that the page's eye falls on first. */
    private void firstExhibit() {
        if (exhibit.get() != null || images.get() == null || scores.score() == null) return;
        if (!imagesFit()) return;
        List<Reading> cellNow = scores.cellImagesProperty().get();
        int first = cellNow.isEmpty() ? 0 : cellNow.get(0).image();
        exhibit(Exhibit.ofSet(images.get(), first));
    }

    /** Whether the images here are those that the score is of. */
    boolean imagesFit() {
        return images.get() != null
                && scores.score() != null
                && images.get().set().size() == scores.score().images()
                && images.get().test() == scores.score().test();
    }

    /** Looks at an image of the data set. */
    void chooseImage(int index) {
        TestImages all = images.get();
        if (all == null || all.set().size() == 0) return;
        int held = Math.max(0, Math.min(all.set().size() - 1, index));
        exhibit(Exhibit.ofSet(all, held));
    }

    /**
     * Looks into a cell of the confusion matrix, and at its first image, so that one image runs through the page; one that lies in the cell
     * already, or is no image of the data set, stays.
     */
    void chooseCell(int cell) {
        scores.chooseCell(cell);
        List<Reading> now = scores.cellImagesProperty().get();
        Exhibit shown = exhibit.get();
        if (now.isEmpty() || !imagesFit() || (shown != null && shown.isOwn())) return;
        if (shown == null || now.stream().noneMatch(one -> one.image() == shown.index()))
            chooseImage(now.get(0).image());
    }

    /** The next image that this epoch misreads, or the one before; round and round. */
    void chooseMisread(int direction) {
        Score now = scores.score();
        if (now == null || now.misread() == 0 || !imagesFit()) return;
        int size = now.images();
        int at = exhibit.get() == null || exhibit.get().isOwn()
                ? -Math.min(0, direction)
                : exhibit.get().index();
        do at = Math.floorMod(at + direction, size);
        while (now.outputs().predicted(at) == now.outputs().labels()[at]);
        chooseImage(at);
    }

    /** Looks at what is drawn; nothing changes while the pad is blank. */
    void draw(List<PadStroke> strokes) {
        OwnImages.drawing(strokes).ifPresent(this::showOwn);
    }

    /** Looks at a picture file, as soon as there is a net to look with; {@code failed} hears the sentence when it cannot be read. */
    void open(Path file, Consumer<String> failed) {
        if (subject.get() == null) {
            unopened = () -> open(file, failed);
            return;
        }
        Recipe recipe = subject.get().recipe();
        jobs.run(
                progress -> OwnImages.picture(file, recipe),
                this::showOwn,
                fault -> failed.accept(String.valueOf(fault.getMessage())));
    }

    private void showOwn(Exhibit own) {
        if (subject.get() != null) exhibit(own);
    }

    private void exhibit(Exhibit shown) {
        unit.turnToImage(exhibit.get() == null);
        exhibit.set(shown);
        orderLook();
    }

    /** Looks at a unit. */
    void chooseUnit(Unit chosen) {
        unit.choose(chosen);
        orderLook();
    }

    /** Moves the unit within its map. */
    void moveUnit(int down, int across) {
        Look seen = look.get();
        if (seen == null) return;
        chooseUnit(UnitChoice.moved(seen.unit(), down, across));
    }

    /** Shows the unit's weights over another of the layer's inputs. */
    void stepChannel(int by) {
        Look seen = look.get();
        if (seen == null || seen.unit().channels() < 2) return;
        Unit at = seen.unit().unit();
        chooseUnit(at.through(Math.floorMod(at.channel() + by, seen.unit().channels())));
    }

    /** Shows filters over this channel of a coloured input: 0 is red. */
    void chooseChannel(int chosen) {
        channel = chosen;
        orderLook();
    }

    /** Frees the networks; once nothing computes any more. */
    void release() {
        lens.close();
        examiner.close();
    }

    @Override
    public void close() {
        selection.runProperty().removeListener(runChanged);
        looking.cancel();
        scores.close();
        growing.cancel();
        finder.close();
        if (loading != null) loading.cancel();
    }
}
