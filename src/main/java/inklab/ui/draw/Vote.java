package inklab.ui.draw;

/**
 * One net's answer.
 *
 * @param shares a probability for each digit
 */
@SuppressWarnings("ArrayRecordComponent") // Shown once, compared by nobody.
public record Vote(Candidate net, double[] shares) {
    /** The most probable digit. */
    public int digit() {
        return Tally.best(shares);
    }

    /** Its probability. */
    public double sure() {
        return shares[digit()];
    }
}
