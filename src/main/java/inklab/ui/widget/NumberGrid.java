package inklab.ui.widget;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A small matrix of numbers on the colours that show them: pixels as ink, weights in blue and rust. One unit's arithmetic. */
public final class NumberGrid extends Painted {
    private static final double GAP = 2;

    private final boolean signed;
    private float[] values = {};
    private int rows;
    private int columns;
    private double limit = Double.NaN;
    private double paper;
    private double fullInk = 1;

    private NumberGrid(boolean signed) {
        super("number-grid");
        this.signed = signed;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(24, 24);
        setPrefSize(124, 124);
    }

    /** For pixels: ink from 0 to 1. */
    public static NumberGrid ofInk() {
        return new NumberGrid(false);
    }

    /** For pixels whose numbers run from paper to ink otherwise, such as from −1 to 1. */
    public void setRange(double numberOfPaper, double numberOfInk) {
        paper = numberOfPaper;
        fullInk = numberOfInk;
        repaint();
    }

    /** For weights: blue above zero, rust below. */
    public static NumberGrid ofWeights() {
        return new NumberGrid(true);
    }

    /** Shows values {@code [rows, columns]}. */
    public void setValues(int rows, int columns, float[] values) {
        if (values.length != rows * columns)
            throw new IllegalArgumentException(values.length + " values for a grid of " + rows + "x" + columns);
        this.rows = rows;
        this.columns = columns;
        this.values = values.clone();
        accessibleChanged();
        repaint();
    }

    /** The weight drawn in full colour; NaN for the greatest shown. */
    public void setLimit(double fullColour) {
        limit = fullColour;
        repaint();
    }

    /** One decimal, without the zero before the point; minus as it is set in print. */
    static String figure(double value) {
        String text = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        if (text.equals("0.0")) return "0";
        if (text.startsWith("0")) text = text.substring(1);
        return value < 0 ? "−" + text : text;
    }

    @Override
    protected String accessibleDetail() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) all.append(i % columns == 0 ? "; " : " ");
            all.append(figure(values[i]));
        }
        return all.toString();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (values.length == 0) return;
        double gap = Math.min(width / columns, height / rows) < 12 ? 0 : GAP;
        double pitch = Math.min((width + gap) / columns, (height + gap) / rows);
        // Small pixels lie closely, and then a whole picture fills its place better than whole pixels do.
        if (gap > 0) pitch = Math.floor(pitch);
        double size = pitch - gap;
        if (size < 1) return;
        double full = Double.isNaN(limit) ? new MapTile(rows, columns, values).greatest() : limit;
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        if (font.getSize() > 0.45 * size) font = ink().font(Face.SANS, 0.45 * size);
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        Color sheet = ink().get(Role.SHEET);
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            double x = i % columns * pitch;
            double y = row * pitch;
            Color ground = Contrast.over(colour(values[i], full), sheet);
            g.setFill(ground);
            if (gap > 0) g.fillRoundRect(x, y, size, size, 3, 3);
            else g.fillRect(x, y, size + 0.5, size + 0.5);
            boolean blank = !signed && ink(values[i]) < 0.05;
            if (blank || size < 16) continue;
            g.setFill(ink().on(ground));
            g.fillText(figure(values[i]), x + size / 2, y + size / 2);
        }
    }

    private Color colour(float value, double full) {
        if (!signed) return ink().get(Role.INK, ink(value));
        double share = full > 0 ? Math.min(1, Math.abs(value) / full) : 0;
        return ink().get(value > 0 ? Role.POSITIVE : Role.NEGATIVE, Math.pow(share, 0.8));
    }

    private double ink(float value) {
        return Math.max(0, Math.min(1, (value - paper) / (fullInk - paper)));
    }
}
