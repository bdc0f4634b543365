package inklab.ui.draw;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.pad.Strokes;
import inklab.ui.Selection;
import inklab.ui.widget.PadStroke;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import inklab.ui.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * What is drawn, who is asked, what they say, and what is kept. For the FX thread; it has no nodes. Nets are opened by {@code jobs} and asked
 * on the pad's thread, of the drawing as it is then: what is no longer the latest is never answered.
 */
public final class DrawViewModel implements AutoCloseable {
    /** How it stands with the nets. */
    public enum Stand {
        /** The folders are being looked through. */
        LOOKING,
        /** There is no net to ask. */
        NONE,
        /** Nets are being opened. */
        OPENING,
        READY,
        /** There are nets, and none is chosen. */
        IDLE,
        /** See {@link #troubleProperty()}. */
        TROUBLE
    }

    /** So long the pen waits for an answer, ms: a few nets say theirs within, and a pulse still comes in time. */
    private static final long PATIENCE = 4;

    private final NetShelf shelf;
    private final Supplier<Engine> engine;
    private final Selection selection;
    private final Jobs jobs;
    private final Executor pad;
    private final KeptSet kept;
    private final Latest<PadReader.Ask, Verdict> latest;

    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(this, "stand", Stand.LOOKING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyObjectWrapper<List<Candidate>> candidates =
            new ReadOnlyObjectWrapper<>(this, "candidates", List.of());
    private final ReadOnlyObjectWrapper<List<Candidate>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", List.of());
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(this, "verdict", Verdict.blank(true));
    private final BooleanProperty centring = new SimpleBooleanProperty(this, "centring", true);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label", -1);
    private final ReadOnlyBooleanWrapper keepable = new ReadOnlyBooleanWrapper(this, "keepable");

    /** The nets that were ticked by hand; empty while nobody has, and the looked-at run is asked. */
    private Optional<Set<String>> ticked = Optional.empty();

    private List<Voter> voters = List.of();
    private Strokes drawing = Strokes.EMPTY;
    private boolean labelled;
    private Job opening;
    private Job looking;

    /**
     * @param engine where the pad's own networks are made; asked on a job's thread, may take its time
     * @param jobs with one thread, of this workspace alone
     * @param pad the pad's thread
     * @param file where drawings are kept
     * @param trouble told of what went wrong with the kept drawings, in one sentence
     */
    public DrawViewModel(
            NetShelf shelf,
            Supplier<Engine> engine,
            Selection selection,
            Jobs jobs,
            Executor pad,
            Executor fx,
            Path file,
            Consumer<String> trouble,
            Consumer<Throwable> lost) {
        this.shelf = shelf;
        this.engine = engine;
        this.selection = selection;
        this.jobs = jobs;
        this.pad = pad;
        kept = new KeptSet(file, jobs, pad, fx, trouble, lost);
        latest = new Latest<>(pad, fx, new PadReader()::read, this::show, lost);
        centring.addListener(o -> {
            ask();
            kept.ask(voters, centring.get());
        });
        label.addListener(o -> updateKeepable());
        selection.runProperty().addListener(o -> {
            if (ticked.isEmpty()) look();
        });
    }

    public ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /** Why no net can be asked, in one sentence; empty otherwise. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** All nets that can be asked. */
    public ReadOnlyObjectProperty<List<Candidate>> candidatesProperty() {
        return candidates.getReadOnlyProperty();
    }

    /** Those that are asked. */
    public ReadOnlyObjectProperty<List<Candidate>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What the nets say of what is on the pad. */
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Whether the drawing is scaled and laid by its centre of mass, as MNIST's digits were. */
    public BooleanProperty centringProperty() {
        return centring;
    }

    /** What the drawing is to be kept as: the nets' answer until somebody chooses; −1 for nothing. */
    public IntegerProperty labelProperty() {
        return label;
    }

    /** Whether there is a drawing, and a label to keep it with. */
    public ReadOnlyBooleanProperty keepableProperty() {
        return keepable.getReadOnlyProperty();
    }

    KeptSet kept() {
        return kept;
    }

    /** Reads the kept drawings and looks for nets. */
    public void begin() {
        kept.read();
        look();
    }

    /** Looks for nets again: a run may have come, gone or learnt. */
    public void look() {
        if (looking != null) looking.cancel();
        looking = jobs.run(
                progress -> shelf.list(),
                found -> {
                    candidates.set(List.copyOf(found));
                    choose();
                },
                this::failed);
    }

    /** Asks a net, or asks it no more. */
    public void tick(Candidate net, boolean asked) {
        Set<String> ids = new LinkedHashSet<>();
        chosen.get().forEach(one -> ids.add(one.id()));
        if (asked) ids.add(net.id());
        else ids.remove(net.id());
        ticked = Optional.of(ids);
        choose();
    }

    /** The pad now holds these strokes. */
    public void drawn(List<PadStroke> strokes) {
        drawing = PadReader.strokes(strokes);
        if (drawing.isBlank()) {
            labelled = false;
            label.set(-1);
        }
        updateKeepable();
        ask();
    }

    /** Says what the drawing is. */
    public void call(int digit) {
        labelled = true;
        label.set(digit);
    }

    /** Keeps the drawing under its label. */
    public void keep() {
        if (!keepable.get()) return;
        kept.keep(drawing.labelled(String.valueOf(label.get())));
        labelled = false;
    }

    private void updateKeepable() {
        keepable.set(!drawing.isBlank() && label.get() >= 0);
    }

    private void choose() {
        List<Candidate> all = candidates.get();
        List<Candidate> now = ticked.map(ids ->
                        all.stream().filter(net -> ids.contains(net.id())).toList())
                .orElseGet(this::byItself);
        if (now.equals(chosen.get()) && (stand.get() == Stand.READY || stand.get() == Stand.OPENING)) return;
        chosen.set(now);
        trouble.set("");
        if (opening != null) opening.cancel();
        if (now.isEmpty()) {
            seat(List.of());
            stand.set(all.isEmpty() ? Stand.NONE : Stand.IDLE);
            return;
        }
        List<Voter> seated = voters;
        stand.set(Stand.OPENING);
        opening = jobs.run(progress -> opened(now, seated, progress), this::opened, this::failed);
    }

    /** The run that is looked at, else the usual nets, else the latest there is. */
    private List<Candidate> byItself() {
        Path run = selection.runProperty().get();
        List<Candidate> all = candidates.get();
        List<Candidate> looked = all.stream()
                .filter(net ->
                        run != null && net.run().filter(path -> same(path, run)).isPresent())
                .toList();
        if (!looked.isEmpty()) return looked;
        List<Candidate> usual = all.stream().filter(Candidate::usual).toList();
        return usual.isEmpty() ? all.stream().limit(1).toList() : usual;
    }

    private static boolean same(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    private List<Voter> opened(List<Candidate> wanted, List<Voter> seated, Progress progress) throws IOException {
        List<Voter> all = new ArrayList<>();
        List<Voter> fresh = new ArrayList<>();
        try {
            for (Candidate net : wanted) {
                Optional<Voter> there =
                        seated.stream().filter(voter -> voter.net().equals(net)).findFirst();
                if (there.isPresent()) {
                    all.add(there.get());
                    continue;
                }
                var weights = shelf.weights(net);
                Network network = engine.get().network(net.recipe().net(), NetworkSettings.forPredicting());
                Voter voter = new Voter(net, network);
                fresh.add(voter);
                network.load(weights);
                all.add(voter);
            }
            if (progress.cancelled()) throw new CancellationException();
            return List.copyOf(all);
        } catch (IOException | RuntimeException e) {
            fresh.forEach(Voter::close);
            throw e;
        }
    }

    private void opened(List<Voter> now) {
        seat(now);
        stand.set(Stand.READY);
    }

    private void seat(List<Voter> now) {
        List<Voter> before = voters;
        voters = now;
        ask();
        kept.ask(now, centring.get());
        // On the pad's thread, behind whatever still asks them.
        pad.execute(() -> before.stream().filter(voter -> !now.contains(voter)).forEach(Voter::close));
    }

    private void ask() {
        latest.set(new PadReader.Ask(drawing, centring.get(), voters), PATIENCE);
    }

    private void show(Verdict now) {
        if (!labelled)
            label.set(now.isBlank() || drawing.isBlank() ? -1 : now.tally().digit());
        verdict.set(now);
    }

    private void failed(Exception fault) {
        trouble.set(String.valueOf(fault.getMessage()));
        stand.set(Stand.TROUBLE);
        seat(List.of());
    }

    /** Lets the networks go. */
    @Override
    public void close() {
        if (opening != null) opening.cancel();
        if (looking != null) looking.cancel();
        latest.cancel();
        List<Voter> last = voters;
        voters = List.of();
        kept.ask(List.of(), true);
        pad.execute(() -> last.forEach(Voter::close));
    }
}
