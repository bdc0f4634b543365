package inklab.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be done next: a function of how the members stand, so that a sweep that was broken off goes on as if it had not been.
 *
 * @param dropped members that are given up
 * @param assignments members to train, the first first; those being trained among them
 */
record Next(List<Trial> dropped, List<Assignment> assignments) {
    static Next of(Sweep sweep, List<Trial> trials) {
        if (sweep.strategy() instanceof Strategy.Halving halving) return halving(sweep, halving, trials);
        return new Next(
                List.of(),
                trials.stream()
                        .filter(trial -> !trial.status().isOver())
                        .map(t -> assignment(t, 0))
                        .toList());
    }

    /** All that reached a rung are ranked when the last has; the weak are dropped, the others trained to the next. */
    private static Next halving(Sweep sweep, Strategy.Halving halving, List<Trial> trials) {
        int epochs = epochs(sweep);
        List<Strategy.Halving.Rung> rungs = halving.rungs(trials.size(), epochs);
        List<Trial> dropped = new ArrayList<>();
        List<Trial> alive = new ArrayList<>(
                trials.stream().filter(t -> t.status() != Trial.Status.DROPPED).toList());
        for (int i = 0; i < rungs.size(); i++) {
            boolean last = i == rungs.size() - 1;
            int until = last ? 0 : rungs.get(i).epochs();
            List<Assignment> left = new ArrayList<>();
            for (Trial trial : alive) if (!isAt(trial, until)) left.add(assignment(trial, until));
            if (!left.isEmpty() || last) return new Next(dropped, left);
            int keep = rungs.get(i + 1).members();
            alive.sort(BEST_FIRST);
            while (alive.size() > keep) {
                Trial weak = alive.remove(alive.size() - 1);
                // What has come to its end is dropped by nobody; it only leaves the race.
                if (!weak.status().isOver()) dropped.add(weak);
            }
            alive.sort(Comparator.comparing(Trial::name));
        }
        return new Next(dropped, List.of());
    }

    /** By validation error, failed ones last; of equals the earlier. */
    static final Comparator<Trial> BEST_FIRST = Comparator.comparing((Trial trial) -> !trial.isRanked())
            .thenComparingDouble(Trial::validationError)
            .thenComparing(Trial::name);

    private static boolean isAt(Trial trial, int until) {
        if (trial.status().isOver()) return true;
        // The ledger tells epochs at rungs alone: what is on its way to the next has been at this one.
        return until > 0 && trial.epochs() >= until;
    }

    private static Assignment assignment(Trial trial, int until) {
        return new Assignment(trial.name(), trial.member().recipe().orElse(null), until);
    }

    /** Of the longest member. */
    static int epochs(Sweep sweep) {
        return sweep.members().stream()
                .flatMap(member -> member.recipe().stream())
                .mapToInt(recipe -> recipe.training().epochs())
                .max()
                .orElse(1);
    }
}
