package inklab.sweep;

import inklab.net.Problem;
import inklab.train.RunProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A sweep at work: hands members to a crew until nothing is left, and writes down what comes of them. */
public final class SweepRun {
    private static final int LOOK_MILLIS = 200;

    private final Sweep sweep;
    private final SweepFolder folder;
    private final Map<String, Crew.Work> working = new HashMap<>();
    private final LinkedBlockingQueue<Crew.Work> done = new LinkedBlockingQueue<>();
    private volatile boolean stopping;
    private volatile Standing standing;

    /** Opens the crew once the folder is ours; it may take its time to measure. */
    @FunctionalInterface
    public interface Crews {
        Crew open() throws IOException;
    }

    /** How a sweep ended. */
    public enum Ending {
        FINISHED,
        /** Told to. */
        STOPPED,
        /** The sweep's limit of hours. */
        LIMIT
    }

    /**
     * How it stands.
     *
     * @param how the crew goes about it; empty before it is there
     * @param working those being trained, with what is known of them
     * @param seconds at work, breaks not counted
     */
    public record Standing(List<Trial> trials, String how, List<Working> working, double seconds) {
        public Standing {
            trials = List.copyOf(trials);
            working = List.copyOf(working);
        }

        /** How many need no more training. */
        public int over() {
            return (int)
                    trials.stream().filter(trial -> trial.status().isOver()).count();
        }

        /** The best so far by validation error, of those that came to their end. */
        public Optional<Trial> best() {
            return trials.stream()
                    .filter(trial -> trial.status() == Trial.Status.FINISHED && trial.isRanked())
                    .min(Next.BEST_FIRST);
        }
    }

    /** A member being trained. */
    public record Working(String member, Optional<RunProgress> progress) {}

    public SweepRun(Sweep sweep, SweepFolder folder) {
        this.sweep = sweep;
        this.folder = folder;
        this.standing =
                new Standing(sweep.members().stream().map(Trial::waiting).toList(), "", List.of(), 0);
    }

    /** From any thread. */
    public Standing standing() {
        return standing;
    }

    /** Ends what is being trained with checkpoints, from any thread; returns at once. */
    public void stop() {
        stopping = true;
    }

    /**
     * Works until the end, on this thread; an interrupt is a wish to stop.
     *
     * @param resume whether to go on with what the folder holds; an empty folder can be resumed, too
     * @throws IOException in one sentence, when files or machines fail; what was written down stays
     */
    public Ending run(Crews crews, boolean resume) throws IOException {
        SweepFolder.Lock lock = folder.open(sweep, resume);
        try (lock;
                Ledger ledger = new Ledger(folder.ledger())) {
            List<Trial> trials = folder.trials(sweep);
            look(trials, "", ledger);
            if (Next.of(sweep, trials).assignments().isEmpty()) return Ending.FINISHED;
            try (Crew crew = crews.open()) {
                ledger.began(crew.says(), trials.size());
                return work(crew, ledger, trials);
            }
        }
    }

    private Ending work(Crew crew, Ledger ledger, List<Trial> trials) throws IOException {
        Ending ending = Ending.FINISHED;
        while (true) {
            Next next = Next.of(sweep, trials);
            for (Trial weak : next.dropped()) {
                ledger.dropped(weak.name());
                put(trials, weak.in(Trial.Status.DROPPED));
            }
            if (!stopping
                    && sweep.limit().hours() > 0
                    && ledger.seconds() > sweep.limit().hours() * 3600) {
                ending = Ending.LIMIT;
                stopping = true;
            }
            if (stopping) working.values().forEach(Crew.Work::stop);
            else begin(crew, ledger, trials, next.assignments());
            look(trials, crew.says(), ledger);
            if (working.isEmpty()) break;
            Crew.Work work = poll();
            if (work != null) finish(work, ledger, trials);
        }
        boolean left = !Next.of(sweep, trials).assignments().isEmpty();
        if (left && ending == Ending.FINISHED) ending = Ending.STOPPED;
        if (!left) ending = Ending.FINISHED;
        ledger.over(
                ending == Ending.FINISHED ? "finished" : "paused",
                ending == Ending.LIMIT ? "The sweep's hours are over." : "");
        look(trials, crew.says(), ledger);
        return ending;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What it ends by is looked at when it is done.
    private void begin(Crew crew, Ledger ledger, List<Trial> trials, List<Assignment> assignments) throws IOException {
        for (Assignment assignment : assignments) {
            if (working.size() >= crew.places()) return;
            if (working.containsKey(assignment.member())) continue;
            Trial trial = trial(trials, assignment.member());
            ledger.started(assignment);
            put(trials, trial.in(Trial.Status.STARTED));
            Crew.Work work =
                    assignment.recipe() == null || trial.member().problem().isPresent()
                            ? refused(assignment, trial)
                            : crew.begin(assignment);
            working.put(assignment.member(), work);
            var unused = work.outcome().whenComplete((outcome, fault) -> done.add(work));
        }
    }

    /** A net that cannot be is an outcome like another. */
    private static Crew.Work refused(Assignment assignment, Trial trial) {
        Problem problem = trial.member().problem().orElseThrow();
        return new DoneWork(assignment, Outcome.failed(assignment.member(), "refused", problem, ""));
    }

    private Crew.Work poll() {
        try {
            return done.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping = true;
            return null;
        }
    }

    private void finish(Crew.Work work, Ledger ledger, List<Trial> trials) throws IOException {
        String name = work.assignment().member();
        working.remove(name);
        Outcome outcome;
        try {
            outcome = work.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException file) throw file;
            throw e;
        }
        Trial trial = trial(trials, name);
        int until = work.assignment().until();
        if (outcome.isStopped() && !(until > 0 && outcome.epochs() >= until)) return;
        ledger.outcome(
                outcome.isStopped() ? "rested" : "ended",
                outcome,
                trial.member().values());
        put(trials, ended(trial, outcome, ledger.seconds()));
    }

    private static Trial ended(Trial trial, Outcome outcome, double at) {
        Trial.Status status = Trial.Status.FINISHED;
        if (outcome.problem() != null) status = Trial.Status.FAILED;
        else if (outcome.isStopped()) status = Trial.Status.RESTING;
        return new Trial(
                trial.member(),
                status,
                outcome.epochs(),
                outcome.bestEpoch(),
                outcome.validationError(),
                outcome.testError(),
                outcome.imagesPerSecond(),
                outcome.wallSeconds(),
                outcome.weightsSha256(),
                outcome.ending(),
                outcome.problem(),
                at,
                outcome.where());
    }

    private void look(List<Trial> trials, String how, Ledger ledger) {
        List<Working> now = new ArrayList<>();
        for (Crew.Work work : working.values())
            now.add(new Working(work.assignment().member(), work.progress()));
        now.sort((a, b) -> a.member().compareTo(b.member()));
        standing = new Standing(trials, how, now, ledger.seconds());
    }

    private static Trial trial(List<Trial> trials, String name) {
        return trials.stream()
                .filter(trial -> trial.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void put(List<Trial> trials, Trial changed) {
        for (int i = 0; i < trials.size(); i++) if (trials.get(i).name().equals(changed.name())) trials.set(i, changed);
    }
}
