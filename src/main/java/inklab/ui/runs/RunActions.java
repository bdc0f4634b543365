package inklab.ui.runs;

import inklab.train.RunFolder;
import inklab.train.RunKeeping;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Texts;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What is done to a run on disk, in the background: star, rename, into the trash and back. A run in use is left alone, with a sentence. */
final class RunActions {
    /** A deleted run and the name to put it back under. */
    record Trashed(RunFolder folder, String name) {}

    /** Something to do on disk. */
    private interface Deed<T> {
        T run() throws Exception;
    }

    private final RunsViewModel model;
    private final Predicate<Path> used;
    private final Jobs jobs;
    private final Notices notices;
    private final Texts texts;
    private final Deque<Trashed> trashed = new ArrayDeque<>();

    RunActions(RunsViewModel model, Predicate<Path> used, Jobs jobs, Notices notices, Texts texts) {
        this.model = model;
        this.used = used;
        this.jobs = jobs;
        this.notices = notices;
        this.texts = texts;
    }

    void star(RunRow row, boolean on) {
        row.run()
                .ifPresent(run -> act(
                        () -> {
                            run.folder().star(on);
                            return run;
                        },
                        done -> model.look()));
    }

    void rename(RunRow row, String name) {
        if (name.strip().equals(row.name()) || isUsed(row)) return;
        act(
                () -> RunKeeping.rename(new RunFolder(row.path()), name.strip()),
                renamed -> model.renamed(row.path(), renamed.path()));
    }

    /** Puts a run into the trash; a notice offers to put it back. */
    void trash(RunRow row) {
        if (isUsed(row)) return;
        act(() -> RunKeeping.trash(new RunFolder(row.path())), folder -> {
            Trashed gone = new Trashed(folder, row.name());
            trashed.push(gone);
            model.gone(row.path());
            notices.add(Notice.good(texts.get("trash.done", row.name()))
                    .withAction(texts.get("trash.undo"), () -> putBack(gone)));
        });
    }

    /** The run deleted last that is still in the trash. */
    Optional<Trashed> lastTrashed() {
        return Optional.ofNullable(trashed.peek());
    }

    void putBack(Trashed gone) {
        if (!trashed.remove(gone)) return;
        act(() -> RunKeeping.restore(gone.folder(), gone.name()), back -> {
            if (!back.name().equals(gone.name()))
                notices.add(Notice.good(texts.get("trash.back.as", gone.name(), back.name())));
            model.look();
        });
    }

    private boolean isUsed(RunRow row) {
        if (!row.training() && !used.test(row.path())) return false;
        notices.add(Notice.warning(texts.get("used", row.name()), texts.get("used.how")));
        return true;
    }

    private <T> void act(Deed<T> deed, Consumer<T> done) {
        jobs.run(progress -> deed.run(), done, fault -> {
            notices.add(Notice.warning(String.valueOf(fault.getMessage()), ""));
            model.look();
        });
    }
}
