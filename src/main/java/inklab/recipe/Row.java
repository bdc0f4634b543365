package inklab.recipe;

import java.util.List;
import java.util.Optional;

/**
 * A published result, and the recipes that reproduce it.
 *
 * @param id short and unique: {@code nielsen-relu}
 * @param family the {@link Family#id} of the source that it is from
 * @param title what was trained, in a few words
 * @param figures what the source reports, the main figure first; none where it reports none
 * @param kind one net, or several that read together
 * @param presets the recipe of a single net; the recipes of a committee's members, fewer than members where seeds differ
 * @param members how many nets; 1 for a single net
 * @param epochs how many epochs of the recipe's training images the source trained, at most; 0 where it does not say
 * @param notes what to know about the figure; may be empty
 * @param deviations in what the recipes differ from the source, knowingly; a sentence each
 */
public record Row(
        String id,
        String family,
        String title,
        List<PublishedFigure> figures,
        Kind kind,
        List<String> presets,
        int members,
        int epochs,
        String notes,
        List<String> deviations) {
    /** How many nets a figure is about, and how several answer together. */
    public enum Kind {
        SINGLE("single"),
        /** By their averaged probabilities. */
        COMMITTEE("committee"),
        /** By their votes. */
        VOTE("vote");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name in the file. */
        public String code() {
            return code;
        }
    }

    /**
     * Results of one source.
     *
     * @param id short and unique
     * @param title for people
     * @param source the paper, book or page
     */
    public record Family(String id, String title, String source) {}

    public Row {
        figures = List.copyOf(figures);
        presets = List.copyOf(presets);
        deviations = List.copyOf(deviations);
    }

    /** The main figure, if the source reports one. */
    public Optional<PublishedFigure> figure() {
        return figures.stream().findFirst();
    }

    /** Whether it is about several nets. */
    public boolean isCommittee() {
        return kind != Kind.SINGLE;
    }
}
