package inklab.ui;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the window has to tell; the shell shows the list over the content's foot. For the FX thread; it has no nodes. */
public final class Notices {
    /** More than this many at once would hide the work: the oldest goes. */
    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(shown);

    /** Adds a notice; one that says the same as an earlier one takes its place. */
    public void add(Notice notice) {
        shown.removeIf(other -> other.what().equals(notice.what()));
        shown.add(notice);
        if (shown.size() > MOST) shown.remove(0);
    }

    public void remove(Notice notice) {
        shown.remove(notice);
    }

    /** Oldest first. */
    public ObservableList<Notice> shown() {
        return view;
    }
}
