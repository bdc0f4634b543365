package inklab.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads CIFAR-10's binary batches: records of a label byte and 3,072 bytes of a 32×32 picture, all red, then all green, then all
 * blue. How many there are follows from a file's length. Source: A. Krizhevsky's page "The CIFAR-10 dataset", "Binary version".
 */
final class CifarBatches {
    private static final int SIDE = 32;
    private static final int PICTURE = 3 * SIDE * SIDE;
    private static final int RECORD = 1 + PICTURE;
    private static final int RECORDS_AT_ONCE = 256;

    /** The classes' names, a line each, in the order of the labels. */
    static final String NAMES = "batches.meta.txt";

    private CifarBatches() {}

    /**
     * Reads the batches one after the other.
     *
     * @param classes the classes' names; no label may be beyond them
     * @throws DataException if a file cannot be read or is not made of whole records
     */
    static ImageSet read(List<Path> batches, List<String> classes) throws DataException {
        long records = 0;
        for (Path file : batches) records += records(file);
        Memory.require(batches.get(0).toAbsolutePath().getParent(), records * PICTURE);
        byte[] labels = new byte[(int) records];
        byte[] pixels = new byte[(int) (records * PICTURE)];
        int at = 0;
        for (Path file : batches) at += read(file, labels, pixels, at, classes.size());
        return new ImageSet(3, SIDE, SIDE, classes, pixels, labels);
    }

    /**
     * Reads the first few pictures, and how many there are by the files' lengths.
     *
     * @throws DataException if a file cannot be read or is not made of whole records
     */
    static Glance glance(List<Path> batches, List<String> classes, int few) throws DataException {
        long all = 0;
        for (Path file : batches) all += records(file);
        Path first = batches.get(0);
        int n = (int) Math.min(few, records(first));
        byte[] labels = new byte[n];
        byte[] pixels = new byte[n * PICTURE];
        try (InputStream in = Files.newInputStream(first)) {
            byte[] records = in.readNBytes(n * RECORD);
            if (records.length < n * RECORD) throw new EOFException();
            take(first, records, n, 0, labels, pixels, 0, classes.size());
        } catch (IOException e) {
            throw DataException.reading(first, e);
        }
        return new Glance(new ImageSet(3, SIDE, SIDE, classes, pixels, labels), all);
    }

    /** Takes n records apart; {@code done} records of the file came before them. */
    private static void take(
            Path file, byte[] records, int n, int done, byte[] labels, byte[] pixels, int at, int classes)
            throws DataException {
        for (int i = 0; i < n; i++) {
            int label = records[i * RECORD] & 0xFF;
            if (label >= classes)
                throw new DataException(file + " gives image " + (done + i) + " the label " + label
                        + ", but the labels are 0 to " + (classes - 1) + ": fetch or import it again.");
            labels[at + i] = (byte) label;
            System.arraycopy(records, i * RECORD + 1, pixels, (at + i) * PICTURE, PICTURE);
        }
    }

    /**
     * The classes' names as the folder has them, or {@code otherwise} where it has none.
     *
     * @throws DataException if there is such a file and it is not as many names
     */
    static List<String> names(Path folder, List<String> otherwise) throws DataException {
        Path file = folder.resolve(NAMES);
        if (!Files.exists(file)) return otherwise;
        try {
            if (Files.size(file) > 1 << 16)
                throw new DataException(file + " is too long for a list of names: fetch or import it again.");
            List<String> names = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (names.size() != otherwise.size())
                throw new DataException(file + " has " + names.size() + " names for " + otherwise.size()
                        + " classes: fetch or import it again, or delete it.");
            return names;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    private static long records(Path file) throws DataException {
        try {
            if (Files.isDirectory(file))
                throw new DataException(file + " is a folder where a file is expected: move it away and fetch again.");
            long size = Files.size(file);
            if (size == 0 || size % RECORD != 0)
                throw new DataException(file + " has " + size + " bytes, which is no whole number of records of "
                        + RECORD + ": the copy is cut off or another file; fetch or import it again.");
            return size / RECORD;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    private static int read(Path file, byte[] labels, byte[] pixels, int at, int classes) throws DataException {
        try (InputStream in = Files.newInputStream(file)) {
            long records = records(file);
            byte[] buffer = new byte[RECORDS_AT_ONCE * RECORD];
            for (int done = 0; done < records; ) {
                int now = (int) Math.min(RECORDS_AT_ONCE, records - done);
                if (in.readNBytes(buffer, 0, now * RECORD) < now * RECORD) throw new EOFException();
                take(file, buffer, now, done, labels, pixels, at + done, classes);
                done += now;
            }
            return (int) records;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }
}
