package inklab.ui.runs;

import inklab.evaluate.Committee;
import inklab.evaluate.Dissent;
import inklab.evaluate.PairedTest;
import inklab.evaluate.Subsets;
import inklab.train.Outputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How a committee stands, counted from its members' stored outputs.
 *
 * @param members in the order in which they were ticked
 * @param subsets every choice of them; null when there are no members, or their outputs cannot be put together
 * @param single whom they are tested against; null when there are no members, or their outputs cannot be put together
 * @param averaged that member's errors against those of the averaged outputs; null for fewer than two members
 * @param voted likewise against those of the votes
 * @param dissents the images on which members differ
 * @param trouble why they cannot be put together, in one sentence; empty when they can
 */
record Standing(
        List<RunRow> members,
        Subsets subsets,
        Committee.Single single,
        PairedTest averaged,
        PairedTest voted,
        List<Dissent> dissents,
        String trouble) {
    static final Standing NONE = new Standing(List.of(), null, null, null, null, List.of(), "");

    Standing {
        members = List.copyOf(members);
        dissents = List.copyOf(dissents);
    }

    /** That of members whose outputs could not be read. */
    static Standing troubled(List<RunRow> members, String trouble) {
        return new Standing(members, null, null, null, null, List.of(), trouble);
    }

    /**
     * Counts.
     *
     * @param answers what each member answered to the test images
     * @return empty when left off
     */
    static Optional<Standing> of(List<RunRow> members, List<Outputs> answers, BooleanSupplier cancelled) {
        Committee committee = new Committee(answers);
        Optional<Subsets> subsets = Subsets.of(committee, cancelled);
        if (subsets.isEmpty()) return Optional.empty();
        List<Double> validation = new ArrayList<>();
        for (RunRow member : members) validation.add(member.validation());
        Committee.Single single = Committee.single(validation);
        boolean several = members.size() > 1;
        return Optional.of(new Standing(
                members,
                subsets.get(),
                single,
                several ? PairedTest.of(answers.get(single.member()), committee.average()) : null,
                several ? PairedTest.of(answers.get(single.member()), committee.votes()) : null,
                members.size() > 1 ? Dissent.of(committee) : List.of(),
                ""));
    }

    /** How many images all members together misread. */
    int errors(boolean byVotes) {
        Subsets.Subset full = subsets.full();
        return byVotes ? full.voteErrors() : full.errors();
    }

    /** The same as a share, 0 to 1. */
    double error(boolean byVotes) {
        return (double) errors(byVotes) / subsets.images();
    }

    PairedTest test(boolean byVotes) {
        return byVotes ? voted : averaged;
    }

    boolean isCounted() {
        return subsets != null;
    }
}
