package inklab.ui;

import java.util.Optional;

/**
 * Something to tell the user, with the next step.
 *
 * @param what what happened, one sentence
 * @param how what to do about it, one sentence; may be empty
 * @param details for those who ask, such as a file's path or a fault's trace; may be empty
 * @param action a button that does the next step
 */
public record Notice(Kind kind, String what, String how, String details, Optional<Action> action) {
    /** How grave it is. */
    public enum Kind {
        /** Goes by itself after a while. */
        GOOD,
        WARNING,
        DANGER
    }

    /** A button: what stands on it, and what it does. */
    public record Action(String says, Runnable run) {}

    public static Notice good(String what) {
        return new Notice(Kind.GOOD, what, "", "", Optional.empty());
    }

    public static Notice warning(String what, String how) {
        return new Notice(Kind.WARNING, what, how, "", Optional.empty());
    }

    public static Notice danger(String what, String how) {
        return new Notice(Kind.DANGER, what, how, "", Optional.empty());
    }

    public Notice withDetails(String more) {
        return new Notice(kind, what, how, more, action);
    }

    public Notice withAction(String says, Runnable run) {
        return new Notice(kind, what, how, details, Optional.of(new Action(says, run)));
    }
}
