package inklab.ui.distort;

import inklab.distort.Distorter;
import inklab.distort.Distortion;
import inklab.distort.Draw;
import inklab.distort.Elastic;
import inklab.distort.Frame;
import inklab.ui.widget.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * One image under every pair of a few σ and α, all else as the sliders stand.
 *
 * @param pictures σ after σ, {@link #SIGMAS} by {@link #ALPHAS}
 */
record Sheet(List<Picture> pictures) {
    /** From the sheet's top to its foot, pixels. */
    static final List<Double> SIGMAS = List.of(12.0, 8.0, 6.0, 4.0, 2.0);
    /** From left to right, pixels. */
    static final List<Double> ALPHAS = List.of(12.0, 24.0, 36.0, 48.0, 64.0);

    /**
     * What a sheet depends on.
     *
     * @param rest the distortion whose σ and α do not matter
     */
    record Ask(Sample sample, Distortion rest, long seed, int chosen) {
        static Ask of(Sample sample, Distortion d, long seed, int chosen) {
            return new Ask(sample, at(d, 0, 0), seed, chosen);
        }
    }

    /** A place on the sheet. */
    record Cell(int row, int column) {}

    /** The distortion with this σ and α. */
    static Distortion at(Distortion d, double sigma, double alpha) {
        Elastic e = d.elastic();
        return Knob.withElastic(d, new Elastic(sigma, alpha, e.noise(), e.field()));
    }

    /** The distortion of a cell. */
    static Distortion at(Distortion rest, Cell cell) {
        return at(rest, SIGMAS.get(cell.row()), ALPHAS.get(cell.column()));
    }

    /** The cell that comes nearest to a distortion, on the scale of ratios. */
    static Cell nearest(Distortion d) {
        return new Cell(
                nearest(SIGMAS, d.elastic().sigma()),
                nearest(ALPHAS, d.elastic().alpha()));
    }

    /** Whether a distortion's σ and α are those of a cell, and not only near. */
    static boolean isOnCell(Distortion d) {
        return SIGMAS.contains(d.elastic().sigma())
                && ALPHAS.contains(d.elastic().alpha());
    }

    private static int nearest(List<Double> values, double wanted) {
        int best = 0;
        for (int i = 1; i < values.size(); i++)
            if (away(values.get(i), wanted) < away(values.get(best), wanted)) best = i;
        return best;
    }

    private static double away(double value, double wanted) {
        return Math.abs(Math.log(value / Math.max(1e-3, wanted)));
    }

    /** All cells, row by row. */
    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < SIGMAS.size(); row++)
            for (int column = 0; column < ALPHAS.size(); column++) cells.add(new Cell(row, column));
        return cells;
    }

    static Sheet draw(Ask ask) {
        Frame frame = Wall.frame(ask.sample());
        byte[] image = ask.sample().images().image(ask.chosen());
        List<Picture> pictures = new ArrayList<>();
        for (Cell cell : cells()) {
            Distorter distorter = new Distorter(at(ask.rest(), cell), frame);
            byte[] bytes = Wall.distorted(distorter, image, Draw.of(ask.seed(), 0, ask.chosen()));
            pictures.add(new Picture(frame.channels(), frame.height(), frame.width(), bytes));
        }
        return new Sheet(pictures);
    }
}
