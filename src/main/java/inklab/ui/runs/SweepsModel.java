package inklab.ui.runs;

import inklab.sweep.Axis;
import inklab.sweep.Sweep;
import inklab.sweep.SweepCommittee;
import inklab.sweep.SweepCsv;
import inklab.sweep.SweepFile;
import inklab.sweep.SweepFolder;
import inklab.sweep.SweepPresets;
import inklab.sweep.SweepRun;
import inklab.sweep.Trial;
import inklab.train.RunProgress;
import inklab.ui.Figures;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Selection;
import inklab.ui.Texts;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javax.imageio.ImageIO;

/** The sweeps: which there are, the one in view, the one at work here, and what is made of a finished one. */
final class SweepsModel {
    private record Seen(List<SweepFolder> folders, Optional<SweepShown> shown, long changed) {}

    private final Path root;
    private final SweepCrews crews;
    private final Selection selection;
    private final Jobs jobs;
    private final Jobs work;
    private final Notices notices;
    private final Texts texts;
    private final SweepPresets presets = new SweepPresets();

    private List<SweepFolder> folders = List.of();
    private Job reading;
    private long changed;
    private SweepRun run;
    private SweepFolder at;
    private final ReadOnlyObjectWrapper<SweepShown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final StringProperty chosen = new SimpleStringProperty(this, "chosen", "");
    private final ObjectProperty<String> across = new SimpleObjectProperty<>(this, "across", "");
    private final ObjectProperty<String> down = new SimpleObjectProperty<>(this, "down", "");
    private final IntegerProperty members = new SimpleIntegerProperty(this, "members", 5);

    /**
     * @param root where sweeps lie
     * @param jobs to read
     * @param work to train, on a thread of its own
     */
    SweepsModel(Path root, SweepCrews crews, Selection selection, Jobs jobs, Jobs work, Notices notices, Texts texts) {
        this.root = root;
        this.crews = crews;
        this.selection = selection;
        this.jobs = jobs;
        this.work = work;
        this.notices = notices;
        this.texts = texts;
    }

    /** The sweep in view; null before there is one. */
    ReadOnlyObjectProperty<SweepShown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether a sweep is trained here now. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether it is the one in view. */
    boolean isRunningHere() {
        return running.get()
                && shown.get() != null
                && at.path().equals(shown.get().folder().path());
    }

    /** The chosen member's name; empty for none. */
    StringProperty chosenProperty() {
        return chosen;
    }

    /** The field across the map, and the one down it; empty for none. */
    ObjectProperty<String> acrossProperty() {
        return across;
    }

    ObjectProperty<String> downProperty() {
        return down;
    }

    /** How many members the committee has. */
    IntegerProperty membersProperty() {
        return members;
    }

    List<SweepFolder> folders() {
        return folders;
    }

    List<String> presets() {
        return presets.names();
    }

    /** Looks at the disk again, in the background; one look at a time. */
    void refresh() {
        if (reading != null && reading.isRunning()) return;
        SweepShown now = shown.get();
        long before = changed;
        SweepRun here = isRunningHere() ? run : null;
        reading = jobs.run(
                progress -> look(now, before, here),
                this::take,
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
    }

    private Seen look(SweepShown now, long before, SweepRun here) throws IOException {
        List<SweepFolder> all = SweepFolder.list(root);
        SweepFolder folder = now == null && !all.isEmpty() ? all.get(0) : now == null ? null : now.folder();
        if (folder == null || !folder.exists()) return new Seen(all, Optional.empty(), before);
        long stamp = folder.changed();
        if (here == null && now != null && now.there() && now.working().isEmpty() && stamp == before)
            return new Seen(all, Optional.empty(), before);
        Sweep sweep = folder.sweep();
        List<String> working = new ArrayList<>();
        if (here != null)
            for (SweepRun.Working member : here.standing().working())
                working.add(words(member.member(), member.progress()));
        return new Seen(
                all,
                Optional.of(
                        new SweepShown(folder, sweep, folder.trials(), folder.how(), working, folder.seconds(), true)),
                stamp);
    }

    private String words(String member, Optional<RunProgress> progress) {
        return progress.isEmpty() || progress.get().epoch() == 0
                ? member
                : texts.get(
                        "sweep.working",
                        member,
                        progress.get().epoch(),
                        progress.get().epochs());
    }

    private void take(Seen seen) {
        folders = seen.folders();
        changed = seen.changed();
        seen.shown().ifPresent(this::show);
    }

    private void show(SweepShown now) {
        SweepShown before = shown.get();
        boolean other =
                before == null || !before.folder().path().equals(now.folder().path());
        if (other) {
            List<String> fields = now.sweep().axes().stream().map(Axis::field).toList();
            chosen.set("");
            down.set(fields.get(0));
            across.set(fields.size() > 1 ? fields.get(1) : fields.get(0));
        }
        shown.set(now);
    }

    /** Brings a sweep into view. */
    void open(SweepFolder folder) {
        changed = 0;
        jobs.run(
                progress -> new SweepShown(
                        folder, folder.sweep(), folder.trials(), folder.how(), List.of(), folder.seconds(), true),
                this::show,
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
    }

    /** Shows what one of Inklab's own sweeps would train; nothing is begun. */
    void plan(String preset) {
        plan(presets.find(preset).orElseThrow());
    }

    /** The same of a sweep's file. */
    void plan(Path file) {
        jobs.run(
                progress -> SweepFile.read(file),
                parsed -> {
                    if (parsed.sweep().isPresent()) plan(parsed.sweep().get());
                    else
                        notices.add(Notice.warning(
                                texts.get("sweep.refused", file.getFileName()),
                                parsed.problems().get(0).toString()));
                },
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
    }

    private void plan(Sweep sweep) {
        SweepFolder folder = new SweepFolder(root.resolve(sweep.name()));
        for (int i = 2; folder.exists(); i++) folder = new SweepFolder(root.resolve(sweep.name() + "-" + i));
        show(SweepShown.planned(
                folder, sweep, new SweepRun(sweep, folder).standing().trials()));
    }

    /** Trains the sweep in view, or goes on with it. */
    void start() {
        SweepShown now = shown.get();
        if (now == null || running.get() || now.isOver()) return;
        SweepRun begun = new SweepRun(now.sweep(), now.folder());
        run = begun;
        at = now.folder();
        running.set(true);
        work.run(
                progress -> begun.run(crews.of(now.sweep(), now.folder()), now.there()),
                ending -> {
                    ended();
                    if (ending == SweepRun.Ending.FINISHED)
                        notices.add(Notice.good(
                                texts.get("sweep.finished", now.sweep().name())));
                },
                fault -> {
                    ended();
                    notices.add(Notice.danger(String.valueOf(fault.getMessage()), ""));
                });
    }

    private void ended() {
        running.set(false);
        changed = 0;
        refresh();
    }

    /** Lets what is being trained save and end. */
    void stop() {
        if (run != null) run.stop();
    }

    /** Looks at a member: Inspect and Draw do so too, once it has something to show. */
    void choose(Trial trial) {
        chosen.set(trial.name());
        Path folder = shown.get().folder().run(trial.name()).path();
        if (Files.isDirectory(folder.resolve("checkpoints")))
            selection.runProperty().set(folder);
    }

    Optional<Trial> chosen() {
        return shown.get() == null ? Optional.empty() : shown.get().trial(chosen.get());
    }

    /** Lets the best by validation error answer together, and keeps them as a file. */
    void committee() {
        SweepFolder folder = shown.get().folder();
        int most = members.get();
        jobs.run(
                progress -> {
                    SweepCommittee committee = SweepCommittee.of(folder, most);
                    return texts.get(
                            "sweep.committee.done",
                            committee.members().size(),
                            Figures.count(
                                    committee.errors().get(committee.errors().size() - 1)),
                            Figures.count(committee.images()),
                            Figures.count(committee.errors().get(0)),
                            committee.write().getFileName());
                },
                said -> notices.add(Notice.good(said)),
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
    }

    /** Writes the members as a table. */
    void csv(Path file) {
        SweepShown now = shown.get();
        jobs.run(
                progress -> Files.writeString(file, SweepCsv.text(now.sweep(), now.trials())),
                path -> notices.add(Notice.good(texts.get("sweep.csv.done", path))),
                fault -> notices.add(Notice.warning(texts.get("sweep.csv.failed", file), "")));
    }

    /** Writes a picture, all or nothing. */
    void png(Path file, BufferedImage picture) {
        jobs.run(
                progress -> {
                    ByteArrayOutputStream png = new ByteArrayOutputStream();
                    ImageIO.write(picture, "png", png);
                    return Files.write(file, png.toByteArray());
                },
                path -> notices.add(Notice.good(texts.get("sweep.png.done", path))),
                fault -> notices.add(Notice.warning(texts.get("sweep.csv.failed", file), "")));
    }

    void close() {
        stop();
        work.close();
    }
}
