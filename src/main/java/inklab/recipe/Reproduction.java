package inklab.recipe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A published result and what was measured for it.
 *
 * @param row what was published
 * @param runs its nets, by seed; none of a committee
 * @param committees the committees of its members, the largest first
 */
public record Reproduction(Row row, List<Measured> runs, List<MeasuredCommittee> committees) {
    public Reproduction {
        runs = List.copyOf(runs);
        committees = List.copyOf(committees);
    }

    /** Whether there is anything to show beside the published figure. */
    public boolean isMeasured() {
        return !runs.isEmpty() || !committees.isEmpty();
    }

    /** The largest committee that was measured. */
    public Optional<MeasuredCommittee> committee() {
        return committees.stream().findFirst();
    }

    /**
     * The test error beside the published one: the median over seeds, of an even number the mean of the middle two; or the largest
     * committee's, by averaged outputs or votes as the row has it.
     */
    public OptionalDouble error() {
        if (row.isCommittee())
            return committee().stream()
                    .mapToDouble(c -> row.kind() == Row.Kind.VOTE ? c.votesError() : c.averagedError())
                    .findFirst();
        double[] sorted =
                runs.stream().mapToDouble(Measured::testError).sorted().toArray();
        if (sorted.length == 0) return OptionalDouble.empty();
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    /** How many epochs the net with the fewest was trained; 0 when nothing was. */
    public int epochs() {
        if (row.isCommittee())
            return committee().stream()
                    .flatMap(c -> c.members().stream())
                    .mapToInt(MeasuredCommittee.Member::epochs)
                    .min()
                    .orElse(0);
        return runs.stream().mapToInt(Measured::epochs).min().orElse(0);
    }

    /** How many nets the error is of. */
    public int nets() {
        return row.isCommittee() ? committee().map(c -> c.members().size()).orElse(0) : runs.size();
    }

    /** Whether as many epochs and members were trained as the source has. */
    public boolean isFinished() {
        return isMeasured() && epochs() >= row.epochs() && (!row.isCommittee() || nets() >= row.members());
    }

    /**
     * In what the nets differ from the source: what is known of the row's recipes first, then what is special about these; what several
     * members of a committee share is told once.
     */
    public List<String> deviations() {
        Set<String> all = new LinkedHashSet<>(row.deviations());
        for (Measured run : runs) all.addAll(run.deviations());
        committee()
                .ifPresent(c -> all.addAll(MemberDeviations.retold(
                        c.members().stream().map(MeasuredCommittee.Member::name).toList(), c.deviations())));
        return new ArrayList<>(all);
    }
}
