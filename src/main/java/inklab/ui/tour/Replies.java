package inklab.ui.tour;

import java.util.ArrayList;
import java.util.List;

/**
 * How long the window takes to answer something that is asked again and again, and of which only the latest is answered. A question that
 * comes while another is being answered is not counted: which answer is its own could not be told. For the FX thread.
 */
final class Replies {
    /** After this long without an answer the next question counts again. */
    private static final long FORGOTTEN = 500_000_000L;

    private final List<Double> published = new ArrayList<>();
    private final List<Double> worked = new ArrayList<>();
    private final List<Double> seen = new ArrayList<>();
    private long asked;
    private boolean counts;
    private boolean again;
    private long lastAsked;
    private long askedOfShown;
    private long publishedAt;
    private long layoutBegun;

    /** @param when the question was put, {@link System#nanoTime} */
    void asked(long when) {
        if (asked == 0 || when - lastAsked > FORGOTTEN) {
            asked = when;
            counts = true;
            again = false;
        } else again = true;
        lastAsked = when;
    }

    /** An answer is in the window's properties. */
    void published() {
        if (asked == 0) return;
        publishedAt = System.nanoTime();
        if (counts) {
            published.add((publishedAt - asked) / 1e6);
            askedOfShown = asked;
        }
        // What was asked meanwhile is answered next, by an answer that is not counted.
        counts = false;
        if (!again) asked = 0;
        again = false;
    }

    void layoutBegins() {
        layoutBegun = System.nanoTime();
    }

    /** Everything has been painted that the last answer changed. */
    void layoutEnds() {
        if (askedOfShown == 0) return;
        long now = System.nanoTime();
        worked.add((publishedAt - askedOfShown + now - layoutBegun) / 1e6);
        seen.add((now - askedOfShown) / 1e6);
        askedOfShown = 0;
    }

    /** From question to answer, ms. */
    List<Double> publishedMillis() {
        return List.copyOf(published);
    }

    /** From question to answer, and then the painting, without the wait for the next pulse between the two, ms. */
    List<Double> workMillis() {
        return List.copyOf(worked);
    }

    /** From question to the end of the pulse that painted the answer, ms. */
    List<Double> seenMillis() {
        return List.copyOf(seen);
    }
}
