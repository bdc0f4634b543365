package inklab.ui.distort;

import inklab.data.Catalogue;
import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.ui.Selection;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import inklab.ui.work.Rest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The distortion that is being tried, and what comes of it: the wall, one image's field, the σ × α sheet, and what a net reads. Values
 * change at once; pictures follow from jobs that only ever work on the latest. For the FX thread; it has no nodes.
 */
final class DistortViewModel {
    /** σ for a recipe that has none, once α is turned up, pixels. */
    private static final double USUAL_SIGMA = 6;

    /** What the net reads is asked anew so often while a slider moves: words that change faster cannot be read. */
    private static final long BETWEEN_READINGS_MILLIS = 80;

    /** When a slider has rested so long, hundreds of images are read to say what its place is worth. */
    private static final long REST_MILLIS = 200;

    private record Reading(Reader reader, Wall wall) {}

    private record RateAsk(Reader reader, Sample sample, Distortion here, Distortion recipe, long seed, long number) {}

    private record GridAsk(Reader reader, Sheet.Ask sheet, long number) {}

    private final Selection selection;
    private final Samples samples;
    private final Readers readers;
    private final Jobs slow;

    private final ReadOnlyObjectWrapper<Distortion> distortion;
    private final ReadOnlyObjectWrapper<Distortion> recipes;
    private final ReadOnlyBooleanWrapper apart = new ReadOnlyBooleanWrapper(this, "apart");
    private final ReadOnlyBooleanWrapper differs = new ReadOnlyBooleanWrapper(this, "differs");
    private final ReadOnlyLongWrapper seed = new ReadOnlyLongWrapper(this, "seed", 1);
    private final BooleanProperty frozen = new SimpleBooleanProperty(this, "frozen", true);
    private final BooleanProperty original = new SimpleBooleanProperty(this, "original");
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    private final ReadOnlyObjectWrapper<Sample> sample = new ReadOnlyObjectWrapper<>(this, "sample");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<Wall> wall = new ReadOnlyObjectWrapper<>(this, "wall");
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet");
    private final ReadOnlyObjectWrapper<Words> words = new ReadOnlyObjectWrapper<>(this, "words");
    private final ReadOnlyObjectWrapper<Rates.Here> here =
            new ReadOnlyObjectWrapper<>(this, "here", Rates.Here.UNKNOWN);
    private final ReadOnlyObjectWrapper<Rates.Grid> grid =
            new ReadOnlyObjectWrapper<>(this, "grid", Rates.Grid.UNKNOWN);

    private final Latest<Wall.Ask, Wall> drawing;
    private final Latest<Sheet.Ask, Sheet> sheetDrawing;
    private final Latest<Reading, Words> reading;
    private final Latest<RateAsk, Optional<Rates.Here>> hereRating;
    private final Latest<GridAsk, Optional<Rates.Grid>> gridRating;
    private final Rest unread;
    private final Rest unrated;

    /** Counted up when what was asked is no longer wanted; read by the workers. */
    private final AtomicLong hereNumber = new AtomicLong();

    private final AtomicLong gridNumber = new AtomicLong();
    private final InvalidationListener recipeChanged = o -> recipeChanged();
    private final InvalidationListener runChanged = o -> openReader();

    private Recipe recipe;
    private Reader reader;
    private Sheet.Ask sheetAsked;
    private GridAsk gridAsked;
    private Job loadingJob;
    private Job openingJob;
    private int epoch;
    private long readAt;
    private boolean shown;
    private boolean closed;

    /** For the worker that reads: how many of a sample a net misreads undistorted, remembered. */
    private Reader beforeReader;

    private Sample beforeSample;
    private int before;

    /**
     * @param quick for the wall alone, so that it never waits; one thread
     * @param slow for all else: images, nets and what they read
     */
    DistortViewModel(Selection selection, Samples samples, Readers readers, Jobs quick, Jobs slow) {
        this.selection = selection;
        this.samples = samples;
        this.readers = readers;
        this.slow = slow;
        recipe = selection.recipe();
        distortion = new ReadOnlyObjectWrapper<>(this, "distortion", usable(recipe.distortion()));
        recipes = new ReadOnlyObjectWrapper<>(this, "recipes", usable(recipe.distortion()));
        apart.set(isApart(recipe.distortion()));
        drawing = quick.latest(Wall::draw, this::drawn);
        sheetDrawing = slow.latest(Sheet::draw, sheet::set);
        reading = slow.latest(this::read, words::set);
        hereRating = slow.latest(this::rateHere, rated -> rated.ifPresent(here::set));
        gridRating = slow.latest(this::rateGrid, rated -> rated.ifPresent(grid::set));
        unread = slow.rest(BETWEEN_READINGS_MILLIS, this::readWall);
        unrated = slow.rest(REST_MILLIS, this::rate);
        original.addListener(o -> redraw());
        chosen.addListener(o -> redraw());
        selection.recipeProperty().addListener(recipeChanged);
        selection.runProperty().addListener(runChanged);
    }

    /** What is tried now. */
    ReadOnlyObjectProperty<Distortion> distortionProperty() {
        return distortion.getReadOnlyProperty();
    }

    /** Where the recipe stands. */
    ReadOnlyObjectProperty<Distortion> recipeDistortionProperty() {
        return recipes.getReadOnlyProperty();
    }

    /** Whether the recipe has another distortion than the one that is tried. */
    ReadOnlyBooleanProperty differsProperty() {
        return differs.getReadOnlyProperty();
    }

    ReadOnlyLongProperty seedProperty() {
        return seed.getReadOnlyProperty();
    }

    /** Whether every change is drawn with the same random numbers; if not, each has new ones, as every epoch has. */
    BooleanProperty frozenProperty() {
        return frozen;
    }

    /** Whether the images are shown undistorted. */
    BooleanProperty originalProperty() {
        return original;
    }

    /** The image whose field and sheet are shown, an index on the wall. */
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /** The images; null before there are any. */
    ReadOnlyObjectProperty<Sample> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Why the images are not those of the recipe, or a net could not be read, one sentence; empty when all is well. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The wall as last drawn; null before. */
    ReadOnlyObjectProperty<Wall> wallProperty() {
        return wall.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** What the net reads on the wall; null without one. */
    ReadOnlyObjectProperty<Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Rates.Here> hereProperty() {
        return here.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Rates.Grid> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    /** Whether width and height are scaled each by a share of its own; if not, a turn of either knob turns both. */
    ReadOnlyBooleanProperty apartProperty() {
        return apart.getReadOnlyProperty();
    }

    /** Lets width and height be scaled apart, or alike again, by the larger share of the two. */
    void setApart(boolean each) {
        apart.set(each);
        Distortion now = distortion.get();
        if (!each) turn(Knob.SCALE_X, Math.max(now.scaleX(), now.scaleY()));
    }

    /** Turns one knob. */
    void turn(Knob knob, double value) {
        Distortion next = knob.in(distortion.get(), value);
        boolean both = !apart.get() && (knob == Knob.SCALE_X || knob == Knob.SCALE_Y);
        attempt(both ? Knob.SCALE_Y.in(Knob.SCALE_X.in(next, value), value) : next);
    }

    /** Tries another distortion: a preset, the recipe's, a cell of the sheet. */
    void change(Distortion next) {
        Distortion now = distortion.get();
        if (next.scaleX() != now.scaleX() || next.scaleY() != now.scaleY()) apart.set(isApart(next));
        attempt(next);
    }

    private static boolean isApart(Distortion d) {
        return d.scaleX() != d.scaleY();
    }

    private void attempt(Distortion next) {
        Distortion held = usable(next);
        if (held.equals(distortion.get())) return;
        distortion.set(held);
        if (!frozen.get()) epoch++;
        compare();
        redraw();
    }

    /** Tries the σ and α of a cell of the sheet. */
    void go(Sheet.Cell cell) {
        change(Sheet.at(distortion.get(), cell));
    }

    /** Other random numbers for every image. */
    void reshuffle() {
        seed.set(seed.get() + 1);
        epoch = 0;
        redraw();
    }

    /** Puts what is tried into the recipe: one step to undo. */
    void adopt() {
        selection.edit(recipe.withDistortion(tidy(distortion.get())));
    }

    /** Back to the recipe's values. */
    void revert() {
        change(recipe.distortion());
    }

    /** It is looked at: images are loaded if need be, and the newest net. */
    void show() {
        shown = true;
        if (sample.get() == null) load();
        openReader();
    }

    /** Out of sight: what was only for the eye is left off. */
    void hide() {
        shown = false;
        unread.cancel();
        unrated.cancel();
        hereNumber.incrementAndGet();
        gridNumber.incrementAndGet();
        gridAsked = null;
    }

    /** Leaves off loading. */
    void cancelLoading() {
        if (loadingJob != null) loadingJob.cancel();
        loading.set(false);
    }

    void close() {
        closed = true;
        hide();
        selection.recipeProperty().removeListener(recipeChanged);
        selection.runProperty().removeListener(runChanged);
        if (loadingJob != null) loadingJob.cancel();
        if (openingJob != null) openingJob.cancel();
        if (reader != null) reader.close();
    }

    private void recipeChanged() {
        Recipe was = recipe;
        recipe = selection.recipe();
        boolean untouched = !differs.get();
        recipes.set(usable(recipe.distortion()));
        if (untouched) change(recipe.distortion());
        compare();
        boolean otherImages = !sameImages(was, recipe);
        if (otherImages) {
            if (shown) load();
            else sample.set(null);
        }
        if (otherImages && shown) openReader();
        rateLater();
    }

    private static boolean sameImages(Recipe a, Recipe b) {
        DataSettings x = a.data();
        DataSettings y = b.data();
        return x.dataset().equals(y.dataset())
                && x.normaliseWidth() == y.normaliseWidth()
                && a.net().input().equals(b.net().input());
    }

    private void load() {
        if (loadingJob != null) loadingJob.cancel();
        loading.set(true);
        Recipe wanted = recipe;
        loadingJob = slow.run(
                progress -> samples.load(wanted, progress::cancelled),
                loaded -> {
                    problem.set("");
                    take(loaded);
                },
                fault -> {
                    problem.set(String.valueOf(fault.getMessage()));
                    if (wanted.data().dataset().equals(Catalogue.INK)) loading.set(false);
                    else loadInkInstead(wanted);
                });
    }

    /** Ink is made, not read, so there is always something to try a distortion on. */
    private void loadInkInstead(Recipe wanted) {
        DataSettings d = wanted.data();
        Recipe ink = wanted.withData(new DataSettings(Catalogue.INK, 0, 0, d.normaliseWidth(), d.pixels()));
        loadingJob =
                slow.run(progress -> samples.load(ink, progress::cancelled), this::take, fault -> loading.set(false));
    }

    private void take(Sample loaded) {
        loading.set(false);
        sample.set(loaded);
        words.set(null);
        if (chosen.get() >= loaded.wall()) chosen.set(0);
        redraw();
    }

    private void openReader() {
        if (!shown || closed) return;
        if (openingJob != null) openingJob.cancel();
        Recipe wanted = recipe;
        Path run = selection.runProperty().get();
        openingJob = slow.run(
                progress -> {
                    Optional<Reader> opened = readers.open(wanted, run);
                    if (progress.cancelled()) opened.ifPresent(Reader::close);
                    return opened;
                },
                opened -> put(opened.orElse(null)),
                fault -> problem.set(String.valueOf(fault.getMessage())));
    }

    private void put(Reader next) {
        if (closed) {
            if (next != null) next.close();
            return;
        }
        if (reader != null) reader.close();
        reader = next;
        gridAsked = null;
        if (next == null) {
            words.set(null);
            here.set(Rates.Here.UNKNOWN);
            grid.set(Rates.Grid.UNKNOWN);
        }
        if (wall.get() != null) drawn(wall.get());
    }

    private void compare() {
        differs.set(!tidy(distortion.get()).equals(tidy(recipes.get())));
    }

    private void redraw() {
        Sample images = sample.get();
        if (images == null || images.wall() == 0) return;
        int index = Math.max(0, Math.min(images.wall() - 1, chosen.get()));
        drawing.set(new Wall.Ask(images, distortion.get(), seed.get(), epoch, original.get(), index));
        Sheet.Ask ask = Sheet.Ask.of(images, distortion.get(), seed.get(), index);
        if (!ask.equals(sheetAsked)) {
            sheetAsked = ask;
            sheetDrawing.set(ask);
        }
    }

    private void drawn(Wall drawn) {
        wall.set(drawn);
        if (reader == null) return;
        if (System.nanoTime() - readAt < TimeUnit.MILLISECONDS.toNanos(BETWEEN_READINGS_MILLIS)) unread.stir();
        else readWall();
        rateLater();
    }

    private void readWall() {
        if (reader == null || wall.get() == null) return;
        readAt = System.nanoTime();
        reading.set(new Reading(reader, wall.get()));
    }

    /** What was being rated is no longer wanted; what to rate is known when the sliders rest. */
    private void rateLater() {
        hereNumber.incrementAndGet();
        if (reader != null && shown) unrated.stir();
    }

    private void rate() {
        Sample images = sample.get();
        if (reader == null || images == null || !shown) return;
        hereRating.set(
                new RateAsk(reader, images, distortion.get(), recipes.get(), seed.get(), hereNumber.incrementAndGet()));
        Sheet.Ask ask = Sheet.Ask.of(images, distortion.get(), seed.get(), 0);
        if (gridAsked != null
                && gridAsked.reader() == reader
                && gridAsked.sheet().equals(ask)) return;
        gridAsked = new GridAsk(reader, ask, gridNumber.incrementAndGet());
        gridRating.set(gridAsked);
    }

    @SuppressWarnings("ReferenceEquality") // The very same images, whose readings are kept.
    private Words read(Reading ask) {
        Sample images = ask.wall().ask().sample();
        if (beforeReader != ask.reader() || beforeSample != images) {
            beforeReader = ask.reader();
            beforeSample = images;
            List<byte[]> originals = new ArrayList<>();
            for (int i = 0; i < images.wall(); i++)
                originals.add(images.images().image(i));
            before = words(ask.reader(), images, originals, 0).flips();
        }
        return words(ask.reader(), images, ask.wall().images(), before);
    }

    private static Words words(Reader reader, Sample images, List<byte[]> pictures, int before) {
        List<Integer> labels = IntStream.range(0, pictures.size())
                .mapToObj(i -> images.images().label(i))
                .toList();
        List<Integer> says = IntStream.of(reader.read(images, pictures)).boxed().toList();
        return new Words(reader.name(), labels, says, before);
    }

    private Optional<Rates.Here> rateHere(RateAsk ask) {
        OptionalDouble now =
                ask.reader().misread(ask.sample(), ask.here(), ask.seed(), () -> hereNumber.get() != ask.number());
        OptionalDouble then =
                ask.reader().misread(ask.sample(), ask.recipe(), ask.seed(), () -> hereNumber.get() != ask.number());
        if (now.isEmpty() || then.isEmpty()) return Optional.empty();
        return Optional.of(new Rates.Here(now.getAsDouble(), then.getAsDouble()));
    }

    private Optional<Rates.Grid> rateGrid(GridAsk ask) {
        List<Double> rates = new ArrayList<>();
        for (Sheet.Cell cell : Sheet.cells()) {
            Distortion there = Sheet.at(ask.sheet().rest(), cell);
            OptionalDouble rate = ask.reader()
                    .misread(ask.sheet().sample(), there, ask.sheet().seed(), () -> gridNumber.get() != ask.number());
            if (rate.isEmpty()) return Optional.empty();
            rates.add(rate.getAsDouble());
        }
        return Optional.of(new Rates.Grid(List.copyOf(rates)));
    }

    /** With a σ to turn, where the recipe has none because it has no α. */
    private static Distortion usable(Distortion d) {
        Elastic e = d.elastic();
        if (!e.isNone() || e.sigma() > 0) return d;
        return Knob.withElastic(d, new Elastic(USUAL_SIGMA, 0, e.noise(), e.field()));
    }

    /** Without a σ that does nothing. */
    private static Distortion tidy(Distortion d) {
        Elastic e = d.elastic();
        return e.isNone() && !Objects.equals(e, Elastic.NONE) ? Knob.withElastic(d, Elastic.NONE) : d;
    }
}
