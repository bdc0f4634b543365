package inklab.ui.inspect;

import inklab.data.DataException;
import inklab.data.Picture;
import inklab.data.ink.MnistPreparation;
import inklab.data.ink.Raster;
import inklab.net.Shape;
import inklab.pad.PadPreparation;
import inklab.pad.Page;
import inklab.pad.PenPoint;
import inklab.pad.Stroke;
import inklab.pad.Strokes;
import inklab.recipe.Recipe;
import inklab.ui.widget.DrawingPad;
import inklab.ui.widget.PadStroke;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drawings and picture files as images like those of the data set. */
final class OwnImages {
    private static final Page PAGE = new Page(0, 0, DrawingPad.UNITS);

    private OwnImages() {}

    /** What was drawn on the pad, as the net's digits lie on their sheet; empty of a blank pad. */
    static Optional<Exhibit> drawing(List<PadStroke> drawn) {
        List<Stroke> strokes = new ArrayList<>(drawn.size());
        for (PadStroke stroke : drawn) {
            List<PenPoint> points = new ArrayList<>(stroke.points().size());
            for (PadStroke.Point p : stroke.points()) points.add(new PenPoint(p.x(), p.y(), p.pressure()));
            strokes.add(new Stroke(points));
        }
        return PadPreparation.standard()
                .steps(new Strokes(strokes, Optional.empty()), PAGE)
                .map(steps -> of("", steps.centred()));
    }

    static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    /**
     * A picture file. A net that knows handwriting is given ink, boxed and centred as MNIST's digits were, unless the picture has their
     * size and so has been through that already.
     *
     * @throws DataException in one sentence, when it cannot be read
     */
    static Exhibit picture(Path file, Recipe recipe) throws DataException {
        Picture picture = Picture.read(file);
        String name = String.valueOf(file.getFileName());
        Shape input = recipe.net().input();
        String dataset = recipe.data().dataset();
        if (dataset.equals("ink") || dataset.equals("mnist")) return digit(name, file, picture.ink());
        int channels = input.channels() == 3 ? 3 : 1;
        Picture shown = channels == 3 ? picture : picture.ink();
        return Exhibit.own(
                name,
                shown.fit(channels, input.height(), input.width()),
                new Shape(channels, input.height(), input.width()));
    }

    private static Exhibit digit(String name, Path file, Picture ink) throws DataException {
        byte[] pixels = ink.pixels();
        if (ink.width() == MnistPreparation.FIELD && ink.height() == MnistPreparation.FIELD)
            return Exhibit.own(name, pixels, new Shape(1, ink.height(), ink.width()));
        float[] shares = new float[pixels.length];
        for (int i = 0; i < shares.length; i++) shares[i] = (pixels[i] & 0xFF) / 255f;
        Raster crop = MnistPreparation.crop(new Raster(ink.width(), ink.height(), shares))
                .orElseThrow(() -> new DataException(file + " is blank: choose a picture with something on it."));
        return of(name, MnistPreparation.centre(MnistPreparation.box(crop)));
    }

    private static Exhibit of(String name, Raster raster) {
        return Exhibit.own(name, raster.toBytes(), new Shape(1, raster.height(), raster.width()));
    }
}
