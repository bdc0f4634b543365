package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.DataStatus.State;
import inklab.ui.work.Job;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One data set on the shelf: what it looks like, how it stands, and what is being done with it. For the FX thread; it has no nodes. */
final class ShelfCard {
    /** What can be going on. */
    enum Kind {
        FETCH,
        IMPORT,
        VERIFY,
        REMOVE
    }

    /** Work under way. */
    record Doing(Kind kind, Job job) {}

    private final Catalogue.Entry entry;
    private final ReadOnlyObjectWrapper<Optional<Stock.Looks>> looks =
            new ReadOnlyObjectWrapper<>(this, "looks", Optional.empty());
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(this, "doing");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");

    ShelfCard(Catalogue.Entry entry) {
        this.entry = entry;
    }

    String id() {
        return entry.id();
    }

    String title() {
        return entry.title();
    }

    Catalogue.Entry entry() {
        return entry;
    }

    /** Empty until it has been looked at. */
    ReadOnlyObjectProperty<Optional<Stock.Looks>> looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** Null while nothing is done with it. */
    ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    boolean isBusy() {
        return doing.get() != null;
    }

    /** Why the last thing that was done with it failed, one sentence; empty when it did not. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the last verifying found, in words; empty when it was not verified by hand. */
    ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Whether it is known to be somewhere where it can be read. */
    boolean isUsable() {
        return looks.get().filter(l -> l.status().usable()).isPresent();
    }

    /** Whether it is known not to be here. */
    boolean isMissing() {
        return looks.get().filter(l -> l.status().state() == State.MISSING).isPresent();
    }

    void seen(Stock.Looks now) {
        looks.set(Optional.of(now));
    }

    void starts(Kind kind, Job job) {
        problem.set("");
        done.set("");
        doing.set(new Doing(kind, job));
    }

    void ends() {
        doing.set(null);
    }

    void failed(String sentence) {
        problem.set(sentence);
    }

    void says(String words) {
        done.set(words);
    }
}
