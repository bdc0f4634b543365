package inklab.ui.runs;

import inklab.recipe.Recipe;
import inklab.train.Runs;
import inklab.ui.Figures;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Selection;
import inklab.ui.Texts;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The table of runs: what is shown of them and in which order, which are ticked, and what is done to one. */
public final class RunsViewModel {
    private record Listing(List<Runs.Entry> entries, List<RunRow> rows) {}

    private final Runs runs;
    private final Selection selection;
    private final Jobs jobs;
    private final Notices notices;
    private final Texts texts;
    private final RunActions actions;

    private Listing listing = new Listing(List.of(), List.of());
    private Job reading;
    private final ObservableList<RunRow> shown = FXCollections.observableArrayList();
    private final Map<Path, Integer> ticked = new LinkedHashMap<>();
    private Path chosen;
    private Path against;
    private SortBy sort = SortBy.TEST;
    private boolean descending;

    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final StringProperty dataset = new SimpleStringProperty(this, "dataset", "");
    private final BooleanProperty starredOnly = new SimpleBooleanProperty(this, "starredOnly");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");

    /**
     * @param used whether a run is being trained or waits to be
     */
    RunsViewModel(Runs runs, Selection selection, Predicate<Path> used, Jobs jobs, Notices notices, Texts texts) {
        this.runs = runs;
        this.selection = selection;
        this.jobs = jobs;
        this.notices = notices;
        this.texts = texts;
        actions = new RunActions(this, used, jobs, notices, texts);
        filter.addListener(o -> arrange());
        dataset.addListener(o -> arrange());
        starredOnly.addListener(o -> arrange());
    }

    /** Looks at the folder of runs again, in the background; one look at a time. */
    void refresh() {
        if (reading != null && reading.isRunning()) return;
        Listing before = listing;
        reading = jobs.run(
                progress -> look(before),
                now -> {
                    trouble.set("");
                    take(now);
                },
                fault -> {
                    trouble.set(texts.sentence(String.valueOf(fault.getMessage())));
                    take(Optional.of(new Listing(List.of(), List.of())));
                });
    }

    /** Empty when nothing has changed. */
    private Optional<Listing> look(Listing before) throws Exception {
        List<Runs.Entry> entries = runs.list(before.entries());
        if (entries.equals(before.entries())) return Optional.empty();
        Set<String> widths = new HashSet<>();
        for (Runs.Entry entry : entries)
            if (entry instanceof Runs.Run run && run.recipe().data().normaliseWidth() > 0)
                widths.add(run.recipe().data().dataset());
        Map<Runs.Entry, RunRow> known = new HashMap<>();
        before.rows().forEach(row -> known.put(row.entry(), row));
        List<RunRow> rows = new ArrayList<>();
        for (Runs.Entry entry : entries) {
            RunRow row = row(entry, widths);
            RunRow same = known.get(entry);
            rows.add(row.equals(same) ? same : row);
        }
        return Optional.of(new Listing(entries, rows));
    }

    private RunRow row(Runs.Entry entry, Set<String> widths) {
        if (!(entry instanceof Runs.Run run)) return new RunRow(entry, "", "", false);
        String data = run.recipe().data().dataset();
        return new RunRow(
                run,
                RunWords.data(data),
                RunWords.distortion(run.recipe(), widths.contains(data), texts),
                run.bestEpoch() > 0 && run.folder().hasOutputs());
    }

    private void take(Optional<Listing> changed) {
        boolean first = !read.get();
        read.set(true);
        if (changed.isEmpty() && !first) return;
        Listing now = changed.orElse(listing);
        listing = now;
        Set<Path> there = new HashSet<>();
        now.rows().forEach(row -> there.add(row.path()));
        ticked.keySet().retainAll(there);
        if (!there.contains(chosen)) chosen = null;
        if (!there.contains(against)) against = null;
        arrange();
    }

    private void arrange() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<RunRow> rows = listing.rows().stream()
                .filter(row -> dataset.get().isEmpty() || row.dataset().equals(dataset.get()))
                .filter(row -> !starredOnly.get() || row.starred())
                .filter(row -> wanted.isEmpty() || matches(row, wanted))
                .sorted(sort.order(descending))
                .toList();
        if (!shown.equals(rows)) shown.setAll(rows);
        changed();
    }

    private static boolean matches(RunRow row, String wanted) {
        String about = (row.name() + " " + row.data() + " " + row.distortion()).toLowerCase(Locale.ROOT);
        for (String word : wanted.split("\\s+", -1)) if (!about.contains(word)) return false;
        return true;
    }

    private void changed() {
        long finished = listing.rows().stream()
                .filter(row -> row.is(Runs.Status.FINISHED))
                .count();
        long training = listing.rows().stream().filter(RunRow::training).count();
        String words = texts.get("state.finished", Figures.count(finished));
        if (training > 0) words = texts.get("state.and", words, texts.get("state.training", training));
        if (!ticked.isEmpty()) words = texts.get("state.and", words, texts.get("state.ticked", ticked.size()));
        state.set(listing.rows().isEmpty() ? texts.get("state.none") : words);
        version.set(version.get() + 1);
    }

    /** What the table shows, in its order. */
    ObservableList<RunRow> shown() {
        return shown;
    }

    /** All runs, shown or not. */
    List<RunRow> all() {
        return listing.rows();
    }

    Optional<RunRow> row(Path path) {
        return listing.rows().stream().filter(row -> row.path().equals(path)).findFirst();
    }

    /** Grows whenever rows, ticks or choices change. */
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the folder has been read once. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Why the folder cannot be read; empty when it can. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Words that a run's name, data or distortion must hold. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The data set shown; empty for all. */
    StringProperty datasetProperty() {
        return dataset;
    }

    BooleanProperty starredOnlyProperty() {
        return starredOnly;
    }

    /** The data sets that there are runs of. */
    List<String> datasets() {
        return listing.rows().stream()
                .map(RunRow::dataset)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    SortBy sort() {
        return sort;
    }

    boolean descending() {
        return descending;
    }

    /** Sorts by a column; by the same once more, the other way round. */
    void sortBy(SortBy column) {
        descending = column == sort && !descending;
        sort = column;
        arrange();
    }

    // Ticks: the committee

    boolean isTicked(RunRow row) {
        return ticked.containsKey(row.path());
    }

    /** The committee, in the order in which its members were ticked. */
    List<RunRow> members() {
        return ticked.keySet().stream().flatMap(path -> row(path).stream()).toList();
    }

    /** The colour's number of a ticked run; −1 of others. */
    int series(RunRow row) {
        return ticked.getOrDefault(row.path(), -1);
    }

    /** The lowest number that no ticked run has: the compared run's. */
    int freeSeries() {
        for (int k = 0; ; k++) if (!ticked.containsValue(k)) return k;
    }

    /** Why a run cannot join the committee, in one sentence; empty when it can. */
    Optional<String> refusal(RunRow row) {
        if (row.run().isEmpty()) return Optional.of(texts.get("refused.broken"));
        if (!row.outputs()) return Optional.of(texts.get(row.epochs() == 0 ? "refused.early" : "refused.outputs"));
        List<RunRow> others = members().stream()
                .filter(other -> !other.path().equals(row.path()))
                .toList();
        if (others.isEmpty() || others.get(0).dataset().equals(row.dataset())) return Optional.empty();
        return Optional.of(texts.get("refused.data", row.data(), others.get(0).data()));
    }

    /** Takes a run into the committee or out of it; one that cannot join stays out. */
    void tick(RunRow row, boolean on) {
        if (on == isTicked(row) || (on && refusal(row).isPresent())) return;
        if (on) ticked.put(row.path(), freeSeries());
        else ticked.remove(row.path());
        changed();
    }

    void untickAll() {
        ticked.clear();
        changed();
    }

    /** Ticks the runs of these names; those that are not there or cannot join are left out and told of. */
    void tickOnly(List<String> names) {
        ticked.clear();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            Optional<RunRow> row = listing.rows().stream()
                    .filter(one ->
                            one.name().equals(name) || one.path().toString().equals(name))
                    .findFirst();
            if (row.isEmpty() || refusal(row.get()).isPresent()) missing.add(name);
            else ticked.put(row.get().path(), freeSeries());
        }
        if (!missing.isEmpty())
            notices.add(Notice.warning(texts.get("committee.missing", String.join(", ", missing)), ""));
        changed();
    }

    // The chosen run, and the one beside it

    Optional<RunRow> chosen() {
        return Optional.ofNullable(chosen).flatMap(this::row);
    }

    /** Looks at a run: Inspect and Draw do so too. */
    void choose(RunRow row) {
        if (row.path().equals(chosen)) return;
        chosen = row.path();
        if (chosen.equals(against)) against = null;
        if (row.run().isPresent()) selection.runProperty().set(chosen);
        changed();
    }

    /** Compares the chosen run with this one. */
    void compareWith(RunRow row) {
        against = row.path();
        if (Objects.equals(against, chosen)) chosen = null;
        changed();
    }

    /** The two whose recipes are compared: the best member or another, and the chosen run or another; empty with fewer than two. */
    List<RunRow> pair() {
        List<RunRow> whole = shown.stream().filter(row -> row.run().isPresent()).toList();
        Optional<RunRow> right = chosen().filter(row -> row.run().isPresent());
        Optional<RunRow> left = Optional.ofNullable(against).flatMap(this::row);
        Path taken = right.map(RunRow::path).orElse(null);
        if (left.isEmpty()) left = bestMember(taken);
        if (left.isEmpty()) left = other(whole, taken, null);
        Path first = left.map(RunRow::path).orElse(null);
        if (right.isEmpty())
            right = whole.stream()
                    .filter(row -> !isTicked(row) && !row.path().equals(first) && sameData(row, first))
                    .findFirst();
        if (right.isEmpty()) right = other(whole, first, null);
        return left.isPresent() && right.isPresent() ? List.of(left.get(), right.get()) : List.of();
    }

    private boolean sameData(RunRow row, Path other) {
        return row(other).map(one -> one.dataset().equals(row.dataset())).orElse(false);
    }

    private Optional<RunRow> bestMember(Path not) {
        return members().stream()
                .filter(row -> !row.path().equals(not) && !Double.isNaN(row.validation()))
                .min((a, b) -> Double.compare(a.validation(), b.validation()));
    }

    private static Optional<RunRow> other(List<RunRow> rows, Path not, Path nor) {
        return rows.stream()
                .filter(row -> !row.path().equals(not) && !row.path().equals(nor))
                .findFirst();
    }

    /** What can be done to a run. */
    RunActions actions() {
        return actions;
    }

    /** A run has another name: it stays ticked, chosen and looked at. */
    void renamed(Path old, Path now) {
        if (ticked.containsKey(old)) {
            Map<Path, Integer> before = new LinkedHashMap<>(ticked);
            ticked.clear();
            // In the old one's place: the order of ticking stays.
            before.forEach((path, series) -> ticked.put(path.equals(old) ? now : path, series));
        }
        if (old.equals(chosen)) chosen = now;
        if (old.equals(against)) against = now;
        if (old.equals(selection.runProperty().get())) selection.runProperty().set(now);
        look();
    }

    void gone(Path path) {
        if (path.equals(selection.runProperty().get())) selection.runProperty().set(null);
        look();
    }

    /** What was changed must be seen, even where a look had begun before. */
    void look() {
        if (reading != null) reading.cancel();
        refresh();
    }

    /** The recipe becomes the current one. */
    void openRecipe(RunRow row) {
        Optional<Recipe> recipe = row.recipe();
        recipe.ifPresent(one -> selection.open(one, Optional.empty()));
    }
}
