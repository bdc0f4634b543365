package inklab.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In what a committee's members differ from their recipes, each difference told once for all members that share it. */
public final class MemberDeviations {
    private static final String AFTER_NAME = ": ";
    private static final int MOST_NAMED = 2;
    private static final List<String> NUMBERS = List.of(
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final List<String> names;
    private final Map<String, TreeSet<Integer>> whose = new LinkedHashMap<>();

    private MemberDeviations(List<String> names) {
        this.names = names;
    }

    /** As a member's difference is kept: {@code relu-w20: training.epochs is 50, not 40.} */
    public static String of(String member, String sentence) {
        return member + AFTER_NAME + sentence;
    }

    /**
     * A sentence for each set of members that differ alike: {@code All members: data.validation is 0, not 10000.}
     *
     * @param names of all members, in their order; several may have one name
     * @param sentences for each member, in what it differs
     */
    public static List<String> told(List<String> names, List<List<String>> sentences) {
        MemberDeviations all = new MemberDeviations(names);
        for (int member = 0; member < names.size(); member++)
            for (String sentence : sentences.get(member)) all.add(member, sentence);
        return all.told();
    }

    /**
     * The same from sentences as they are kept, those about no member behind them as they are. Among members of one name the first is
     * taken who has not got the sentence yet.
     *
     * @param kept in the members' order, each as {@link #of} makes it, or about the committee
     */
    static List<String> retold(List<String> names, List<String> kept) {
        MemberDeviations all = new MemberDeviations(names);
        Set<String> others = new LinkedHashSet<>();
        for (String sentence : kept) if (!all.addKept(sentence)) others.add(sentence);
        List<String> told = new ArrayList<>(all.told());
        told.addAll(others);
        return told;
    }

    private void add(int member, String sentence) {
        whose.computeIfAbsent(sentence, s -> new TreeSet<>()).add(member);
    }

    private boolean addKept(String kept) {
        for (int member = 0; member < names.size(); member++) {
            String begin = names.get(member) + AFTER_NAME;
            if (!kept.startsWith(begin)) continue;
            String sentence = kept.substring(begin.length());
            if (whose.getOrDefault(sentence, new TreeSet<>()).contains(member)) continue;
            add(member, sentence);
            return true;
        }
        return false;
    }

    private List<String> told() {
        Map<Set<Integer>, List<String>> alike = new LinkedHashMap<>();
        whose.forEach((sentence, members) ->
                alike.computeIfAbsent(members, m -> new ArrayList<>()).add(sentence));
        List<String> told = new ArrayList<>();
        alike.forEach((members, sentences) -> {
            List<String> bare = sentences.stream()
                    .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                    .toList();
            told.add(who(members) + AFTER_NAME + String.join("; ", bare) + ".");
        });
        return told;
    }

    private String who(Set<Integer> members) {
        if (members.size() == names.size()) return "All members";
        List<String> called = members.stream().map(names::get).toList();
        boolean tellApart = new HashSet<>(names).size() == names.size();
        if (tellApart && members.size() <= MOST_NAMED) return String.join(" and ", called);
        String count = number(members.size());
        return count.substring(0, 1).toUpperCase(Locale.ROOT) + count.substring(1) + " of " + number(names.size())
                + " members";
    }

    private static String number(int n) {
        return n < NUMBERS.size() ? NUMBERS.get(n) : Integer.toString(n);
    }
}
