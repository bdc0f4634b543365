package inklab.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Two counts against each other, a stroke for each one counted: what is mended against what is spoilt. */
public final class TallyStrip extends Painted {
    private int left;
    private int right;
    private String leftWords = "";
    private String rightWords = "";

    public TallyStrip() {
        super("tally-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 36);
        setPrefSize(272, 36);
    }

    /** Shows two counts with the words under them. */
    public void show(int leftCount, String leftLabel, int rightCount, String rightLabel) {
        left = leftCount;
        right = rightCount;
        leftWords = leftLabel;
        rightWords = rightLabel;
        accessibleChanged();
        repaint();
    }

    @Override
    protected String accessibleDetail() {
        return leftWords + ", " + rightWords;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        Font font = ink().font(Face.SEMIBOLD, Measure.CAPTION);
        double text = height - font.getSize() * 0.65;
        double high = Math.min(14 * ink().get(Measure.GUIDE), height - font.getSize() * 1.5);
        g.setFont(font);
        g.setFill(ink().get(Role.SERIES_1_TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(leftWords, 0, text);
        g.setFill(ink().get(Role.SERIES_4_TEXT));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(rightWords, width, text);
        int all = left + right;
        if (all == 0) return;
        double gap = left > 0 && right > 0 ? 8 : 0;
        double pitch = (width - gap) / all;
        g.setFill(ink().get(Role.SERIES_1));
        strokes(g, 0, left, pitch, high);
        g.setFill(ink().get(Role.SERIES_4));
        strokes(g, left * pitch + gap, right, pitch, high);
    }

    /** Where strokes would be thinner than a pixel they run together into a bar of the same length. */
    private static void strokes(GraphicsContext g, double from, int count, double pitch, double high) {
        if (pitch < 2) g.fillRect(from, 0, count * pitch, high);
        else for (int i = 0; i < count; i++) g.fillRect(from + i * pitch, 0, Math.max(1, 0.6 * pitch), high);
    }
}
