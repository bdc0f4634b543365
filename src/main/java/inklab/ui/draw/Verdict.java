package inklab.ui.draw;

import java.util.Optional;

/**
 * What is to be said of a drawing.
 *
 * @param sheets how it was prepared; empty for blank paper
 * @param tally what the nets say, centred or not as is switched
 * @param other what they would say with the switch the other way
 * @param centring whether the drawing was centred
 */
public record Verdict(Optional<Sheets> sheets, Tally tally, Tally other, boolean centring) {
    /** Blank paper. */
    public static Verdict blank(boolean centring) {
        return new Verdict(Optional.empty(), Tally.NONE, Tally.NONE, centring);
    }

    public boolean isBlank() {
        return sheets.isEmpty();
    }
}
