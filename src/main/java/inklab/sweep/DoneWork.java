package inklab.sweep;

import inklab.train.RunProgress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An assignment that needs no work. */
record DoneWork(Assignment assignment, CompletableFuture<Outcome> outcome) implements Crew.Work {
    DoneWork(Assignment assignment, Outcome outcome) {
        this(assignment, CompletableFuture.completedFuture(outcome));
    }

    @Override
    public Optional<RunProgress> progress() {
        return Optional.empty();
    }

    @Override
    public void stop() {
        // It has ended.
    }
}
