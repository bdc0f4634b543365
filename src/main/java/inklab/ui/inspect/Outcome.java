package inklab.ui.inspect;

import java.io.IOException;

/**
 * What came of a computation: a result, or a sentence.
 *
 * @param trouble why there is no result; empty when there is one
 */
record Outcome<T>(T result, String trouble) {
    /** A computation whose faults are for people to read. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException;
    }

    static <T> Outcome<T> of(Attempt<T> attempt) {
        try {
            return new Outcome<>(attempt.run(), "");
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome<>(null, String.valueOf(e.getMessage()));
        }
    }

    boolean failed() {
        return !trouble.isEmpty();
    }
}
