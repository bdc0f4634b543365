package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.net.Problem;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeCheck;
import inklab.ui.Notice;
import inklab.ui.Selection;
import inklab.ui.Texts;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The recipe's data set, open: its classes, the wall, one specimen, and how it fits the net. Which data set that is stands in the recipe
 * alone; choosing another edits it. For the FX thread; it has no nodes.
 */
final class DataViewModel {
    private record Close(Images images, int index) {}

    private final Selection selection;
    private final Stock stock;
    private final Jobs reading;
    private final Texts texts;
    private final WallMemory memory;
    private final Shelf shelf;

    private final ReadOnlyStringWrapper dataset = new ReadOnlyStringWrapper(this, "dataset", "");
    private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>(this, "recipe");
    private final ReadOnlyObjectWrapper<Images> images = new ReadOnlyObjectWrapper<>(this, "images");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyObjectWrapper<Images.Summary> summary = new ReadOnlyObjectWrapper<>(this, "summary");
    private final ReadOnlyIntegerWrapper label = new ReadOnlyIntegerWrapper(this, "label", -1);
    private final ReadOnlyLongWrapper seed = new ReadOnlyLongWrapper(this, "seed", WallMemory.Hanging.FIRST.seed());
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page", Page.NONE);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
    private final ReadOnlyObjectWrapper<Specimen> specimen = new ReadOnlyObjectWrapper<>(this, "specimen");
    private final ReadOnlyObjectWrapper<Optional<Fit>> fit = new ReadOnlyObjectWrapper<>(this, "fit", Optional.empty());

    private final Latest<Page.Ask, Page> hanging;
    private final Latest<Close, Optional<Specimen>> looking;
    private final InvalidationListener recipeChanged = o -> recipeChanged();

    private Job loadingJob;
    private Job summaryJob;
    private int[] order = {};
    private int first;
    private int room;
    private boolean shown;
    private final Consumer<Notice> removed;
    private boolean outdated = true;

    /**
     * @param reading for looking and opening; a few threads
     * @param moving for what takes long; several threads
     * @param removed told when a data set was removed, with the way back
     */
    DataViewModel(
            Selection selection,
            Stock stock,
            Jobs reading,
            Jobs moving,
            WallMemory memory,
            Consumer<Notice> removed,
            Texts texts) {
        this.removed = removed;
        this.selection = selection;
        this.stock = stock;
        this.reading = reading;
        this.memory = memory;
        this.texts = texts;
        shelf = new Shelf(stock, reading, moving, texts, this::changed);
        hanging = reading.latest(Page::of, this::hung);
        looking = reading.latest(DataViewModel::look, this::looked);
        recipe.set(selection.recipe());
        dataset.set(selection.recipe().data().dataset());
        selection.recipeProperty().addListener(recipeChanged);
    }

    Shelf shelf() {
        return shelf;
    }

    /** The recipe's data set, by id. */
    ReadOnlyStringProperty datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Recipe> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    /** What is open; null while there is nothing, and while the next is on its way. */
    ReadOnlyObjectProperty<Images> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Why there is nothing to look at, one sentence; empty when there is. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Null until it is known. */
    ReadOnlyObjectProperty<Images.Summary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The class that the wall shows alone; −1 for all of them. */
    ReadOnlyIntegerProperty labelProperty() {
        return label.getReadOnlyProperty();
    }

    /** What the wall is shuffled with. */
    ReadOnlyLongProperty seedProperty() {
        return seed.getReadOnlyProperty();
    }

    /** What hangs on the wall. */
    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The training image that is looked at closely; −1 for none. */
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The same, close; null while there is none. */
    ReadOnlyObjectProperty<Specimen> specimenProperty() {
        return specimen.getReadOnlyProperty();
    }

    /** What does not fit between the recipe and its data set. */
    ReadOnlyObjectProperty<Optional<Fit>> fitProperty() {
        return fit.getReadOnlyProperty();
    }

    /** What people call the recipe's data set. */
    String title() {
        return shelf.card(dataset.get())
                .map(ShelfCard::title)
                .orElse(dataset.get().substring(dataset.get().indexOf('/') + 1));
    }

    /** It is looked at: the shelf is looked through, and the data set opened if it is not yet. */
    void show() {
        shown = true;
        // First what is waited for.
        if (outdated) load();
        shelf.refresh();
    }

    void hide() {
        shown = false;
    }

    void close() {
        shown = false;
        selection.recipeProperty().removeListener(recipeChanged);
        if (loadingJob != null) loadingJob.cancel();
        if (summaryJob != null) summaryJob.cancel();
        hanging.cancel();
        looking.cancel();
        memory.write();
    }

    /** Makes a data set the recipe's: one step to undo. The net stays as it is. */
    void choose(String id) {
        edit(selection.recipe().data().withDataset(id));
    }

    /** Replaces the recipe's data settings: one step to undo. */
    void edit(DataSettings next) {
        selection.edit(selection.recipe().withData(next));
    }

    /** What other data settings would make wrong with the recipe, a sentence or two. */
    Optional<String> wrong(DataSettings next) {
        List<Problem> before = RecipeCheck.of(selection.recipe());
        return RecipeCheck.of(selection.recipe().withData(next)).stream()
                .filter(problem -> problem.isError() && !before.contains(problem))
                .map(problem -> problem.what() + " " + problem.how())
                .findFirst();
    }

    /** Makes the recipe and its data set fit, as {@link Fit} offers: one step to undo. */
    void mend() {
        fit.get().flatMap(Fit::mended).ifPresent(selection::edit);
    }

    /** Gives the recipe a width that the ink is made, 0 for as it is: one step to undo. */
    void normalise(int pixels) {
        edit(selection.recipe().data().withNormaliseWidth(pixels));
    }

    /** Imports a folder that was dropped or chosen, whatever is in it; pictures of one's own are then the recipe's data set. */
    void importAny(Path from) {
        shelf.importAny(from, dataset.get(), this::choose);
    }

    /** Imports into a card; where it is the place for a folder of one's own, whatever is in it. */
    void importInto(ShelfCard card, Path from) {
        if (card == shelf.slot()) importAny(from);
        else shelf.importInto(card, from);
    }

    /** Whether the recipe's data set is one of one's own that is here, and so can be removed. */
    boolean canRemove() {
        return dataset.get().startsWith(Catalogue.PICTURES)
                && shelf.card(dataset.get()).filter(card -> !card.isBusy()).isPresent();
    }

    /** Takes the recipe's data set off the shelf; the recipe goes on with the built-in digits. What was done can be undone for a while. */
    void remove() {
        if (!canRemove()) return;
        ShelfCard card = shelf.card(dataset.get()).orElseThrow();
        String was = card.title();
        shelf.remove(card, to -> {
            if (dataset.get().equals(card.id())) choose(Catalogue.INK);
            removed.accept(Notice.warning(texts.get("removed", was), texts.get("removed.how", to))
                    .withAction(
                            texts.get("removed.undo"), () -> shelf.restore(card.id(), to, () -> choose(card.id()))));
        });
    }

    /** Shows one class alone; −1 for all. */
    void filter(int wanted) {
        if (wanted == label.get()) return;
        label.set(wanted);
        remember();
        arrange();
    }

    /** Other images in another order. */
    void shuffle() {
        seed.set(seed.get() + 1);
        remember();
        arrange();
    }

    private void remember() {
        memory.set(dataset.get(), new WallMemory.Hanging(label.get(), seed.get()));
    }

    /** The wall has room for so many pictures. */
    void makeRoom(int pictures) {
        if (pictures == room) return;
        room = pictures;
        hang();
    }

    /** Moves on along the wall by so many pictures, or back; held within it. */
    boolean move(int pictures) {
        int last = Math.max(0, order.length - 1);
        int step = Math.max(1, Math.abs(pictures));
        int to = Math.max(0, Math.min(last / step * step, first + pictures));
        // A page that already shows the last picture is the last page.
        boolean atEnd = pictures > 0 && first + room >= order.length;
        if (to == first || atEnd) return false;
        first = to;
        hang();
        return true;
    }

    /** Looks closely at a training image. */
    void look(int index) {
        chosen.set(index);
        if (images.get() == null || index < 0) specimen.set(null);
        else looking.set(new Close(images.get(), index));
    }

    /** Leaves off opening the data set. */
    void cancelLoading() {
        if (loadingJob == null || !loading.get()) return;
        loadingJob.cancel();
        loading.set(false);
        trouble.set(texts.get("wall.cancelled"));
    }

    /** Opens the data set again. */
    void load() {
        outdated = false;
        if (loadingJob != null) loadingJob.cancel();
        if (summaryJob != null) summaryJob.cancel();
        Recipe wanted = selection.recipe();
        clear();
        loading.set(true);
        trouble.set("");
        loadingJob = reading.run(
                progress -> stock.open(wanted, new inklab.data.Progress() {
                    @Override
                    public void at(String what, long done, long total, double perSecond) {
                        progress.at(total > 0 ? (double) done / total : -1, what);
                    }

                    @Override
                    public boolean cancelled() {
                        return progress.cancelled() || Thread.currentThread().isInterrupted();
                    }
                }),
                this::opened,
                fault -> {
                    loading.set(false);
                    trouble.set(String.valueOf(fault.getMessage()));
                });
    }

    private void clear() {
        images.set(null);
        summary.set(null);
        order = new int[0];
        hanging.cancel();
        looking.cancel();
        page.set(Page.NONE);
        specimen.set(null);
        chosen.set(-1);
        fit.set(Optional.empty());
    }

    private void opened(Images next) {
        loading.set(false);
        WallMemory.Hanging known = memory.of(next.id());
        label.set(known.label() < next.classes().size() ? known.label() : -1);
        seed.set(known.seed());
        images.set(next);
        compare();
        arrange();
        summaryJob = reading.run(
                progress -> next.summary(progress::cancelled),
                summary::set,
                fault -> trouble.set(String.valueOf(fault.getMessage())));
    }

    private void recipeChanged() {
        Recipe was = recipe.get();
        Recipe now = selection.recipe();
        recipe.set(now);
        dataset.set(now.data().dataset());
        if (sameImages(was, now)) {
            compare();
            return;
        }
        if (shown) load();
        else {
            outdated = true;
            clear();
        }
    }

    private static boolean sameImages(Recipe a, Recipe b) {
        DataSettings x = a.data();
        DataSettings y = b.data();
        boolean own = y.dataset().startsWith(inklab.data.Catalogue.PICTURES);
        return x.dataset().equals(y.dataset())
                && x.train() == y.train()
                && x.validation() == y.validation()
                // Pictures of one's own are read in the shape of the net's input.
                && (!own || a.net().input().equals(b.net().input()));
    }

    /** A data set's files are others now. */
    private void changed(String id) {
        if (!id.equals(dataset.get())) return;
        if (shown) load();
        else outdated = true;
    }

    private void compare() {
        Images now = images.get();
        fit.set(now == null ? Optional.empty() : Fit.of(recipe.get(), now, title(), texts));
    }

    /** All training images of the chosen class, or of all, in an order that the seed alone decides. */
    private void arrange() {
        Images now = images.get();
        if (now == null) return;
        int only = label.get();
        int[] all = shuffled(now.train(), seed.get());
        order = only < 0
                ? all
                : IntStream.of(all).filter(i -> now.label(i) == only).toArray();
        first = 0;
        hang();
    }

    /** A permutation of 0 … n − 1: Fisher and Yates' shuffle. */
    static int[] shuffled(int n, long seed) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) all[i] = i;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = all[i];
            all[i] = all[j];
            all[j] = swap;
        }
        return all;
    }

    private void hang() {
        if (images.get() == null || room == 0) return;
        hanging.set(new Page.Ask(images.get(), order, first, room));
    }

    private void hung(Page next) {
        page.set(next);
        if (chosen.get() < 0 && !next.cells().isEmpty())
            look(next.cells().get(0).index());
    }

    private static Optional<Specimen> look(Close ask) {
        try {
            return Optional.of(Specimen.of(ask.images(), ask.index()));
        } catch (IOException unreadable) {
            // Its place on the wall says why.
            return Optional.empty();
        }
    }

    private void looked(Optional<Specimen> seen) {
        specimen.set(seen.orElse(null));
    }
}
