package inklab.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads IDX files, plain or gzipped, the format of MNIST and its kin: a big-endian header (magic {@code 0x00000803} for images
 * with count, height and width; {@code 0x00000801} for labels with a count), then one byte a pixel or label. Source: Y. LeCun's
 * page "The MNIST database of handwritten digits".
 *
 * <p>A header is believed only as far as the bytes behind it bear it out: nothing is allocated on its word alone.
 */
final class IdxFile {
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;
    /** Deflate cannot pack better than 1032 to 1 (zlib's technical notes). */
    private static final long DEFLATE_LIMIT = 1032;

    private static final int LARGEST_SIDE = 4096;
    private static final int FIRST_BUFFER = 16 << 20;

    private IdxFile() {}

    /**
     * Reads a file of images and the file of their labels.
     *
     * @param classes the classes' names; no label may be beyond them
     * @return grey images
     * @throws DataException if a file cannot be read, is not what it claims to be, or the two do not belong together
     */
    static ImageSet read(Path images, Path labels, List<String> classes) throws DataException {
        byte[] label = labels(labels, classes.size());
        return images(images, label, labels, classes);
    }

    /**
     * Reads the first few images, and how many there are by the header: nothing beyond them is looked at.
     *
     * @throws DataException if a file cannot be read so far or is not what it claims to be
     */
    static Glance glance(Path images, Path labels, List<String> classes, int few) throws DataException {
        try (DataInputStream in = open(images)) {
            magic(images, in, IMAGES, "images");
            long count = Integer.toUnsignedLong(in.readInt());
            int height = in.readInt();
            int width = in.readInt();
            sides(images, height, width);
            int n = (int) Math.min(few, count);
            Memory.require(images, (long) n * height * width);
            byte[] pixels = new byte[n * height * width];
            in.readFully(pixels);
            return new Glance(
                    new ImageSet(1, height, width, classes, pixels, firstLabels(labels, n, classes.size())), count);
        } catch (IOException e) {
            throw DataException.reading(images, e);
        }
    }

    private static byte[] firstLabels(Path file, int n, int classes) throws DataException {
        try (DataInputStream in = open(file)) {
            magic(file, in, LABELS, "labels");
            in.readInt();
            byte[] labels = new byte[n];
            in.readFully(labels);
            check(file, labels, classes);
            return labels;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    private static void sides(Path file, int height, int width) throws DataException {
        if (height < 1 || width < 1 || height > LARGEST_SIDE || width > LARGEST_SIDE)
            throw new DataException(file + " claims images of " + Integer.toUnsignedLong(height) + "x"
                    + Integer.toUnsignedLong(width) + " pixels, which cannot be: fetch or import it again.");
    }

    private static ImageSet images(Path file, byte[] labels, Path labelFile, List<String> classes)
            throws DataException {
        try (DataInputStream in = open(file)) {
            magic(file, in, IMAGES, "images");
            int count = in.readInt();
            int height = in.readInt();
            int width = in.readInt();
            sides(file, height, width);
            if (count != labels.length)
                throw new DataException(file + " holds " + Integer.toUnsignedLong(count) + " images but "
                        + labelFile.getFileName() + " beside it " + labels.length
                        + " labels: take both from the same source.");
            byte[] pixels = body(file, in, (long) count * height * width, 16);
            return new ImageSet(1, height, width, classes, pixels, labels);
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    private static byte[] labels(Path file, int classes) throws DataException {
        try (DataInputStream in = open(file)) {
            magic(file, in, LABELS, "labels");
            byte[] labels = body(file, in, Integer.toUnsignedLong(in.readInt()), 8);
            if (labels.length == 0)
                throw new DataException(file + " holds no labels at all: fetch or import it again.");
            check(file, labels, classes);
            return labels;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    private static void check(Path file, byte[] labels, int classes) throws DataException {
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i] & 0xFF;
            if (label >= classes)
                throw new DataException(file + " gives image " + i + " the label " + label
                        + ", but the labels are 0 to " + (classes - 1) + ": fetch or import it again.");
        }
    }

    private static void magic(Path file, DataInputStream in, int wanted, String what) throws IOException {
        int magic = in.readInt();
        if (magic != wanted)
            throw new DataException(String.format(
                    "%s is not an IDX file of %s (it begins with %08x instead of %08x): fetch or import it again.",
                    file, what, magic, wanted));
    }

    private static DataInputStream open(Path file) throws IOException {
        if (Files.isDirectory(file))
            throw new DataException(file + " is a folder where a file is expected: move it away and fetch again.");
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            if (!isGzip(raw)) return new DataInputStream(raw);
            return new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 12));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    /** Reads exactly {@code total} bytes to the file's end, growing the array only as the bytes really come. */
    private static byte[] body(Path file, InputStream in, long total, int header) throws IOException {
        long size = Files.size(file);
        if (total > size * DEFLATE_LIMIT)
            throw new DataException(file + " claims " + total + " bytes of data, more than its " + size
                    + " bytes can hold: fetch or import it again.");
        Memory.require(file, total);
        byte[] bytes = new byte[(int) Math.min(total, FIRST_BUFFER)];
        int filled = 0;
        while (filled < total) {
            if (filled == bytes.length) bytes = Arrays.copyOf(bytes, (int) Math.min(total, 2L * filled));
            int n = in.read(bytes, filled, bytes.length - filled);
            if (n < 0) throw new EOFException("after " + (header + filled) + " of " + (header + total) + " bytes");
            filled += n;
        }
        // Reading past the end also makes the gzip reader compare its checksum.
        if (in.read() >= 0)
            throw new DataException(file + " holds more than the " + total
                    + " bytes that its header claims: fetch or import it again.");
        return bytes;
    }
}
