package inklab.ui.draw;

import inklab.data.DataException;
import inklab.pad.Strokes;
import inklab.pad.StrokesReader;
import inklab.pad.StrokesWriter;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Labelled drawings in a {@code *.strokes.jsonl} file, and what the chosen nets say of them. For the FX thread; files are read and written on
 * {@code jobs}, one after another, and nets are asked on the pad's thread, one drawing at a time, so that the pen never waits for a set.
 */
final class KeptSet {
    private final PadReader reader = new PadReader();
    private final Jobs files;
    private final Executor pad;
    private final Executor fx;
    private final Consumer<String> trouble;
    private final Consumer<Throwable> lost;
    private final ReadOnlyObjectWrapper<List<Kept>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private Path file;
    private List<Voter> voters = List.of();
    private boolean centring = true;

    /** Counted up by every change, so that answers to an older question are dropped. */
    private final AtomicInteger question = new AtomicInteger();

    /**
     * @param files with one thread, so that writing keeps its order
     * @param trouble told in one sentence when the file cannot be read or written
     */
    KeptSet(Path file, Jobs files, Executor pad, Executor fx, Consumer<String> trouble, Consumer<Throwable> lost) {
        this.file = file;
        this.files = files;
        this.pad = pad;
        this.fx = fx;
        this.trouble = trouble;
        this.lost = lost;
    }

    /** In the order they were kept. */
    ReadOnlyObjectProperty<List<Kept>> allProperty() {
        return all.getReadOnlyProperty();
    }

    List<Kept> all() {
        return all.get();
    }

    /** How many have a label and were read. */
    int scored() {
        return (int) all().stream()
                .filter(kept -> kept.answer() >= 0 && kept.label() >= 0)
                .count();
    }

    /** How many of those were read right. */
    int right() {
        return scored() - (int) all().stream().filter(Kept::isWrong).count();
    }

    Path file() {
        return file;
    }

    /** Reads the set from its file; a file that is not there yet is an empty set. */
    void read() {
        open(file);
    }

    /** Reads a set from another file, which is then the one that drawings are kept in. */
    void open(Path other) {
        files.run(
                progress -> Files.exists(other) ? drawings(other) : List.<Kept>of(),
                read -> {
                    file = other;
                    all.set(read);
                    ask();
                },
                fault -> trouble.accept(fault.getMessage()));
    }

    /** Keeps a labelled drawing. */
    void keep(Strokes drawing) {
        Kept kept = new Kept(drawing, reader.thumbnail(drawing), -1);
        List<Kept> more = new ArrayList<>(all());
        more.add(kept);
        all.set(List.copyOf(more));
        Path to = file;
        files.run(
                progress -> {
                    folder(to);
                    StrokesWriter.append(to, drawing);
                    return to;
                },
                done -> {},
                fault -> {
                    List<Kept> fewer = new ArrayList<>(all());
                    fewer.removeIf(one -> one.drawing().equals(drawing));
                    all.set(List.copyOf(fewer));
                    trouble.accept(fault.getMessage());
                });
        ask();
    }

    /** Takes a drawing out of the set; {@link #put} brings it back. */
    Kept remove(int index) {
        List<Kept> fewer = new ArrayList<>(all());
        Kept gone = fewer.remove(index);
        write(fewer);
        return gone;
    }

    /** Puts a drawing at a place in the set. */
    void put(int index, Kept kept) {
        List<Kept> more = new ArrayList<>(all());
        more.add(Math.min(index, more.size()), kept);
        write(more);
    }

    /** From now on these nets are asked, centred or not. */
    void ask(List<Voter> nets, boolean centred) {
        voters = nets;
        centring = centred;
        ask();
    }

    private void write(List<Kept> next) {
        all.set(List.copyOf(next));
        Path to = file;
        List<Strokes> drawings = next.stream().map(Kept::drawing).toList();
        files.run(
                progress -> {
                    folder(to);
                    StrokesWriter.write(to, drawings);
                    return to;
                },
                done -> {},
                fault -> trouble.accept(fault.getMessage()));
        ask();
    }

    private static void folder(Path file) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new DataException(file + " cannot be written: check that its folder can be made.", e);
        }
    }

    private List<Kept> drawings(Path from) throws IOException {
        List<Kept> read = new ArrayList<>();
        try (StrokesReader lines = new StrokesReader(from)) {
            for (var next = lines.next(); next.isPresent(); next = lines.next())
                read.add(new Kept(next.get(), reader.thumbnail(next.get()), -1));
        }
        return List.copyOf(read);
    }

    private void ask() {
        question.incrementAndGet();
        if (voters.isEmpty()) {
            if (all().stream().anyMatch(kept -> kept.answer() >= 0)) show(new int[0], all());
            return;
        }
        if (!all().isEmpty()) ask(question.get(), all(), voters, centring, new int[all().size()], 0);
    }

    /** One drawing, then back into the queue, where the pen may have come first. */
    private void ask(int asked, List<Kept> set, List<Voter> nets, boolean centred, int[] answers, int next) {
        pad.execute(() -> {
            if (asked != question.get()) return;
            try {
                answers[next] =
                        reader.tally(set.get(next).drawing(), centred, nets).digit();
            } catch (RuntimeException | Error fault) {
                lost.accept(fault);
                return;
            }
            if (next + 1 < answers.length) ask(asked, set, nets, centred, answers, next + 1);
            else
                fx.execute(() -> {
                    if (asked == question.get()) show(answers, set);
                });
        });
    }

    private void show(int[] answers, List<Kept> set) {
        List<Kept> answered = new ArrayList<>(set.size());
        for (int i = 0; i < set.size(); i++) answered.add(set.get(i).answered(i < answers.length ? answers[i] : -1));
        all.set(List.copyOf(answered));
    }
}
