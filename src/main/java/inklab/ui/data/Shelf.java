package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.DataStatus;
import inklab.data.Progress;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.data.ShelfCard.Kind;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import inklab.ui.work.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The data sets there are, and what is done with them: fetching, importing, verifying, removing. For the FX thread; it has no nodes. */
final class Shelf {
    /** The id of the place where a folder of one's own can be dropped. */
    static final String SLOT = "";

    private final Stock stock;
    private final Jobs reading;
    private final Jobs moving;
    private final Texts texts;
    private final Consumer<String> changed;
    private final ObservableList<ShelfCard> cards = FXCollections.observableArrayList();
    private final ObservableList<ShelfCard> view = FXCollections.unmodifiableObservableList(cards);
    private final ShelfCard slot;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    /**
     * @param reading for a look at what there is
     * @param moving for what takes long: a data set each
     * @param changed told of a data set whose files are others now
     */
    Shelf(Stock stock, Jobs reading, Jobs moving, Texts texts, Consumer<String> changed) {
        this.stock = stock;
        this.reading = reading;
        this.moving = moving;
        this.texts = texts;
        this.changed = changed;
        slot = new ShelfCard(new Catalogue.Entry(SLOT, texts.get("own"), Optional.empty(), 0));
    }

    /** The data sets, in their order. */
    ObservableList<ShelfCard> cards() {
        return view;
    }

    /** The place for a folder of one's own. */
    ShelfCard slot() {
        return slot;
    }

    /** Why the data sets cannot be listed, one sentence; empty when they can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Counts up whenever something became known of a data set, or there is another. */
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    private void turn() {
        revision.set(revision.get() + 1);
    }

    Optional<ShelfCard> card(String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** Looks what there is. */
    void refresh() {
        reading.run(
                progress -> stock.entries(),
                entries -> {
                    problem.set("");
                    show(entries);
                },
                fault -> problem.set(String.valueOf(fault.getMessage())));
    }

    /** Known cards stay as they are, with what is being done with them. */
    private void show(List<Catalogue.Entry> entries) {
        List<ShelfCard> next = new ArrayList<>();
        for (Catalogue.Entry entry : entries) next.add(card(entry.id()).orElseGet(() -> new ShelfCard(entry)));
        if (!next.equals(cards)) cards.setAll(next);
        turn();
        for (ShelfCard card : next) look(card);
    }

    private void look(ShelfCard card) {
        reading.run(
                progress -> stock.look(card.id()),
                looks -> {
                    card.seen(looks);
                    turn();
                },
                // Its files may be gone or going; the card then says what it said.
                fault -> card.failed(String.valueOf(fault.getMessage())));
    }

    void fetch(ShelfCard card) {
        start(
                card,
                Kind.FETCH,
                progress -> {
                    stock.fetch(card.id(), watch(progress, false));
                    return card.id();
                },
                id -> arrived(card));
    }

    /** Imports into this card, whatever the folder is called. */
    void importInto(ShelfCard card, Path from) {
        if (card == slot) {
            importAny(from, SLOT, id -> {});
            return;
        }
        start(
                card,
                Kind.IMPORT,
                progress -> {
                    stock.importFrom(card.id(), from, watch(progress, isOwn(card.id())));
                    return card.id();
                },
                id -> arrived(card));
    }

    /**
     * Imports a folder, whatever is in it.
     *
     * @param preferred the id that is meant when it could be several
     * @param own told of the id under which pictures of one's own are now here
     */
    void importAny(Path from, String preferred, Consumer<String> own) {
        start(slot, Kind.IMPORT, progress -> stock.recognise(from, preferred, watch(progress, false)), id -> {
            Optional<ShelfCard> known = card(id);
            if (known.isPresent()) importInto(known.get(), from);
            else importOwn(id, from, own);
        });
    }

    private void importOwn(String id, Path from, Consumer<String> own) {
        start(
                slot,
                Kind.IMPORT,
                progress -> {
                    stock.importFrom(id, from, watch(progress, true));
                    return stock.entries();
                },
                entries -> {
                    show(entries);
                    own.accept(id);
                });
    }

    void verify(ShelfCard card) {
        start(
                card,
                Kind.VERIFY,
                progress -> stock.verify(card.id(), watch(progress, isOwn(card.id()))),
                status -> verified(card, status));
    }

    /**
     * Takes pictures of one's own off the shelf.
     *
     * @param then told where they lie
     */
    void remove(ShelfCard card, Consumer<Path> then) {
        start(card, Kind.REMOVE, progress -> stock.remove(card.id()), to -> {
            then.accept(to);
            refresh();
        });
    }

    /** Puts back what was taken off. */
    void restore(String id, Path from, Runnable then) {
        start(
                slot,
                Kind.REMOVE,
                progress -> {
                    stock.restore(id, from);
                    return stock.entries();
                },
                entries -> {
                    show(entries);
                    then.run();
                });
    }

    private void verified(ShelfCard card, DataStatus status) {
        card.says(status.usable() && status.state() == DataStatus.State.READY ? texts.get("verified") : "");
        turn();
        look(card);
    }

    /** Leaves off what is being done with it; what has come of a fetch stays for the next time. */
    void cancel(ShelfCard card) {
        ShelfCard.Doing doing = card.doingProperty().get();
        if (doing == null) return;
        doing.job().cancel();
        card.ends();
        if (card != slot) look(card);
    }

    /** The sentence of a failure has been read. */
    void dismiss(ShelfCard card) {
        card.failed("");
    }

    private void arrived(ShelfCard card) {
        look(card);
        changed.accept(card.id());
    }

    private <T> void start(ShelfCard card, Kind kind, Work<T> work, Consumer<T> done) {
        if (card.isBusy()) return;
        Job job = moving.run(
                work,
                result -> {
                    card.ends();
                    done.accept(result);
                },
                fault -> {
                    card.ends();
                    card.failed(String.valueOf(fault.getMessage()));
                });
        // On a test's own thread it may be over by now.
        if (job.isRunning()) card.starts(kind, job);
    }

    private static boolean isOwn(String id) {
        return id.startsWith(Catalogue.PICTURES);
    }

    private Progress watch(inklab.ui.work.Progress job, boolean pictures) {
        return new Progress() {
            @Override
            public void at(String what, long done, long total, double perSecond) {
                String words = total < 0
                        ? pictures ? Figures.count(done) : Figures.bytes(done)
                        : pictures
                                ? texts.get("progress", Figures.count(done), Figures.count(total))
                                : texts.get(
                                        "progress",
                                        without(Figures.bytes(done), Figures.bytes(total)),
                                        Figures.bytes(total));
                job.at(total > 0 ? (double) done / total : -1, words);
            }

            @Override
            public boolean cancelled() {
                return job.cancelled() || Thread.currentThread().isInterrupted();
            }
        };
    }

    /** 68 of 162 MB: the unit stands once. */
    private static String without(String done, String total) {
        String unit = total.substring(total.indexOf(' '));
        return done.endsWith(unit) ? done.substring(0, done.length() - unit.length()) : done;
    }
}
