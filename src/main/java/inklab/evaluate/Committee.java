package inklab.evaluate;

import inklab.train.Outputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Several networks that read the same images together (Cireşan, Meier and Schmidhuber, 2012: averaged outputs; Nielsen, 2015: votes). */
public final class Committee {
    private final List<Outputs> members;

    /**
     * The error of committees of one size.
     *
     * @param size how many members
     * @param committees how many different ones were tried
     * @param all whether these are all that there are
     * @param lowest the best one's error, 0 to 1
     * @param mean over all that were tried
     * @param highest the worst one's error
     */
    public record BySize(int size, int committees, boolean all, double lowest, double mean, double highest) {}

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
        double[] sum = sum(allMembers());
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

    /**
     * The error of averaging committees of every size from 1 to all members.
     *
     * @param most how many committees of a size to try: all when there are no more, else so many drawn by chance
     * @param seed of the drawing
     */
    public List<BySize> bySize(int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BySize> sizes = new ArrayList<>();
        for (int size = 1; size <= members.size(); size++) {
            boolean all = choose(members.size(), size) <= most;
            Set<List<Integer>> subsets = all ? allSubsets(size) : someSubsets(size, most, random);
            double lowest = 1;
            double highest = 0;
            double sum = 0;
            for (List<Integer> subset : subsets) {
                double error = error(subset);
                lowest = Math.min(lowest, error);
                highest = Math.max(highest, error);
                sum += error;
            }
            sizes.add(new BySize(size, subsets.size(), all, lowest, sum / subsets.size(), highest));
        }
        return sizes;
    }

    /** The error, 0 to 1, of these members' averaged outputs. */
    public double error(List<Integer> which) {
        double[] sum = sum(which);
        int[] labels = members.get(0).labels();
        int classes = members.get(0).classes();
        int errors = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) if (sum[i * classes + k] > sum[i * classes + best]) best = k;
            if (best != labels[i]) errors++;
        }
        return (double) errors / labels.length;
    }

    private double[] sum(List<Integer> which) {
        double[] sum = new double[members.get(0).probabilities().length];
        for (int member : which) {
            float[] p = members.get(member).probabilities();
            for (int i = 0; i < sum.length; i++) sum[i] += p[i];
        }
        return sum;
    }

    private List<Integer> allMembers() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) all.add(i);
        return all;
    }

    private Set<List<Integer>> allSubsets(int size) {
        Set<List<Integer>> subsets = new LinkedHashSet<>();
        extend(new ArrayList<>(), 0, size, subsets);
        return subsets;
    }

    private void extend(List<Integer> begun, int next, int size, Set<List<Integer>> subsets) {
        if (begun.size() == size) {
            subsets.add(List.copyOf(begun));
            return;
        }
        for (int i = next; i <= members.size() - (size - begun.size()); i++) {
            begun.add(i);
            extend(begun, i + 1, size, subsets);
            begun.remove(begun.size() - 1);
        }
    }

    /** So many different subsets; there are more than that, so drawing ends. */
    private Set<List<Integer>> someSubsets(int size, int count, SplittableRandom random) {
        Set<List<Integer>> subsets = new LinkedHashSet<>();
        List<Integer> all = allMembers();
        while (subsets.size() < count) {
            for (int i = 0; i < size; i++) {
                int other = i + random.nextInt(all.size() - i);
                int swap = all.get(i);
                all.set(i, all.get(other));
                all.set(other, swap);
            }
            subsets.add(all.subList(0, size).stream().sorted().toList());
        }
        return subsets;
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) ways = Math.rint(ways * (n - k + i) / i);
        return ways;
    }
}
