package inklab.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A drawing.
 *
 * @param strokes in the order they were drawn
 * @param label the class that it shows, if somebody has said so
 */
public record Strokes(List<Stroke> strokes, Optional<String> label) {
    /** Blank paper. */
    public static final Strokes EMPTY = new Strokes(List.of(), Optional.empty());

    public Strokes {
        strokes = List.copyOf(strokes);
    }

    /** A drawing without a label. */
    public static Strokes of(Stroke... strokes) {
        return new Strokes(List.of(strokes), Optional.empty());
    }

    /** This drawing with one more stroke. */
    public Strokes and(Stroke stroke) {
        List<Stroke> more = new ArrayList<>(strokes);
        more.add(stroke);
        return new Strokes(more, label);
    }

    /** This drawing without its last stroke; blank paper stays blank. */
    public Strokes undo() {
        return strokes.isEmpty() ? this : new Strokes(strokes.subList(0, strokes.size() - 1), label);
    }

    /** This drawing as one of that class. */
    public Strokes labelled(String label) {
        return new Strokes(strokes, Optional.of(label));
    }

    /** Whether the pen never touched the paper. */
    public boolean isBlank() {
        for (Stroke stroke : strokes) if (!stroke.points().isEmpty()) return false;
        return true;
    }
}
