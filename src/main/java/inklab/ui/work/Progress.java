package inklab.ui.work;

/** What running work says of itself, and what is asked of it; for the thread that does the work. */
public interface Progress {
    /** How far it is, from 0 to 1, or negative while that is unknown; and what it is at, in a few words. */
    void at(double fraction, String words);

    /** Whether the result is no longer wanted: look now and then, and return early. */
    boolean cancelled();
}
