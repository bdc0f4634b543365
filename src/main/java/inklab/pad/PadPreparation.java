package inklab.pad;

import inklab.data.ink.InkCanvas;
import inklab.data.ink.MnistPreparation;
import inklab.data.ink.Raster;
import java.util.Optional;

/**
 * Draws strokes and prepares them as MNIST's images were. The pen is as thick in relation to the drawing as MNIST's pens were, so that thin mouse
 * lines and broad brushes become the same ink. Immutable; any number of threads may share it.
 */
public final class PadPreparation {
    /** The side of {@link PadSteps#raw()}, pixels. */
    public static final int PAGE = 280;

    /** The usual thickness of a line in the 20×20 box, pixels: the median of MNIST's training images. */
    public static final double PEN = 2.4;

    /** The longer side of the ink before it is averaged down to the box, pixels. */
    private static final int SIDE = 80;

    private static final double THINNEST = 0.4;
    private static final double THICKEST = 1.6;

    private final double pen;
    private final Placing placing;

    /**
     * A preparation.
     *
     * @param pen the mean thickness of a line in the 20×20 box, pixels: 0.5 to 8
     */
    public PadPreparation(double pen, Placing placing) {
        if (!(pen >= 0.5 && pen <= 8)) throw new IllegalArgumentException("a pen of " + pen + " pixels");
        this.pen = pen;
        this.placing = placing;
    }

    /** MNIST's thickness and placing. */
    public static PadPreparation standard() {
        return new PadPreparation(PEN, Placing.CENTRE_OF_MASS);
    }

    /** All steps, or nothing if the drawing is blank. */
    public Optional<PadSteps> steps(Strokes drawing, Page page) {
        if (drawing.isBlank()) return Optional.empty();
        Bounds bounds = Bounds.of(drawing);
        Raster raw = raw(drawing, bounds, page);
        Raster crop = crop(drawing, bounds);
        Raster box = MnistPreparation.box(crop);
        return Optional.of(new PadSteps(raw, crop, box, place(raw, box)));
    }

    /** All steps of a drawing that came without a page: it lies in the middle of one, 20/28 of its size. Nothing if it is blank. */
    public Optional<PadSteps> steps(Strokes drawing) {
        return drawing.isBlank() ? Optional.empty() : steps(drawing, Page.around(Bounds.of(drawing)));
    }

    /** What the network is given, 28×28, or nothing if the drawing is blank. */
    public Optional<Raster> image(Strokes drawing) {
        if (placing == Placing.AS_DRAWN) return steps(drawing).map(PadSteps::centred);
        if (drawing.isBlank()) return Optional.empty();
        Raster box = MnistPreparation.box(crop(drawing, Bounds.of(drawing)));
        return Optional.of(placing == Placing.BOX ? MnistPreparation.middle(box) : MnistPreparation.centre(box));
    }

    private Raster place(Raster raw, Raster box) {
        return switch (placing) {
            case CENTRE_OF_MASS -> MnistPreparation.centre(box);
            case BOX -> MnistPreparation.middle(box);
            case AS_DRAWN -> MnistPreparation.fit(raw, MnistPreparation.FIELD);
        };
    }

    private Raster raw(Strokes drawing, Bounds bounds, Page page) {
        double scale = PAGE / page.side();
        double size = bounds.isDot() ? PAGE / 2.0 : bounds.side() * scale;
        double radius = size * share();
        InkCanvas canvas = new InkCanvas(PAGE, PAGE);
        draw(drawing, bounds, canvas, radius, scale, -page.left() * scale, -page.top() * scale);
        return canvas.toRaster();
    }

    /** The ink alone. A dot, which has no size to scale, stays a dot in the middle of the box. */
    private Raster crop(Strokes drawing, Bounds bounds) {
        double radius = pen / 2 * SIDE / MnistPreparation.BOX;
        boolean dot = bounds.isDot();
        double scale = dot ? 1 : (SIDE - 2 * radius) / bounds.side();
        double margin = radius * THICKEST + 1;
        int width = dot ? SIDE : (int) Math.ceil((bounds.right() - bounds.left()) * scale + 2 * margin);
        int height = dot ? SIDE : (int) Math.ceil((bounds.bottom() - bounds.top()) * scale + 2 * margin);
        InkCanvas canvas = new InkCanvas(width, height);
        draw(
                drawing,
                bounds,
                canvas,
                radius,
                scale,
                width / 2.0 - bounds.middleX() * scale,
                height / 2.0 - bounds.middleY() * scale);
        Raster ink = canvas.toRaster();
        return dot ? ink : MnistPreparation.crop(ink).orElse(ink);
    }

    /** The pen's radius in relation to the longer side of the points' rectangle. */
    private double share() {
        return pen / 2 / (MnistPreparation.BOX - pen);
    }

    private static void draw(
            Strokes drawing, Bounds bounds, InkCanvas canvas, double radius, double scale, double right, double down) {
        // Points closer than this change nothing that can be seen.
        double near = radius / 4;
        for (Stroke stroke : drawing.strokes()) {
            int last = stroke.points().size() - 1;
            double x0 = 0;
            double y0 = 0;
            double r0 = 0;
            for (int i = 0; i <= last; i++) {
                PenPoint point = stroke.points().get(i);
                double x1 = point.x() * scale + right;
                double y1 = point.y() * scale + down;
                double dx = x1 - x0;
                double dy = y1 - y0;
                if (i > 0 && i < last && dx * dx + dy * dy < near * near) continue;
                double r1 = radius * thickness(point.pressure(), bounds.pressure());
                if (i == 0) canvas.line(x1, y1, r1, x1, y1, r1);
                else canvas.line(x0, y0, r0, x1, y1, r1);
                x0 = x1;
                y0 = y1;
                r0 = r1;
            }
        }
    }

    private static double thickness(double pressure, double mean) {
        return mean <= 0 ? 1 : Math.max(THINNEST, Math.min(THICKEST, pressure / mean));
    }
}
