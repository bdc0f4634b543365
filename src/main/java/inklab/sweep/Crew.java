package inklab.sweep;

import inklab.train.RunProgress;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Trains members, some at a time. */
public interface Crew extends AutoCloseable {
    /** How many assignments it wants to have at once. */
    int places();

    /** How it goes about it, and why, in a sentence. */
    String says();

    /** Begins with an assignment, and returns at once. What its run folder holds is gone on with. */
    Work begin(Assignment assignment);

    /** Ends what is being trained; returns when nothing is. */
    @Override
    void close() throws IOException;

    /** An assignment at work. */
    interface Work {
        Assignment assignment();

        /**
         * What comes of it. A member's own fault is an outcome; it ends by an {@link IOException} when files or machines fail, which would
         * befall other members, too.
         */
        CompletableFuture<Outcome> outcome();

        /** How it stands; empty when nothing has been heard yet. */
        Optional<RunProgress> progress();

        /** To end after the step at work, with a checkpoint. */
        void stop();
    }
}
