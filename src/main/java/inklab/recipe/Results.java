package inklab.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that was measured for the published results; {@link ResultsFile} keeps it.
 *
 * @param runs single nets; no two of the same row and seed
 * @param committees no two of the same row and size
 */
public record Results(List<Measured> runs, List<MeasuredCommittee> committees) {
    /** Nothing measured yet. */
    public static final Results NONE = new Results(List.of(), List.of());

    public Results {
        runs = List.copyOf(runs);
        committees = List.copyOf(committees);
    }

    /** With this net too; an older one of the same row and seed gives way. */
    public Results with(Measured run) {
        return new Results(
                with(
                        runs,
                        run,
                        old -> old.row().equals(run.row()) && old.seed() == run.seed(),
                        old -> old.row().equals(run.row())),
                committees);
    }

    /** With this committee too; an older one of the same row with as many members gives way. */
    public Results with(MeasuredCommittee committee) {
        int size = committee.members().size();
        return new Results(
                runs,
                with(
                        committees,
                        committee,
                        old -> old.row().equals(committee.row())
                                && old.members().size() == size,
                        old -> old.row().equals(committee.row())));
    }

    /** What was measured for a row. */
    public Reproduction of(Row row) {
        return new Reproduction(
                row,
                runs.stream()
                        .filter(run -> run.row().equals(row.id()))
                        .sorted(Comparator.comparingLong(Measured::seed))
                        .toList(),
                committees.stream()
                        .filter(committee -> committee.row().equals(row.id()))
                        .sorted(Comparator.comparing(
                                        (MeasuredCommittee c) -> c.members().size())
                                .reversed())
                        .toList());
    }

    /** The net with this seed of this row. */
    public Optional<Measured> run(String row, long seed) {
        return runs.stream()
                .filter(run -> run.row().equals(row) && run.seed() == seed)
                .findFirst();
    }

    /** In the place of the one it replaces, else behind the last of its row, else at the end. */
    private static <T> List<T> with(List<T> list, T element, Predicate<T> replaced, Predicate<T> neighbour) {
        List<T> longer = new ArrayList<>(list);
        int at = longer.size();
        for (int i = 0; i < longer.size(); i++) {
            if (neighbour.test(longer.get(i))) at = i + 1;
            if (!replaced.test(longer.get(i))) continue;
            longer.set(i, element);
            return longer;
        }
        longer.add(at, element);
        return longer;
    }
}
