package inklab.data;

/**
 * How a data set stands on this computer.
 *
 * @param notice one sentence to show; empty when there is nothing to say
 */
public record DataStatus(State state, String notice) {
    /** The four cases. */
    public enum State {
        /** Some or all of its files are not there. */
        MISSING,
        /** It can be used. */
        READY,
        /** It can be used, but its files are not the ones that its publisher made. */
        DIFFERENT,
        /** Its files are there, but cannot be used. */
        BROKEN
    }

    static DataStatus ready() {
        return new DataStatus(State.READY, "");
    }

    /** Whether it can be loaded. */
    public boolean usable() {
        return state == State.READY || state == State.DIFFERENT;
    }
}
