package inklab.data.ink;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ImageSet;
import inklab.data.LoadOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * For whoever tunes Ink: writes a picture with two rows of ten Ink images for each digit on the left, and as many of MNIST's training images on
 * the right. Run it with the data folder and the picture's name.
 */
final class InkSheet {
    private static final int ACROSS = 10;
    private static final int ROWS = 2;
    private static final int CELL = 30;
    private static final int ZOOM = 2;

    private final BufferedImage sheet =
            new BufferedImage((2 * ACROSS + 1) * CELL * ZOOM, 10 * ROWS * CELL * ZOOM, BufferedImage.TYPE_BYTE_GRAY);

    private InkSheet() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) throw new IllegalArgumentException("needs the data folder and the picture's name");
        InkDigits ink = InkDigits.open();
        Catalogue catalogue = new Catalogue(new DataFolder(Path.of(args[0])), ink, System.err::println);
        InkSheet sheet = new InkSheet();
        sheet.fill(ink.generate(1, 0, 1000), 0);
        sheet.fill(catalogue.load("mnist", LoadOptions.standard()).train(), ACROSS + 1);
        ImageIO.write(sheet.sheet, "png", Path.of(args[1]).toFile());
    }

    /** Draws the first images of each digit, from this column on. */
    private void fill(ImageSet images, int column) {
        int[] drawn = new int[10];
        for (int i = 0; i < images.size(); i++) {
            int digit = images.label(i);
            int k = drawn[digit]++;
            if (k < ACROSS * ROWS) draw(images.image(i), column + k % ACROSS, digit * ROWS + k / ACROSS);
        }
    }

    private void draw(byte[] image, int column, int row) {
        for (int y = 0; y < CELL * ZOOM; y++)
            for (int x = 0; x < CELL * ZOOM; x++) {
                int u = x / ZOOM;
                int v = y / ZOOM;
                int ink = u < 28 && v < 28 ? image[v * 28 + u] & 0xFF : 0;
                sheet.getRaster().setSample(column * CELL * ZOOM + x, row * CELL * ZOOM + y, 0, 255 - ink);
            }
    }
}
