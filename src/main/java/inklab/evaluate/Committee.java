package inklab.evaluate;

import inklab.train.Outputs;
import java.util.Arrays;
import java.util.List;

/**
 * Several networks that read the same images together (Cireşan, Meier and Schmidhuber, 2012: averaged outputs; Nielsen, 2015: votes).
 * {@link Subsets} says what every choice among them would have read.
 */
public final class Committee {
    private final List<Outputs> members;

    /**
     * @param members what each answered to the same images
     * @throws IllegalArgumentException when there is none, or not all are about the same images
     */
    public Committee(List<Outputs> members) {
        if (members.isEmpty()) throw new IllegalArgumentException("a committee needs a member");
        this.members = List.copyOf(members);
        for (Outputs member : members) requireSameImages(members.get(0), member);
    }

    static void requireSameImages(Outputs a, Outputs b) {
        if (a.classes() != b.classes() || !Arrays.equals(a.labels(), b.labels()))
            throw new IllegalArgumentException("these outputs are not about the same images");
    }

    public int size() {
        return members.size();
    }

    /** The members' probabilities, averaged. */
    public Outputs average() {
        double[] sum = sum();
        float[] average = new float[sum.length];
        for (int i = 0; i < sum.length; i++) average[i] = (float) (sum[i] / members.size());
        Outputs first = members.get(0);
        return new Outputs(first.classes(), average, first.labels());
    }

    /**
     * Each image's shares of the members' votes in place of probabilities. Among classes with equally many votes the one with the highest
     * averaged probability counts as predicted: it gets a hair more than its share.
     */
    public Outputs votes() {
        Outputs first = members.get(0);
        Outputs average = average();
        float[] shares = new float[first.probabilities().length];
        for (int i = 0; i < first.size(); i++) {
            int row = i * first.classes();
            for (Outputs member : members) shares[row + member.predicted(i)] += 1f / members.size();
            int winner = winner(shares, average.probabilities(), row, first.classes());
            shares[row + winner] = Math.nextUp(shares[row + winner]);
        }
        return new Outputs(first.classes(), shares, first.labels());
    }

    private static int winner(float[] votes, float[] average, int row, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            boolean more = votes[row + k] > votes[row + best];
            boolean tie = votes[row + k] == votes[row + best];
            if (more || (tie && average[row + k] > average[row + best])) best = k;
        }
        return best;
    }

    /** What the members answered, in their order. */
    public List<Outputs> members() {
        return members;
    }

    /**
     * The best single member, by validation alone: the first with the lowest validation error.
     *
     * @param validationErrors one for each member, 0 to 1; NaN where there is none
     * @return its index; −1 when none has one
     */
    public static int best(List<Double> validationErrors) {
        int best = -1;
        for (int i = 0; i < validationErrors.size(); i++) {
            double error = validationErrors.get(i);
            if (!Double.isNaN(error) && (best < 0 || error < validationErrors.get(best))) best = i;
        }
        return best;
    }

    /**
     * The member that a committee is tested against.
     *
     * @param member its index
     * @param validated whether it is the best by validation; else none was validated, and it is the first
     */
    public record Single(int member, boolean validated) {}

    /** The best single member by validation, as {@link #best} finds it; the first where none has been validated. */
    public static Single single(List<Double> validationErrors) {
        int best = best(validationErrors);
        return new Single(Math.max(best, 0), best >= 0);
    }

    /** The error, 0 to 1, of these members' averaged outputs. */
    public double error(List<Integer> which) {
        return new Committee(which.stream().map(members::get).toList())
                .average()
                .error();
    }

    private double[] sum() {
        double[] sum = new double[members.get(0).probabilities().length];
        for (Outputs member : members) {
            float[] p = member.probabilities();
            for (int i = 0; i < sum.length; i++) sum[i] += p[i];
        }
        return sum;
    }
}
