package inklab.ui.draw;

import inklab.pad.Strokes;
import inklab.ui.widget.Picture;

/**
 * A drawing of the kept test set.
 *
 * @param picture as a net would see it, 28×28
 * @param answer what the nets say; −1 while nobody was asked
 */
public record Kept(Strokes drawing, Picture picture, int answer) {
    /** The digit that somebody said it is; −1 when nobody has. */
    public int label() {
        return drawing.label()
                .filter(label -> label.length() == 1 && Character.isDigit(label.charAt(0)))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    /** Whether the nets read something else than was meant. */
    public boolean isWrong() {
        return answer >= 0 && label() >= 0 && answer != label();
    }

    Kept answered(int digit) {
        return new Kept(drawing, picture, digit);
    }
}
