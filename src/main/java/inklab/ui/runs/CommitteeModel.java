package inklab.ui.runs;

import inklab.evaluate.CommitteeFile;
import inklab.train.EpochOutputs;
import inklab.train.Outputs;
import inklab.train.RunException;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Texts;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The ticked runs as a committee: counted at once in the background, from the outputs that training stored. */
final class CommitteeModel {
    /** A member at its best epoch: a run that is still being trained gets better. */
    private record Key(Path path, int bestEpoch) {
        static Key of(RunRow row) {
            return new Key(row.path(), row.run().orElseThrow().bestEpoch());
        }
    }

    private record Order(List<RunRow> members, int number) {}

    private final RunsViewModel table;
    private final Jobs jobs;
    private final Path folder;
    private final Notices notices;
    private final Texts texts;
    private final Latest<Order, Optional<Standing>> counting;
    private final AtomicInteger ordered = new AtomicInteger();
    private List<Key> keys = List.of();

    /** Of the counting thread alone. */
    private Map<Key, Outputs> outputs = new HashMap<>();

    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", Standing.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final BooleanProperty byVotes = new SimpleBooleanProperty(this, "byVotes");

    /**
     * @param folder where committees are saved
     */
    CommitteeModel(RunsViewModel table, Jobs jobs, Path folder, Notices notices, Texts texts) {
        this.table = table;
        this.jobs = jobs;
        this.folder = folder;
        this.notices = notices;
        this.texts = texts;
        counting = jobs.latest(this::count, this::counted);
        table.versionProperty().addListener(o -> look());
    }

    private void look() {
        List<RunRow> members = table.members().stream().filter(RunRow::outputs).toList();
        List<Key> now = members.stream().map(Key::of).toList();
        if (now.equals(keys)) return;
        keys = now;
        busy.set(true);
        counting.set(new Order(members, ordered.incrementAndGet()));
    }

    private Optional<Standing> count(Order order) {
        List<RunRow> members = order.members();
        if (members.isEmpty()) return Optional.of(Standing.NONE);
        try {
            Map<Key, Outputs> kept = new HashMap<>();
            List<Outputs> answers = new ArrayList<>();
            for (RunRow member : members) {
                Outputs answer = outputs.get(Key.of(member));
                if (answer == null) answer = read(member);
                kept.put(Key.of(member), answer);
                answers.add(answer);
            }
            outputs = kept;
            return Standing.of(members, answers, () -> ordered.get() != order.number());
        } catch (IOException e) {
            return Optional.of(Standing.troubled(members, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return Optional.of(Standing.troubled(members, texts.get("committee.other.images")));
        }
    }

    private static Outputs read(RunRow member) throws IOException {
        Optional<EpochOutputs> found = member.run().orElseThrow().folder().outputs();
        return found.map(EpochOutputs::test)
                .orElseThrow(() -> new RunException(
                        member.name() + " has no stored outputs any more: take it out of the committee."));
    }

    private void counted(Optional<Standing> result) {
        if (result.isEmpty()) return;
        Standing now = result.get();
        if (!now.members().stream().map(Key::of).toList().equals(keys)) return;
        busy.set(false);
        standing.set(now);
    }

    /** As it was counted last; members ticked since then are not in it. */
    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    Standing standing() {
        return standing.get();
    }

    int series(RunRow member) {
        return table.series(member);
    }

    /** Whether something is being counted. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether votes count in place of averaged outputs. */
    BooleanProperty byVotesProperty() {
        return byVotes;
    }

    /** Keeps the committee as a file; where it lies is said in a notice. */
    void save() {
        Standing now = standing.get();
        if (!now.isCounted() || now.members().size() < 2) return;
        String dataset = now.members().get(0).dataset();
        List<String> names = now.members().stream().map(RunRow::name).toList();
        String name = dataset.replaceAll("[^\\p{L}\\p{N}-]", "-") + "-" + names.size() + "-nets";
        jobs.run(
                progress -> {
                    Path file = folder.resolve(name + CommitteeFile.ENDING);
                    for (int i = 2; Files.exists(file); i++)
                        file = folder.resolve(name + "-" + i + CommitteeFile.ENDING);
                    new CommitteeFile(dataset, names, now.subsets()).write(file);
                    return file;
                },
                file -> notices.add(Notice.good(texts.get("committee.saved", file))),
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
    }

    /** Ticks the members of a committee that was kept. */
    void open(Path file) {
        jobs.run(
                progress -> CommitteeFile.read(file),
                kept -> table.tickOnly(kept.members()),
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
    }
}
