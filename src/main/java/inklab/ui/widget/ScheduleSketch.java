package inklab.ui.widget;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A schedule over a run: what was, solid; where it stands, a dot; what is to come, dashed. */
public final class ScheduleSketch extends Painted {
    /** Half a pixel of a panel's width. */
    private static final double FINEST = 0.002;

    private double[] values = {};
    private double position;
    private String start = "";
    private String end = "";

    public ScheduleSketch() {
        super("schedule-sketch");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(80, 40);
        setPrefSize(272, 72);
    }

    /**
     * Shows a schedule.
     *
     * @param values at even steps from the run's start to its end
     * @param position how far the run is, 0 to 1
     */
    public void show(double[] values, double position) {
        double next = Math.max(0, Math.min(1, position));
        // A long run moves by less than can be seen from one look to the next.
        if (Math.abs(next - this.position) < FINEST && Arrays.equals(values, this.values)) return;
        this.values = values.clone();
        this.position = next;
        repaint();
    }

    /** The words under both ends. */
    public void setCaptions(String atStart, String atEnd) {
        if (atStart.equals(start) && atEnd.equals(end)) return;
        start = atStart;
        end = atEnd;
        accessibleChanged();
        repaint();
    }

    @Override
    protected String accessibleDetail() {
        return start + ", " + end;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        g.setFont(font);
        g.setFill(ink().get(Role.INK_3));
        double text = height - font.getSize() * 0.7;
        double inset = 4;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(start, inset, text);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(end, width - inset, text);
        if (values.length < 2) return;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double top = 6;
        double foot = height - font.getSize() * 1.6 - 8;
        double spread = max > min ? max - min : 1;
        double floor = max > min ? foot : (top + foot) / 2;
        double scale = (foot - top) / spread;
        double at = position * (values.length - 1);
        double curve = ink().get(Measure.CURVE);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setStroke(ink().get(Role.INK_2));
        g.setLineWidth(1.5 * curve);
        g.setLineDashes(3 * curve, 3 * curve);
        trace(g, at, values.length - 1.0, width, inset, floor, min, scale);
        g.setLineDashes();
        g.setStroke(ink().get(Role.ACCENT));
        g.setLineWidth(2.25 * curve);
        g.setLineCap(StrokeLineCap.ROUND);
        trace(g, 0, at, width, inset, floor, min, scale);
        double r = 5 * (curve > 1 ? 1.5 : 1);
        g.setFill(ink().get(Role.ACCENT));
        g.fillOval(inset + position * (width - 2 * inset) - r, floor - (value(at) - min) * scale - r, 2 * r, 2 * r);
    }

    private void trace(
            GraphicsContext g,
            double from,
            double to,
            double width,
            double inset,
            double floor,
            double min,
            double scale) {
        if (to <= from) return;
        double step = (width - 2 * inset) / (values.length - 1);
        g.beginPath();
        g.moveTo(inset + from * step, floor - (value(from) - min) * scale);
        for (int i = (int) Math.floor(from) + 1; i < to; i++)
            g.lineTo(inset + i * step, floor - (values[i] - min) * scale);
        g.lineTo(inset + to * step, floor - (value(to) - min) * scale);
        g.stroke();
    }

    private double value(double at) {
        int i = (int) Math.min(values.length - 2.0, Math.floor(at));
        return values[i] + (at - i) * (values[i + 1] - values[i]);
    }
}
