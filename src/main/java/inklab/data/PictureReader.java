package inklab.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a PNG or JPEG file into a {@link Picture}. */
final class PictureReader {
    private static final long MOST_PIXELS = 150_000_000;

    private PictureReader() {}

    /** Whether a file's name says that it is a PNG or JPEG picture. */
    static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    static Picture read(Path file) throws DataException {
        // ImageIO says of many a fault only that it cannot open the file.
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            try {
                Files.newInputStream(file).close();
            } catch (IOException e) {
                throw DataException.reading(file, e);
            }
            throw new DataException(file + " may not be read: give yourself the right to read it.");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new DataException(file + " is no PNG or JPEG picture: save it as one.");
            ImageReader reader = readers.next();
            try {
                return ExifOrientation.of(file).apply(decode(file, reader, in));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    private static Picture decode(Path file, ImageReader reader, ImageInputStream in) throws DataException {
        boolean[] cutOff = {false};
        reader.addIIOReadWarningListener((source, warning) ->
                // The JPEG library makes up the rest of a truncated picture in grey, and merely warns.
                cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
        BufferedImage image;
        try {
            reader.setInput(in, true, false);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS)
                throw new DataException(file + " has " + reader.getWidth(0) + "x" + reader.getHeight(0)
                        + " pixels, too many to be read: make it smaller.");
            Memory.require(file, 7 * pixels);
            image = reader.read(0);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The readers answer damaged files with all sorts of exceptions of the unchecked kind.
            throw new DataException(
                    file + " is a damaged picture, or of a kind that cannot be read: save it anew as PNG.", e);
        }
        if (cutOff[0])
            throw new DataException(file + " ends in the middle of the picture: save it anew or copy it again.");
        return convert(image);
    }

    private static Picture convert(BufferedImage image) {
        int space = image.getColorModel().getColorSpace().getType();
        boolean indexed = image.getColorModel() instanceof IndexColorModel;
        // The samples as they are in the file. BufferedImage.getRGB would lighten grey ones, which Java takes to be
        // linear, and
        // take seconds over a photograph with a colour profile.
        if (!indexed && (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB))
            return samples(image, space == ColorSpace.TYPE_GRAY ? 1 : 3);
        return colours(image);
    }

    private static Picture samples(BufferedImage image, int channels) {
        Raster raster = image.getRaster();
        int height = image.getHeight();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        Layers layers = new Layers(channels, height, width, bands > channels);
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) layers.set(c, y, x, row[x * bands + c] >> shift);
                if (bands > channels) layers.alpha(y, x, row[x * bands + channels] >> shift);
            }
        }
        return layers.flatten();
    }

    private static Picture colours(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        Layers layers = new Layers(3, height, width, image.getColorModel().hasAlpha());
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) layers.set(c, y, x, (row[x] >> (16 - 8 * c)) & 0xFF);
                layers.alpha(y, x, row[x] >>> 24);
            }
        }
        return layers.flatten();
    }

    /** Colours with their opacity. */
    private static final class Layers {
        private final int channels;
        private final int height;
        private final int width;
        private final byte[] planes;
        private final byte[] alpha;

        Layers(int channels, int height, int width, boolean transparent) {
            this.channels = channels;
            this.height = height;
            this.width = width;
            this.planes = new byte[channels * height * width];
            this.alpha = transparent ? new byte[height * width] : null;
        }

        void set(int channel, int y, int x, int value) {
            planes[(channel * height + y) * width + x] = (byte) value;
        }

        void alpha(int y, int x, int value) {
            if (alpha != null) alpha[y * width + x] = (byte) value;
        }

        /** Lays what is transparent on white, or on black where what is drawn is light and white would swallow it. */
        Picture flatten() {
            if (alpha != null) {
                int ground = lightness() > 127 ? 0 : 255;
                for (int i = 0; i < planes.length; i++) {
                    int opacity = alpha[i % alpha.length] & 0xFF;
                    planes[i] = (byte) (((planes[i] & 0xFF) * opacity + ground * (255 - opacity) + 127) / 255);
                }
            }
            return new Picture(channels, height, width, planes);
        }

        private double lightness() {
            double sum = 0;
            double weight = 0;
            boolean opaque = true;
            for (int i = 0; i < planes.length; i++) {
                int opacity = alpha[i % alpha.length] & 0xFF;
                opaque &= opacity == 255;
                sum += (double) opacity * (planes[i] & 0xFF);
                weight += opacity;
            }
            return opaque || weight == 0 ? 0 : sum / weight;
        }
    }
}
