package inklab.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Takes files out of a {@code .tar.gz}. Source of the format: POSIX.1-1988, "ustar": blocks of 512 bytes, a header with name, size
 * and checksum in octal, then the file, filled up to a whole block.
 */
final class TarGz {
    private static final int BLOCK = 512;

    private TarGz() {}

    /**
     * Takes the wanted files out, flat: whatever folder of the archive they are in.
     *
     * @param wanted the last parts of their names
     * @param largest no file may have more bytes
     * @param into an existing folder
     * @return the names found
     * @throws DataException if the archive is damaged, or has a name in it that leads out of its own folder
     */
    static Set<String> extract(Path archive, Set<String> wanted, long largest, Path into, Progress progress)
            throws DataException {
        Set<String> found = new LinkedHashSet<>();
        try (InputStream file = Files.newInputStream(archive)) {
            Meter meter = new Meter(progress, "Unpacking " + archive.getFileName(), Files.size(archive));
            InputStream in = new GZIPInputStream(new MeteredStream(file, meter), 1 << 16);
            byte[] header = new byte[BLOCK];
            while (true) {
                if (in.readNBytes(header, 0, BLOCK) < BLOCK) throw new EOFException();
                // An empty block ends the archive.
                if (header[0] == 0) break;
                checkSum(archive, header);
                String name = name(archive, header);
                long size = octal(archive, header, 124, 12);
                String last = name.substring(name.lastIndexOf('/') + 1);
                boolean plain = header[156] == '0' || header[156] == 0;
                long filled = (size + BLOCK - 1) / BLOCK * BLOCK;
                if (plain && wanted.contains(last)) {
                    if (size > largest)
                        throw new DataException(archive + " has a " + last + " of " + size + " bytes, more than the "
                                + largest + " that it can have: fetch or import it again.");
                    copy(in, size, into.resolve(last));
                    skip(in, filled - size);
                    found.add(last);
                } else {
                    skip(in, filled);
                }
            }
            return found;
        } catch (IOException e) {
            throw DataException.reading(archive, e);
        }
    }

    private static String name(Path archive, byte[] header) throws DataException {
        String name = text(header, 0, 100);
        boolean ustar = text(header, 257, 5).equals("ustar");
        String prefix = ustar ? text(header, 345, 155) : "";
        String whole = prefix.isEmpty() ? name : prefix + "/" + name;
        boolean outside = whole.startsWith("/") || whole.contains("\\") || whole.contains(":");
        for (String step : whole.split("/")) outside |= step.equals("..");
        if (outside)
            throw new DataException(archive + " has a file named " + whole
                    + " in it, which leads out of its folder: do not use this archive, fetch the public one.");
        return whole;
    }

    private static void checkSum(Path archive, byte[] header) throws DataException {
        long sum = 0;
        // The sum is taken as if its own eight bytes were blanks.
        for (int i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        if (sum != octal(archive, header, 148, 8)) throw damaged(archive);
    }

    private static long octal(Path archive, byte[] header, int from, int length) throws DataException {
        String digits = text(header, from, length).strip();
        if (!digits.matches("[0-7]{1,11}")) throw damaged(archive);
        return Long.parseLong(digits, 8);
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) end++;
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static DataException damaged(Path archive) {
        return new DataException(archive + " is no tar archive, or a damaged one: fetch or import it again.");
    }

    private static void copy(InputStream in, long size, Path to) throws IOException {
        try (OutputStream out = create(to)) {
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (n < 0) throw new EOFException();
                write(out, buffer, n, to);
                left -= n;
            }
        }
    }

    private static OutputStream create(Path to) throws DataException {
        try {
            return Files.newOutputStream(to);
        } catch (IOException e) {
            throw DataException.writing(to, e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length, Path to) throws DataException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw DataException.writing(to, e);
        }
    }

    private static void skip(InputStream in, long bytes) throws IOException {
        in.skipNBytes(bytes);
    }

    /** Tells a meter of every byte read. */
    private static final class MeteredStream extends BufferedInputStream {
        private final Meter meter;

        MeteredStream(InputStream in, Meter meter) {
            super(in, 1 << 16);
            this.meter = meter;
        }

        @Override
        public synchronized int read(byte[] to, int offset, int length) throws IOException {
            int n = super.read(to, offset, length);
            if (n > 0) meter.add(n);
            return n;
        }
    }
}
