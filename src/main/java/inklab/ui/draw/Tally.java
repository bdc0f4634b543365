package inklab.ui.draw;

import java.util.List;

/**
 * What all chosen nets say of one picture.
 *
 * @param votes in the order of the chosen nets; none when none is chosen
 * @param mean their averaged probabilities (Cireşan, Meier and Schmidhuber, 2012); empty when there are no votes
 */
@SuppressWarnings("ArrayRecordComponent") // Shown once, compared by nobody.
public record Tally(List<Vote> votes, double[] mean) {
    /** Nobody was asked. */
    public static final Tally NONE = new Tally(List.of(), new double[0]);

    public Tally {
        votes = List.copyOf(votes);
    }

    /** The average of these votes. */
    public static Tally of(List<Vote> votes) {
        if (votes.isEmpty()) return NONE;
        double[] mean = new double[votes.get(0).shares().length];
        for (Vote vote : votes) for (int k = 0; k < mean.length; k++) mean[k] += vote.shares()[k] / votes.size();
        return new Tally(votes, mean);
    }

    public boolean isEmpty() {
        return votes.isEmpty();
    }

    /** The answer: the digit with the highest averaged probability; −1 when nobody was asked. */
    public int digit() {
        return isEmpty() ? -1 : best(mean);
    }

    /** The answer's averaged probability. */
    public double sure() {
        return isEmpty() ? 0 : mean[digit()];
    }

    /** The second most probable digit; −1 when nobody was asked. */
    public int second() {
        if (isEmpty()) return -1;
        int first = digit();
        int second = -1;
        for (int k = 0; k < mean.length; k++) if (k != first && (second < 0 || mean[k] > mean[second])) second = k;
        return second;
    }

    /** How many nets by themselves say what all say together. */
    public int agreeing() {
        int answer = digit();
        return (int) votes.stream().filter(vote -> vote.digit() == answer).count();
    }

    static int best(double[] shares) {
        int best = 0;
        for (int k = 1; k < shares.length; k++) if (shares[k] > shares[best]) best = k;
        return best;
    }
}
