package inklab.cli;

import inklab.data.DataException;
import inklab.data.Picture;
import inklab.data.ink.MnistPreparation;
import inklab.data.ink.Raster;
import inklab.net.Shape;
import inklab.pad.PadPreparation;
import inklab.pad.Strokes;
import inklab.pad.StrokesReader;
import inklab.recipe.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files of pictures and pen strokes as images like those of the network's data set. Strokes go the drawing pad's way. Where the network
 * knows handwritten digits, pictures become ink on paper, whichever of the two was lighter, and are cropped, boxed and centred as MNIST's
 * were — unless they have MNIST's size, and so have been through that already. For other networks they are only made to fit.
 */
final class Drawings {
    private final Recipe recipe;
    private final PadPreparation pad = PadPreparation.standard();

    Drawings(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * An image.
     *
     * @param shape its channels, height and width
     * @param pixels {@code [channels, height, width]}, 0 for paper to 255
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Drawing(Shape shape, byte[] pixels) {}

    /** Hears of the drawings of a file, in their order, from 0. */
    @FunctionalInterface
    interface Each {
        void drawing(int index, Drawing drawing);
    }

    /**
     * Reads a file.
     *
     * @throws IOException in one sentence that names the file, when it cannot be read on
     */
    void read(String name, Each each) throws IOException {
        Path file = path(name);
        if (!Files.isRegularFile(file)) throw new DataException(name + " is no file: check its name.");
        if (isStrokes(name) || isText(file)) strokes(file, each);
        else each.drawing(0, picture(file));
    }

    /** Whether a file of this name holds pen strokes, a drawing a line. */
    static boolean isStrokes(String name) {
        return name.endsWith(".jsonl");
    }

    /** Whether a file begins like a drawing's line: no picture does. */
    private static boolean isText(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(64), StandardCharsets.UTF_8);
            return begin.replace("\uFEFF", "").stripLeading().startsWith("{");
        }
    }

    private static Path path(String name) throws DataException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new DataException(name + " cannot be a file's name: check it.", e);
        }
    }

    private void strokes(Path file, Each each) throws IOException {
        try (StrokesReader reader = new StrokesReader(file)) {
            int index = 0;
            for (Optional<Strokes> next = reader.next(); next.isPresent(); next = reader.next()) {
                Raster image = pad.image(next.get())
                        .orElseThrow(() -> new DataException(
                                file + ", line " + reader.line() + ": the drawing is blank; draw something."));
                each.drawing(index++, of(image));
            }
            if (index == 0) throw new DataException(file + " holds no drawing: put a line of strokes in it.");
        }
    }

    private Drawing picture(Path file) throws DataException {
        Picture picture = Picture.read(file);
        Shape input = recipe.net().input();
        if (isHandwriting()) return digit(file, picture.ink());
        if (recipe.net().input().channels() == 3)
            return new Drawing(input, picture.fit(3, input.height(), input.width()));
        Shape grey = new Shape(1, input.height(), input.width());
        return new Drawing(grey, picture.ink().fit(1, input.height(), input.width()));
    }

    private boolean isHandwriting() {
        String dataset = recipe.data().dataset();
        return dataset.equals("ink") || dataset.equals("mnist");
    }

    private static Drawing digit(Path file, Picture ink) throws DataException {
        byte[] pixels = ink.pixels();
        if (ink.width() == MnistPreparation.FIELD && ink.height() == MnistPreparation.FIELD)
            return new Drawing(new Shape(1, ink.height(), ink.width()), pixels);
        float[] shares = new float[pixels.length];
        for (int i = 0; i < shares.length; i++) shares[i] = (pixels[i] & 0xFF) / 255f;
        Raster crop = MnistPreparation.crop(new Raster(ink.width(), ink.height(), shares))
                .orElseThrow(() -> new DataException(file + " is blank: choose a picture with something on it."));
        return of(MnistPreparation.centre(MnistPreparation.box(crop)));
    }

    private static Drawing of(Raster raster) {
        return new Drawing(new Shape(1, raster.height(), raster.width()), raster.toBytes());
    }
}
