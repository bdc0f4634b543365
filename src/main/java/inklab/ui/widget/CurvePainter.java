package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a {@link CurveChart}: arranges the plot within the chart, then one layer after the other. */
final class CurvePainter {
    /** The plot within the chart, px, and its scales. */
    record Plot(double left, double top, double width, double height, Axis x, Axis y) {
        double xOf(double value) {
            return left + x.fraction(value) * width;
        }

        double yOf(double value) {
            return top + (1 - y.fraction(value)) * height;
        }

        double bottom() {
            return top + height;
        }
    }

    private static final int MOST_TICKS = 5;
    private static final double BAND_OPACITY = 0.22;
    /** By so much a corner may be off without anybody's seeing it, px. */
    private static final double UNSEEN = 0.35;

    /** From so many raw values in a column on, the band is drawn column by column. */
    private static final double DENSE = 2;
    /** Where along the plot a name on a line, and a reference's words, are tried, the best place first. */
    private static final double[] LABEL_SHARES = {0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.1};

    private static final double[] REFERENCE_SHARES = {0.02, 0.2, 0.35, 0.5, 0.65, 0.8};

    private final GraphicsContext g;
    private final InkStyle ink;
    private final List<CurveSeries> series;
    private final List<CurvePath> paths;

    CurvePainter(GraphicsContext g, InkStyle ink, List<CurveSeries> series, List<CurvePath> paths) {
        this.g = g;
        this.ink = ink;
        this.series = series;
        this.paths = paths;
    }

    /** Brings the curves up to date for the plot's width, and finds the y axis that holds what is in sight. */
    Plot arrange(
            Plot before,
            double width,
            double height,
            Axis x,
            boolean log,
            List<CurveChart.Reference> references,
            CurveChart.Band band,
            CurveChart.Labels labels,
            List<Double> yTicks,
            DoubleFunction<String> yTick) {
        Font font = ink.font(Face.SANS, Measure.CAPTION);
        double right = labels == CurveChart.Labels.AT_END ? endWidth() + endGap() + 2 : 10;
        // The gutter depends on the ticks and so on the curves: most often they are as wide as they were, and nothing
        // is done twice.
        update(x, before.width());
        Axis y = yAxis(log, references, band, yTicks);
        double gutter = 0;
        for (double tick : ticks(y, yTicks)) gutter = Math.max(gutter, Painted.textWidth(yTick.apply(tick), font));
        double left = Math.max(40, Math.ceil(gutter) + 10);
        double plotWidth = Math.max(20, Math.floor(width - left - right));
        update(x, plotWidth);
        double half = Math.ceil(font.getSize() * 0.7);
        double foot = Math.ceil(font.getSize() * 1.5) + 10;
        return new Plot(left, half, plotWidth, Math.max(20, height - half - foot), x, y);
    }

    private void update(Axis x, double width) {
        for (int i = 0; i < series.size(); i++)
            paths.get(i)
                    .update(
                            series.get(i).data(),
                            x.low(),
                            x.high(),
                            (int) width,
                            series.get(i).span());
    }

    private Axis yAxis(boolean log, List<CurveChart.Reference> references, CurveChart.Band band, List<Double> yTicks) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (CurvePath path : paths)
            for (int k = 0; k < path.size(); k++) {
                double y = path.y(k);
                if (log && y <= 0) continue;
                min = Math.min(min, y);
                max = Math.max(max, y);
            }
        if (min > max) return Axis.around(Double.NaN, Double.NaN, log);
        for (CurveChart.Reference reference : references) {
            min = Math.min(min, reference.y());
            max = Math.max(max, reference.y());
        }
        for (double tick : yTicks) {
            min = Math.min(min, tick);
            max = Math.max(max, tick);
        }
        if (band != null) {
            min = Math.min(min, band.low());
            max = Math.max(max, band.high());
        }
        return Axis.around(min, max, log);
    }

    private static List<Double> ticks(Axis y, List<Double> wanted) {
        return wanted.isEmpty() ? y.ticks(MOST_TICKS) : wanted;
    }

    /** From the plot to the names at its right: past half of a best epoch's dot. */
    private double endGap() {
        return ink.get(Measure.GUIDE) > 1 ? 14 : 9;
    }

    private double endWidth() {
        double most = 0;
        for (CurveSeries one : series)
            most = Math.max(
                    most,
                    Math.max(
                            Painted.textWidth(one.name(), nameFont(one)),
                            Painted.textWidth(one.note(), ink.font(Face.SANS, Measure.CAPTION))));
        return Math.ceil(most);
    }

    private Font nameFont(CurveSeries one) {
        return ink.font(one.mono() ? Face.MONO_MEDIUM : Face.SEMIBOLD, one.mono() ? Measure.NOTE : Measure.CAPTION);
    }

    void band(Plot plot, CurveChart.Band band) {
        double top = plot.yOf(Math.min(band.high(), plot.y().high()));
        double bottom = plot.yOf(Math.max(band.low(), plot.y().low()));
        g.setFill(ink.get(Role.GOOD_SOFT));
        g.fillRoundRect(plot.left(), top, plot.width(), bottom - top, 6, 6);
        g.setFill(ink.get(Role.GOOD));
        Font font = ink.font(Face.SEMIBOLD, Measure.CAPTION);
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(band.word(), plot.left() + 8, bottom - font.getSize());
    }

    void grid(
            Plot plot,
            List<Double> yTicks,
            DoubleFunction<String> yTick,
            List<Double> xTicks,
            DoubleFunction<String> xTick) {
        Font font = ink.font(Face.SANS, Measure.CAPTION);
        g.setFont(font);
        g.setStroke(ink.get(Role.HAIRLINE));
        g.setLineWidth(1);
        g.setLineDashes();
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : ticks(plot.y(), yTicks)) {
            double y = Math.floor(plot.yOf(tick)) + 0.5;
            g.strokeLine(plot.left(), y, plot.left() + plot.width(), y);
            g.setFill(ink.get(Role.INK_3));
            g.fillText(yTick.apply(tick), plot.left() - 8, y);
        }
        g.setFill(ink.get(Role.INK_3));
        g.setTextAlign(TextAlignment.CENTER);
        double y = plot.bottom() + 10 + font.getSize() * 0.6;
        for (double tick : xTicks.isEmpty() ? plot.x().ticks(MOST_TICKS) : xTicks)
            g.fillText(xTick.apply(tick), plot.xOf(tick), y);
    }

    void curves(Plot plot) {
        g.save();
        g.beginPath();
        g.rect(plot.left() - 10, 0, plot.width() + 20, plot.bottom() + 4);
        g.clip();
        for (int i = 0; i < series.size(); i++) if (series.get(i).band()) rawBand(plot, series.get(i), paths.get(i));
        for (int i = 0; i < series.size(); i++) line(plot, series.get(i), paths.get(i));
        for (int i = 0; i < series.size(); i++) dots(plot, series.get(i), paths.get(i));
        g.restore();
    }

    private void rawBand(Plot plot, CurveSeries one, CurvePath path) {
        g.setFill(ink.get(one.role(), BAND_OPACITY));
        int columns = (int) plot.width();
        double floor = plot.bottom();
        int gap = bridged(path, columns);
        if (path.density() >= DENSE) {
            bars(plot, path, columns, gap);
            return;
        }
        // Zoomed in, a column holds one value and the band has no height: its outline is then the raw curve.
        g.setStroke(ink.get(one.role(), BAND_OPACITY));
        g.setLineWidth(1);
        g.beginPath();
        boolean any = false;
        for (int from = 0; from < columns; ) {
            if (!path.filled(from)) {
                from++;
                continue;
            }
            int to = from;
            for (int c = from + 1; c < columns && c - to <= gap; c++) if (path.filled(c)) to = c;
            stretch(plot, path, from, to, floor);
            any = true;
            from = to + 1;
        }
        if (!any) return;
        g.fill();
        g.stroke();
    }

    /** The same picture where every column holds several values, for a fraction of an outline's cost. */
    private void bars(Plot plot, CurvePath path, int columns, int gap) {
        double floor = plot.bottom();
        int before = -1;
        for (int c = 0; c < columns; c++) {
            if (!path.filled(c)) continue;
            double top = Math.min(floor, plot.yOf(path.greatest(c)));
            double bottom = Math.min(floor, plot.yOf(path.least(c)));
            int from = before >= 0 && c - before <= gap ? before + 1 : c;
            if (bottom > top) g.fillRect(plot.left() + from, top, c - from + 1, bottom - top);
            before = c;
        }
    }

    /** Over how many columns without a value the band goes on: three times as many as lie between two values here. */
    private static int bridged(CurvePath path, int columns) {
        int first = -1;
        int last = -1;
        int filled = 0;
        for (int c = 0; c < columns; c++) {
            if (!path.filled(c)) continue;
            if (first < 0) first = c;
            last = c;
            filled++;
        }
        return filled < 2 ? 2 : Math.max(2, (int) Math.ceil(3.0 * (last - first) / (filled - 1)));
    }

    /** One unbroken piece of the band as a closed outline: along the greatest values, back along the least. */
    private void stretch(Plot plot, CurvePath path, int from, int to, double floor) {
        boolean first = true;
        for (int c = from; c <= to; c++) {
            if (!path.filled(c)) continue;
            double x = plot.left() + c + 0.5;
            double y = Math.min(floor, plot.yOf(path.greatest(c)));
            if (first) g.moveTo(x, y);
            else g.lineTo(x, y);
            first = false;
        }
        for (int c = to; c >= from; c--)
            if (path.filled(c)) g.lineTo(plot.left() + c + 0.5, Math.min(floor, plot.yOf(path.least(c))));
        g.closePath();
    }

    private void line(Plot plot, CurveSeries one, CurvePath path) {
        if (path.size() < 2) return;
        g.setStroke(ink.get(one.role()));
        g.setLineWidth(one.width() * ink.get(Measure.CURVE));
        // Corners a pixel or two apart are too many to be seen, and round ones cost as much as all the rest of the
        // line.
        g.setLineJoin(path.size() > plot.width() / 3 ? StrokeLineJoin.BEVEL : StrokeLineJoin.ROUND);
        g.setLineCap(one.dashed() ? StrokeLineCap.BUTT : StrokeLineCap.ROUND);
        if (one.dashed()) g.setLineDashes(6 * ink.get(Measure.CURVE), 3 * ink.get(Measure.CURVE));
        g.beginPath();
        Thinned piece = new Thinned(UNSEEN);
        for (int k = 0; k < path.size(); k++) {
            double y = path.y(k);
            if (plot.y().log() && y <= 0) {
                trace(piece);
                piece = new Thinned(UNSEEN);
            } else piece.add(plot.xOf(path.x(k)), plot.yOf(y));
        }
        trace(piece);
        g.stroke();
        g.setLineDashes();
    }

    private void trace(Thinned piece) {
        piece.end();
        for (int i = 0; i < piece.size(); i++) {
            if (i == 0) g.moveTo(piece.x(i), piece.y(i));
            else g.lineTo(piece.x(i), piece.y(i));
        }
    }

    private void dots(Plot plot, CurveSeries one, CurvePath path) {
        double scale = ink.get(Measure.GUIDE) > 1 ? 1.5 : 1;
        Color colour = ink.get(one.role());
        boolean rings = one.rings() && path.size() <= plot.width() / 8;
        for (int k = 0; k < path.size(); k++) {
            double x = plot.xOf(path.x(k));
            double y = plot.yOf(path.y(k));
            if (path.x(k) == one.best()) {
                double r = 6 * scale;
                g.setFill(colour);
                g.fillOval(x - r, y - r, 2 * r, 2 * r);
            } else if (rings) {
                double r = 3.5 * scale;
                g.setFill(ink.get(Role.SHEET));
                g.fillOval(x - r, y - r, 2 * r, 2 * r);
                g.setStroke(colour);
                g.setLineWidth(1.75 * scale);
                g.strokeOval(x - r, y - r, 2 * r, 2 * r);
            }
        }
    }

    void reference(Plot plot, CurveChart.Reference reference) {
        double y = Math.floor(plot.yOf(reference.y())) + 0.5;
        if (y < plot.top() - 1 || y > plot.bottom() + 1) return;
        g.setStroke(ink.get(Role.INK_2));
        g.setLineWidth(1.5 * ink.get(Measure.GUIDE));
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(2 * ink.get(Measure.GUIDE), 4 * ink.get(Measure.GUIDE));
        g.strokeLine(plot.left(), y, plot.left() + plot.width(), y);
        g.setLineDashes();
        Font font = ink.font(Face.SANS, Measure.CAPTION);
        double width = Painted.textWidth(reference.label(), font);
        LabelPlacement.Spot spot = LabelPlacement.onLine(
                x -> y - plot.top(),
                lines(plot),
                List.of(),
                width,
                font.getSize(),
                plot.width(),
                plot.height(),
                REFERENCE_SHARES,
                true);
        if (spot == null) return;
        g.setFont(font);
        g.setFill(ink.get(Role.INK_2));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(reference.label(), plot.left() + spot.x(), plot.top() + spot.y());
    }

    void labels(Plot plot, CurveChart.Labels where) {
        switch (where) {
            case AT_END -> endLabels(plot);
            case ON_LINE -> lineLabels(plot);
            case NONE -> {}
        }
    }

    private void endLabels(Plot plot) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) if (paths.get(i).size() > 0) shown.add(i);
        double[] wanted = new double[shown.size()];
        double[] heights = new double[shown.size()];
        double row = ink.get(Measure.CAPTION) * 1.28;
        for (int k = 0; k < shown.size(); k++) {
            CurvePath path = paths.get(shown.get(k));
            boolean noted = !series.get(shown.get(k)).note().isEmpty();
            // A name stands at its line's height, a note hangs below the name.
            heights[k] = noted ? 2 * row : row;
            wanted[k] = plot.yOf(path.y(path.size() - 1)) - (noted ? 0 : 1);
        }
        double[] at = LabelPlacement.spread(wanted, heights, 0, plot.bottom() + 8);
        double x = plot.left() + plot.width() + endGap();
        g.setTextAlign(TextAlignment.LEFT);
        for (int k = 0; k < shown.size(); k++) {
            CurveSeries one = series.get(shown.get(k));
            boolean noted = !one.note().isEmpty();
            g.setFont(nameFont(one));
            g.setFill(ink.get(one.role().asText()));
            g.fillText(one.name(), x, at[k] - (noted ? row / 2 : 0));
            if (!noted) continue;
            g.setFont(ink.font(Face.SANS, Measure.CAPTION));
            g.setFill(ink.get(Role.INK_3));
            g.fillText(one.note(), x, at[k] + row / 2);
        }
    }

    /** The curves as heights in the plot, px, by the distance from its left edge. */
    private List<DoubleUnaryOperator> lines(Plot plot) {
        List<DoubleUnaryOperator> lines = new ArrayList<>();
        for (CurvePath path : paths)
            lines.add(x -> plot.yOf(path.between(plot.x().value(x / plot.width()))) - plot.top());
        return lines;
    }

    private void lineLabels(Plot plot) {
        List<DoubleUnaryOperator> lines = lines(plot);
        List<double[]> taken = new ArrayList<>();
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < series.size(); i++) {
            CurveSeries one = series.get(i);
            if (paths.get(i).size() < 2) continue;
            Font font = nameFont(one);
            double width = Painted.textWidth(one.name(), font);
            double height = font.getSize() * 1.1;
            LabelPlacement.Spot spot = LabelPlacement.onLine(
                    lines.get(i), lines, taken, width, height, plot.width(), plot.height(), LABEL_SHARES, false);
            if (spot == null) continue;
            taken.add(new double[] {spot.x(), spot.y() - height / 2, spot.x() + width, spot.y() + height / 2});
            g.setFont(font);
            g.setFill(ink.get(one.role().asText()));
            g.fillText(one.name(), plot.left() + spot.x(), plot.top() + spot.y());
        }
    }

    void rule(Plot plot, double x, Role role) {
        if (x < plot.x().low() || x > plot.x().high()) return;
        double at = Math.floor(plot.xOf(x)) + 0.5;
        g.setStroke(ink.get(role));
        g.setLineWidth(ink.get(Measure.GUIDE));
        g.strokeLine(at, plot.top(), at, plot.bottom());
    }

    void selection(Plot plot, double from, double to) {
        double left = plot.xOf(Math.min(from, to));
        double right = plot.xOf(Math.max(from, to));
        g.setFill(ink.get(Role.ACCENT, 0.12));
        g.fillRect(left, plot.top(), right - left, plot.height());
        g.setStroke(ink.get(Role.ACCENT));
        g.setLineWidth(1);
        g.strokeLine(Math.floor(left) + 0.5, plot.top(), Math.floor(left) + 0.5, plot.bottom());
        g.strokeLine(Math.floor(right) + 0.5, plot.top(), Math.floor(right) + 0.5, plot.bottom());
    }
}
