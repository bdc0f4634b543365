package inklab.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * Which combinations of the axes' values are trained, and how far.
 *
 * <p>A Bayesian one would come from a library, not from here; in November 2026 none fits: Smile's Gaussian process is GPL-3, the Java SMAC
 * AGPL-3, bopt is of 2019 and for Scala 2.11, DL4J's Arbiter draws grids and at random alone and has ended, Tribuo's Gaussian process is not
 * released.
 */
public sealed interface Strategy {
    /** Every combination of the axes' points, to the end. */
    record Grid() implements Strategy {}

    /**
     * Combinations drawn at random, each trained to the end.
     *
     * @param runs how many
     * @param seed the same seed draws the same
     */
    record Random(int runs, long seed) implements Strategy {}

    /**
     * Successive halving (Jamieson and Talwalkar, 2016): all begin, and at each rung only the best by validation error go on. A member that
     * goes on is not begun again: it rests at a rung with a checkpoint, so that at last it is what it would have been alone.
     *
     * @param runs how many are drawn at random to begin with; 0 for the whole grid
     * @param keep one in how many goes on
     * @param firstEpochs the first rung; each further one is {@code keep} times as far
     */
    record Halving(int runs, long seed, int keep, int firstEpochs) implements Strategy {
        /**
         * A rung.
         *
         * @param members how many train up to it
         * @param epochs how many epochs each has then
         */
        public record Rung(int members, int epochs) {}

        /** All rungs of a sweep, the last at the recipe's own number of epochs. */
        public List<Rung> rungs(int members, int epochs) {
            List<Rung> rungs = new ArrayList<>();
            int alive = members;
            for (long reach = firstEpochs; reach < epochs && alive > 1; reach *= keep) {
                rungs.add(new Rung(alive, (int) reach));
                alive = (alive + keep - 1) / keep;
            }
            rungs.add(new Rung(alive, epochs));
            return rungs;
        }

        /** How many epochs that is in all. */
        public long budget(int members, int epochs) {
            long sum = 0;
            int before = 0;
            for (Rung rung : rungs(members, epochs)) {
                sum += (long) rung.members() * (rung.epochs() - before);
                before = rung.epochs();
            }
            return sum;
        }
    }
}
