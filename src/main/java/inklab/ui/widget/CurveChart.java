package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Curves over a common x: linear or logarithmic, smoothed lines over bands of raw values, reference lines, a healthy band, every value
 * under the pointer. Dragging zooms to the dragged stretch of x, a double click shows all again; on the keyboard the arrows move the
 * pointer's rule, plus and minus zoom around it, Escape shows all. A million points stay fluid: only pixel columns are drawn, and only
 * new points are looked at.
 */
public final class CurveChart extends Painted {
    /** A dotted line across the chart with words on it. */
    public record Reference(double y, String label) {}

    /** A stretch of values that is as it should be, with the word in it. */
    public record Band(double low, double high, String word) {}

    /** Where the curves' names stand. */
    public enum Labels {
        /** At the lines' ends, in a gutter on the right. */
        AT_END,
        /** On the lines. */
        ON_LINE,
        NONE
    }

    private final BooleanProperty log = new SimpleBooleanProperty(this, "log", true);
    private final DoubleProperty mark = new SimpleDoubleProperty(this, "mark", Double.NaN);
    private final DoubleProperty pointed = new SimpleDoubleProperty(this, "pointed", Double.NaN);
    private List<CurveSeries> series = List.of();
    private List<CurvePath> paths = List.of();
    private List<Reference> references = List.of();
    private Band band;
    private Labels labels = Labels.AT_END;
    private DoubleFunction<String> yTick = CurveChart::plain;
    private DoubleFunction<String> yValue = CurveChart::plain;
    private DoubleFunction<String> xTick = CurveChart::plain;
    private DoubleFunction<String> xTitle = CurveChart::plain;
    private double fixedLow = Double.NaN;
    private double fixedHigh = Double.NaN;
    private List<Double> yTicks = List.of();
    private List<Double> xTicks = List.of();
    private double zoomLow = Double.NaN;
    private double zoomHigh = Double.NaN;
    private double dragFrom = Double.NaN;
    private double dragTo = Double.NaN;
    private CurvePainter.Plot plot =
            new CurvePainter.Plot(0, 0, 300, 200, new Axis(0, 1, false), new Axis(0, 1, false));

    public CurveChart() {
        super("curve-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(120, 80);
        setPrefSize(400, 240);
        log.addListener(o -> repaint());
        mark.addListener(o -> repaint());
        pointed.addListener(o -> {
            accessibleChanged();
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointed.set(snapped(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> pointed.set(Double.NaN));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The curves, in the order they are drawn. Reuse the {@link CurveData}: they may grow afterwards. */
    public void setSeries(List<CurveSeries> curves) {
        List<CurvePath> kept = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++)
            kept.add(i < paths.size() && series.get(i).data() == curves.get(i).data() ? paths.get(i) : new CurvePath());
        series = List.copyOf(curves);
        paths = kept;
        repaint();
    }

    public List<CurveSeries> series() {
        return series;
    }

    /** Shows points that were added to the curves' data. */
    public void refresh() {
        repaint();
    }

    /** Whether y is logarithmic; it is at first. */
    public BooleanProperty logProperty() {
        return log;
    }

    /** The x of a rule that stands in the chart, NaN for none: the epoch that drives a page. */
    public DoubleProperty markProperty() {
        return mark;
    }

    /** The x whose values the tag shows; NaN while nothing is pointed at. */
    public DoubleProperty pointedProperty() {
        return pointed;
    }

    public void setReferences(List<Reference> lines) {
        references = List.copyOf(lines);
        repaint();
    }

    /** The healthy band; null for none. */
    public void setBand(Band healthy) {
        band = healthy;
        repaint();
    }

    public void setLabels(Labels where) {
        labels = where;
        repaint();
    }

    /** How y is written at the axis, and (with more digits) in the tag. */
    public void setYFormat(DoubleFunction<String> tick, DoubleFunction<String> value) {
        yTick = tick;
        yValue = value;
        repaint();
    }

    /** How x is written at the axis, and as the tag's title. */
    public void setXFormat(DoubleFunction<String> tick, DoubleFunction<String> title) {
        xTick = tick;
        xTitle = title;
        repaint();
    }

    /** The x shown while not zoomed; NaN, NaN for as far as the curves go. */
    public void setXRange(double from, double to) {
        fixedLow = from;
        fixedHigh = to;
        repaint();
    }

    /** Where horizontal lines stand; empty for three to five round values. */
    public void setYTicks(List<Double> values) {
        yTicks = List.copyOf(values);
        repaint();
    }

    /** Where numbers stand below the chart; empty for round values. */
    public void setXTicks(List<Double> values) {
        xTicks = List.copyOf(values);
        repaint();
    }

    /** Shows x from one value to another. */
    public void zoom(double from, double to) {
        if (!(to > from)) return;
        zoomLow = from;
        zoomHigh = to;
        repaint();
    }

    /** Shows all of x. */
    public void resetZoom() {
        zoomLow = Double.NaN;
        zoomHigh = Double.NaN;
        repaint();
    }

    /** Whether only a stretch of x is shown. */
    public boolean isZoomed() {
        return !Double.isNaN(zoomLow);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Float.toString((float) value);
    }

    private double xAt(double mouseX) {
        double share = (mouseX - getInsets().getLeft() - plot.left()) / plot.width();
        return plot.x().value(Math.max(0, Math.min(1, share)));
    }

    /** The x under the pointer: the nearest ring where a curve has rings. */
    private double snapped(MouseEvent e) {
        double x = e.getX() - getInsets().getLeft();
        if (x < plot.left() - 8 || x > plot.left() + plot.width() + 8) return Double.NaN;
        double at = xAt(e.getX());
        for (int i = 0; i < series.size(); i++)
            if (series.get(i).rings() && paths.get(i).size() > 0) {
                CurvePath path = paths.get(i);
                return path.x(path.index(at));
            }
        return at;
    }

    private void press(MouseEvent e) {
        requestFocus();
        if (e.getButton() != MouseButton.PRIMARY) return;
        if (e.getClickCount() == 2) resetZoom();
        else dragFrom = xAt(e.getX());
    }

    private void drag(MouseEvent e) {
        if (Double.isNaN(dragFrom)) return;
        dragTo = xAt(e.getX());
        pointed.set(Double.NaN);
        repaint();
    }

    private void release(MouseEvent e) {
        double from = Math.min(dragFrom, dragTo);
        double to = Math.max(dragFrom, dragTo);
        boolean far =
                (to - from) * plot.width() > 5 * (plot.x().high() - plot.x().low());
        dragFrom = Double.NaN;
        dragTo = Double.NaN;
        if (far) zoom(from, to);
        else repaint();
    }

    private void key(KeyEvent e) {
        double low = plot.x().low();
        double high = plot.x().high();
        double at = Double.isNaN(pointed.get()) ? (low + high) / 2 : pointed.get();
        boolean used = true;
        switch (e.getCode()) {
            case LEFT -> pointed.set(stepped(at, -1));
            case RIGHT -> pointed.set(stepped(at, 1));
            case HOME -> pointed.set(low);
            case END -> pointed.set(high);
            case PLUS, ADD, EQUALS -> zoom(at - (at - low) / 2, at + (high - at) / 2);
            case MINUS, SUBTRACT -> {
                double from = Math.max(allLow(), at - (at - low) * 2);
                double to = Math.min(allHigh(), at + (high - at) * 2);
                if (from <= allLow() && to >= allHigh()) resetZoom();
                else zoom(from, to);
            }
            case ESCAPE -> {
                used = isZoomed() || !Double.isNaN(pointed.get());
                resetZoom();
                pointed.set(Double.NaN);
            }
            default -> used = false;
        }
        if (used) e.consume();
    }

    private double stepped(double from, int direction) {
        for (int i = 0; i < series.size(); i++)
            if (series.get(i).rings() && paths.get(i).size() > 0) {
                CurvePath path = paths.get(i);
                int to = path.index(from) + (Double.isNaN(pointed.get()) ? 0 : direction);
                return path.x(Math.max(0, Math.min(path.size() - 1, to)));
            }
        double step = 4 * (plot.x().high() - plot.x().low()) / plot.width();
        return Math.max(plot.x().low(), Math.min(plot.x().high(), from + direction * step));
    }

    private double allLow() {
        if (!Double.isNaN(fixedLow)) return fixedLow;
        double low = Double.POSITIVE_INFINITY;
        for (CurveSeries one : series)
            if (!one.data().isEmpty()) low = Math.min(low, one.data().x(0));
        return Double.isInfinite(low) ? 0 : low;
    }

    private double allHigh() {
        if (!Double.isNaN(fixedHigh)) return fixedHigh;
        double high = Double.NEGATIVE_INFINITY;
        for (CurveSeries one : series)
            if (!one.data().isEmpty()) high = Math.max(high, one.data().lastX());
        return high > allLow() ? high : allLow() + 1;
    }

    @Override
    protected String accessibleDetail() {
        List<String> parts = new ArrayList<>();
        double x = pointed.get();
        if (!Double.isNaN(x)) parts.add(xTitle.apply(x));
        for (int i = 0; i < series.size(); i++) {
            CurveData data = series.get(i).data();
            double y = Double.isNaN(x)
                    ? (data.isEmpty() ? Double.NaN : data.lastY())
                    : paths.get(i).near(x);
            if (!Double.isNaN(y)) parts.add(series.get(i).name() + " " + yValue.apply(y));
        }
        return String.join(", ", parts);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double low = isZoomed() ? zoomLow : allLow();
        double high = isZoomed() ? zoomHigh : allHigh();
        CurvePainter painter = new CurvePainter(g, ink(), series, paths);
        plot = painter.arrange(
                plot,
                width,
                height,
                new Axis(low, high, false),
                log.get(),
                references,
                band,
                labels,
                isZoomed() ? List.of() : yTicks,
                yTick);
        if (band != null) painter.band(plot, band);
        painter.grid(plot, isZoomed() ? List.of() : yTicks, yTick, isZoomed() ? List.of() : xTicks, xTick);
        painter.curves(plot);
        for (Reference reference : references) painter.reference(plot, reference);
        painter.labels(plot, labels);
        if (!Double.isNaN(mark.get())) painter.rule(plot, mark.get(), Role.ACCENT);
        if (!Double.isNaN(dragTo)) painter.selection(plot, dragFrom, dragTo);
        if (!Double.isNaN(pointed.get())) {
            painter.rule(plot, pointed.get(), Role.INK_2);
            List<HoverTag.Line> lines = new ArrayList<>();
            for (int i = 0; i < series.size(); i++) {
                double y = paths.get(i).near(pointed.get());
                if (!Double.isNaN(y)) lines.add(new HoverTag.Line(series.get(i).name(), yValue.apply(y)));
            }
            double x = plot.xOf(pointed.get());
            HoverTag.paint(g, ink(), x, plot.top() + 6, width, height, xTitle.apply(pointed.get()), lines);
        }
    }
}
