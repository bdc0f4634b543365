package inklab.evaluate;

import inklab.train.Outputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * What every choice among several networks reads together: error against committee size. Each choice's errors are those of a
 * {@link Committee} of exactly these members, averaged and by votes; all of twelve networks' 4,095 choices are counted, of more networks a
 * sample of each size.
 *
 * @param images how many images were read
 * @param sizes one for each size, from 1 to all
 */
public record Subsets(int images, List<Size> sizes) {
    /** About so many choices are tried at most. */
    public static final int MOST = 1 << 12;

    private static final long SEED = 1;

    /** Below this share of the highest sum no other can round to the same average. */
    private static final double NEAR = 1 - 1e-6;

    /**
     * A choice.
     *
     * @param members their indices, ascending
     * @param errors how many images their averaged outputs misread
     * @param voteErrors how many their votes misread
     */
    public record Subset(List<Integer> members, int errors, int voteErrors) {
        public int size() {
            return members.size();
        }
    }

    /**
     * All choices of one size that were tried.
     *
     * @param size how many members
     * @param exist how many choices of this size there are
     * @param subsets those that were tried, in lexical order
     */
    public record Size(int size, double exist, List<Subset> subsets) {
        /** Whether every choice was tried. */
        public boolean all() {
            return subsets.size() == exist;
        }
    }

    public Subsets {
        sizes = List.copyOf(sizes);
    }

    /**
     * Counts the errors of every choice.
     *
     * @param cancelled asked now and then whether to leave off
     * @return empty when left off
     */
    public static Optional<Subsets> of(Committee committee, BooleanSupplier cancelled) {
        return of(committee, MOST, cancelled);
    }

    static Optional<Subsets> of(Committee committee, int most, BooleanSupplier cancelled) {
        return new Count(committee.members(), cancelled).count(most);
    }

    /** How many networks there are to choose among. */
    public int members() {
        return sizes.size();
    }

    /** All that were tried, the smallest first. */
    public List<Subset> all() {
        return sizes.stream().flatMap(size -> size.subsets().stream()).toList();
    }

    /** All networks together. */
    public Subset full() {
        return sizes.get(sizes.size() - 1).subsets().get(0);
    }

    /** Whether every choice of every size was tried. */
    public boolean isWhole() {
        return sizes.stream().allMatch(Size::all);
    }

    /** How many choices there are, 2ⁿ − 1. */
    public double exist() {
        return sizes.stream().mapToDouble(Size::exist).sum();
    }

    /** The counting: sums and votes grow member by member, so that choices which begin alike share the work. */
    private static final class Count {
        private final List<Outputs> members;
        private final BooleanSupplier cancelled;
        private final int[] labels;
        private final int classes;
        private final int[][] said;
        private final double[][] sums;
        private final byte[][] votes;
        private final List<Integer> chosen = new ArrayList<>();

        Count(List<Outputs> members, BooleanSupplier cancelled) {
            this.members = members;
            this.cancelled = cancelled;
            labels = members.get(0).labels();
            classes = members.get(0).classes();
            int numbers = labels.length * classes;
            said = new int[members.size()][labels.length];
            for (int m = 0; m < said.length; m++)
                for (int i = 0; i < labels.length; i++)
                    said[m][i] = members.get(m).predicted(i);
            sums = new double[members.size() + 1][];
            votes = new byte[members.size() + 1][];
            sums[0] = new double[numbers];
            votes[0] = new byte[numbers];
        }

        Optional<Subsets> count(int most) {
            int n = members.size();
            if (n > Byte.MAX_VALUE) throw new IllegalArgumentException(n + " networks: at most 127 can be combined");
            List<List<Subset>> found = new ArrayList<>();
            for (int i = 0; i < n; i++) found.add(new ArrayList<>());
            boolean whole = Math.pow(2, n) <= most;
            if (whole) {
                if (!extend(0, found)) return Optional.empty();
            } else {
                SplittableRandom random = new SplittableRandom(SEED);
                for (int size = 1; size <= n; size++)
                    for (List<Integer> some : choices(n, size, Math.max(1, most / n), random)) {
                        if (cancelled.getAsBoolean()) return Optional.empty();
                        chosen.clear();
                        for (int member : some) add(member);
                        found.get(size - 1).add(subset());
                    }
            }
            List<Size> sizes = new ArrayList<>();
            for (int size = 1; size <= n; size++)
                sizes.add(new Size(size, choose(n, size), List.copyOf(found.get(size - 1))));
            return Optional.of(new Subsets(labels.length, sizes));
        }

        /** Every choice that begins with those chosen and goes on with later members; false when left off. */
        private boolean extend(int next, List<List<Subset>> found) {
            for (int member = next; member < members.size(); member++) {
                if (cancelled.getAsBoolean()) return false;
                add(member);
                found.get(chosen.size() - 1).add(subset());
                if (!extend(member + 1, found)) return false;
                chosen.remove(chosen.size() - 1);
            }
            return true;
        }

        private void add(int member) {
            double[] before = sums[chosen.size()];
            byte[] votesBefore = votes[chosen.size()];
            chosen.add(member);
            int depth = chosen.size();
            if (sums[depth] == null) {
                sums[depth] = new double[before.length];
                votes[depth] = new byte[before.length];
            }
            double[] sum = sums[depth];
            float[] p = members.get(member).probabilities();
            for (int i = 0; i < sum.length; i++) sum[i] = before[i] + p[i];
            System.arraycopy(votesBefore, 0, votes[depth], 0, votesBefore.length);
            for (int i = 0; i < labels.length; i++) votes[depth][i * classes + said[member][i]]++;
        }

        private Subset subset() {
            int size = chosen.size();
            int errors = 0;
            int voteErrors = 0;
            for (int i = 0; i < labels.length; i++) {
                int row = i * classes;
                if (averaged(sums[size], row, size) != labels[i]) errors++;
                if (voted(votes[size], sums[size], row, size) != labels[i]) voteErrors++;
            }
            return new Subset(List.copyOf(chosen), errors, voteErrors);
        }

        /** The first class with the highest average; averages are the floats that {@link Committee#average} gives. */
        private int averaged(double[] sum, int row, int size) {
            int best = 0;
            for (int k = 1; k < classes; k++) if (sum[row + k] > sum[row + best]) best = k;
            double near = sum[row + best] * NEAR;
            float highest = (float) (sum[row + best] / size);
            for (int k = 0; k < best; k++)
                if (sum[row + k] >= near && (float) (sum[row + k] / size) == highest) return k;
            return best;
        }

        /** Most votes; of equally many the higher average, of equal ones the first. */
        private int voted(byte[] vote, double[] sum, int row, int size) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                boolean tie = vote[row + k] == vote[row + best];
                if (vote[row + k] > vote[row + best]
                        || (tie && (float) (sum[row + k] / size) > (float) (sum[row + best] / size))) best = k;
            }
            return best;
        }
    }

    /** All choices of one size where there are no more than wanted, else so many different ones, always the same; in lexical order. */
    private static List<List<Integer>> choices(int n, int size, int most, SplittableRandom random) {
        if (choose(n, size) <= most) {
            List<List<Integer>> all = new ArrayList<>();
            every(new ArrayList<>(), 0, n, size, all);
            return all;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) order.add(i);
        Set<List<Integer>> some = new LinkedHashSet<>();
        while (some.size() < most) {
            for (int i = 0; i < size; i++) Collections.swap(order, i, i + random.nextInt(n - i));
            some.add(List.copyOf(new TreeSet<>(order.subList(0, size))));
        }
        List<List<Integer>> sorted = new ArrayList<>(some);
        sorted.sort(Subsets::lexical);
        return sorted;
    }

    private static void every(List<Integer> begun, int next, int n, int size, List<List<Integer>> all) {
        if (begun.size() == size) {
            all.add(List.copyOf(begun));
            return;
        }
        for (int i = next; i <= n - (size - begun.size()); i++) {
            begun.add(i);
            every(begun, i + 1, n, size, all);
            begun.remove(begun.size() - 1);
        }
    }

    private static int lexical(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) if (!a.get(i).equals(b.get(i))) return a.get(i) - b.get(i);
        return 0;
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) ways = Math.rint(ways * (n - k + i) / i);
        return ways;
    }
}
