package inklab.net;

/**
 * A mend that a machine can apply.
 *
 * @param label what it does, short enough for a button: {@code Use 3 × 3}
 * @param net the net after it
 */
public record Fix(String label, NetSpec net) {}
