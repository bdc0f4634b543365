package inklab.ui.draw;

import inklab.data.ink.MnistPreparation;
import inklab.data.ink.Raster;
import inklab.pad.PadPreparation;
import inklab.pad.PadSteps;
import inklab.pad.Page;
import inklab.pad.PenPoint;
import inklab.pad.Stroke;
import inklab.pad.Strokes;
import inklab.ui.widget.DrawingPad;
import inklab.ui.widget.PadStroke;
import inklab.ui.widget.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From strokes to votes: pure, but for the voters' networks, which belong to the pad's thread. */
final class PadReader {
    /** Strokes, and who is asked. */
    record Ask(Strokes drawing, boolean centring, List<Voter> voters) {}

    private static final Page PAGE = new Page(0, 0, DrawingPad.UNITS);

    private final PadPreparation preparation = PadPreparation.standard();

    static Strokes strokes(List<PadStroke> drawn) {
        List<Stroke> strokes = new ArrayList<>(drawn.size());
        for (PadStroke stroke : drawn) {
            List<PenPoint> points = new ArrayList<>(stroke.points().size());
            for (PadStroke.Point p : stroke.points()) points.add(new PenPoint(p.x(), p.y(), p.pressure()));
            strokes.add(new Stroke(points));
        }
        return new Strokes(strokes, Optional.empty());
    }

    /** A kept drawing back on the pad. */
    static List<PadStroke> padStrokes(Strokes drawing) {
        double[] fit = fit(drawing);
        List<PadStroke> strokes = new ArrayList<>();
        for (Stroke stroke : drawing.strokes()) {
            if (stroke.points().isEmpty()) continue;
            List<PadStroke.Point> points = new ArrayList<>();
            for (PenPoint p : stroke.points())
                points.add(new PadStroke.Point(
                        p.x() * fit[0] + fit[1], p.y() * fit[0] + fit[2], 0, Math.min(1, p.pressure())));
            strokes.add(new PadStroke(points));
        }
        return strokes;
    }

    /** Scale and shifts: none for what was drawn on the pad; what comes from elsewhere is laid into the guide box. */
    private static double[] fit(Strokes drawing) {
        if (onPage(drawing)) return new double[] {1, 0, 0};
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Stroke stroke : drawing.strokes())
            for (PenPoint p : stroke.points()) {
                left = Math.min(left, p.x());
                right = Math.max(right, p.x());
                top = Math.min(top, p.y());
                bottom = Math.max(bottom, p.y());
            }
        double scale = DrawingPad.UNITS * 20 / 28 / Math.max(1e-9, Math.max(right - left, bottom - top));
        double middle = DrawingPad.UNITS / 2;
        return new double[] {scale, middle - (left + right) / 2 * scale, middle - (top + bottom) / 2 * scale};
    }

    private static boolean onPage(Strokes drawing) {
        double furthest = 0;
        for (Stroke stroke : drawing.strokes())
            for (PenPoint p : stroke.points()) {
                if (p.x() < 0 || p.y() < 0 || p.x() > DrawingPad.UNITS || p.y() > DrawingPad.UNITS) return false;
                furthest = Math.max(furthest, Math.max(p.x(), p.y()));
            }
        // Coordinates from 0 to 1 or 28 are another sheet's.
        return furthest > 28;
    }

    private Optional<PadSteps> steps(Strokes drawing) {
        return onPage(drawing) ? preparation.steps(drawing, PAGE) : preparation.steps(drawing);
    }

    /** All that the workspace shows of a drawing. */
    Verdict read(Ask ask) {
        Optional<PadSteps> prepared = steps(ask.drawing());
        if (prepared.isEmpty()) return Verdict.blank(ask.centring());
        PadSteps steps = prepared.get();
        Raster drawn = MnistPreparation.fit(steps.raw(), MnistPreparation.FIELD);
        byte[] centredField = steps.centred().toBytes();
        byte[] drawnField = drawn.toBytes();
        byte[] field = ask.centring() ? centredField : drawnField;
        byte[] otherField = ask.centring() ? drawnField : centredField;
        Raster crop = MnistPreparation.crop(steps.raw()).orElse(steps.raw());
        double[] centre = centre(steps.centred());
        Sheets sheets = new Sheets(
                picture(steps.raw()),
                picture(steps.crop()),
                crop.width(),
                crop.height(),
                picture(steps.box()),
                picture(steps.centred()),
                centre[0],
                centre[1],
                picture(drawn),
                input(ask.voters(), field),
                input(ask.voters(), otherField));
        return new Verdict(
                Optional.of(sheets), ask(ask.voters(), field), ask(ask.voters(), otherField), ask.centring());
    }

    /** What these nets say of a kept drawing; nothing of blank paper. */
    Tally tally(Strokes drawing, boolean centring, List<Voter> voters) {
        return steps(drawing)
                .map(steps -> centring ? steps.centred() : MnistPreparation.fit(steps.raw(), MnistPreparation.FIELD))
                .map(field -> ask(voters, field.toBytes()))
                .orElse(Tally.NONE);
    }

    /** A kept drawing as a small picture. */
    Picture thumbnail(Strokes drawing) {
        return preparation.image(drawing).map(PadReader::picture).orElse(Picture.blank(28, 28));
    }

    private static Tally ask(List<Voter> voters, byte[] field) {
        List<Vote> votes = new ArrayList<>(voters.size());
        for (Voter voter : voters) votes.add(voter.vote(field));
        return Tally.of(votes);
    }

    private static Picture input(List<Voter> voters, byte[] field) {
        return voters.isEmpty()
                ? new Picture(1, 28, 28, field.clone())
                : voters.get(0).input(field);
    }

    private static Picture picture(Raster raster) {
        return new Picture(1, raster.height(), raster.width(), raster.toBytes());
    }

    private static double[] centre(Raster raster) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < raster.height(); row++)
            for (int column = 0; column < raster.width(); column++) {
                double ink = raster.ink(column, row);
                mass += ink;
                x += ink * (column + 0.5);
                y += ink * (row + 0.5);
            }
        return mass > 0 ? new double[] {x / mass, y / mass} : new double[] {14, 14};
    }
}
