package inklab.evaluate;

import inklab.train.Outputs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An image on which a committee's members do not agree.
 *
 * @param image its index among the images
 * @param label its true class
 * @param said what each member read, in the members' order
 * @param averaged what their averaged outputs read
 * @param voted what their votes read
 */
public record Dissent(int image, int label, List<Integer> said, int averaged, int voted) {
    public Dissent {
        said = List.copyOf(said);
    }

    /** How many members read it rightly. */
    public int right() {
        return (int) said.stream().filter(read -> read == label).count();
    }

    /** Every image on which members differ: those that all together misread first, then those that fewest read rightly. */
    public static List<Dissent> of(Committee committee) {
        List<Outputs> members = committee.members();
        Outputs average = committee.average();
        Outputs votes = committee.votes();
        List<Dissent> found = new ArrayList<>();
        for (int i = 0; i < average.size(); i++) {
            int image = i;
            List<Integer> said =
                    members.stream().map(member -> member.predicted(image)).toList();
            if (said.stream().distinct().count() < 2) continue;
            found.add(new Dissent(i, average.labels()[i], said, average.predicted(i), votes.predicted(i)));
        }
        found.sort(Comparator.comparing((Dissent d) -> d.averaged() == d.label())
                .thenComparingInt(Dissent::right)
                .thenComparingInt(Dissent::image));
        return found;
    }
}
