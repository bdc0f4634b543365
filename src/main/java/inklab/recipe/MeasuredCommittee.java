package inklab.recipe;

import inklab.recipe.Measured.Machine;
import java.time.LocalDate;
import java.util.List;

/**
 * Several trained nets that read the test images together, for a {@link Row}.
 *
 * @param row the row's id
 * @param members in the order in which they were given
 * @param averagedError of their averaged probabilities, 0 to 1
 * @param votesError of their votes, 0 to 1
 * @param images how many test images
 * @param bySize the error of averaging committees of 1, 2, … of them
 * @param date on which the last member's training ended
 * @param machine that the members' outputs were counted on
 * @param deviations in what it differs from the row; a sentence each, of a member as {@link MemberDeviations#of} makes it
 */
public record MeasuredCommittee(
        String row,
        List<Member> members,
        double averagedError,
        double votesError,
        int images,
        List<Size> bySize,
        LocalDate date,
        Machine machine,
        List<String> deviations) {
    public MeasuredCommittee {
        members = List.copyOf(members);
        bySize = List.copyOf(bySize);
        deviations = List.copyOf(deviations);
    }

    /**
     * A member.
     *
     * @param name its recipe's name
     * @param recipe {@link RecipeFile#hash} of its recipe
     * @param seed of its recipe
     * @param epochs how many it was trained
     * @param testError its error when it reads alone
     */
    public record Member(String name, String recipe, long seed, int epochs, double testError) {}

    /**
     * Committees of one size.
     *
     * @param size how many members
     * @param committees how many were tried
     * @param lowest the best one's error, 0 to 1
     * @param mean over all that were tried
     * @param highest the worst one's error
     */
    public record Size(int size, int committees, double lowest, double mean, double highest) {}
}
