package inklab.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * What has come of a file so far, {@code NAME.part}, with a note beside it, {@code NAME.part.from}, of where it came from: the
 * address, and the validator that the server gave with it (an HTTP entity tag or date).
 */
final class PartFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final Path note;
    private final FileChannel channel;
    private String address = "";
    private String validator = "";
    /** Whether every byte is from the address, and from this program's run: then a wrong checksum is the address's fault. */
    private boolean pure = true;

    private long size;

    private PartFile(Path target, FileChannel channel) {
        this.target = target;
        this.part = part(target);
        this.note = note(target);
        this.channel = channel;
    }

    /**
     * Opens what there is, or begins.
     *
     * @param expected how many bytes the whole file has
     * @throws DataException if it cannot be written, does not fit the disk, or another program is fetching it
     */
    static PartFile open(Path target, long expected) throws DataException {
        Path part = part(target);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(channel, target);
                PartFile file = new PartFile(target, channel);
                file.begin(expected);
                return file;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw DataException.writing(part, e);
        }
    }

    private static void lock(FileChannel channel, Path target) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked)
            throw new DataException(target + " is being fetched already: wait until that has ended, or cancel it.");
    }

    private void begin(long expected) throws IOException {
        size = channel.size();
        if (size > 0) readNote();
        if (size > expected) restart();
        long free = Files.getFileStore(part).getUsableSpace();
        if (expected - size > free)
            throw new DataException(String.format(
                    "%s needs %,d MB, and the disk has %,d MB left: make room or choose another data folder.",
                    target, (expected - size) >> 20, free >> 20));
        channel.position(size);
    }

    private void readNote() {
        pure = false;
        try {
            List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
            if (lines.size() >= 2) {
                address = lines.get(0);
                validator = lines.get(1);
            }
        } catch (IOException e) {
            // Without its note a part may be from anywhere; its checksum will tell.
            address = "";
        }
    }

    long size() {
        return size;
    }

    /** The headers that ask for the rest: none at the beginning. */
    Map<String, String> rangeHeaders(URI mirror) {
        if (size == 0) return Map.of();
        String range = "bytes=" + size + "-";
        // A validator means something to the server that gave it alone; elsewhere the checksum decides.
        return mirror.toString().equals(address) && !validator.isEmpty()
                ? Map.of("Range", range, "If-Range", validator)
                : Map.of("Range", range);
    }

    /** Notes that what follows comes from this mirror. */
    void comesFrom(URI mirror, HttpHeaders headers) throws DataException {
        pure = size == 0 || (pure && mirror.toString().equals(address));
        address = mirror.toString();
        // A weak entity tag does not promise the same bytes (RFC 9110, 13.1.5).
        validator = headers.firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse("");
        try {
            Files.write(note, List.of(address, validator), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw DataException.writing(note, e);
        }
    }

    /** Whether every byte has come from this mirror since {@link #open}. */
    boolean onlyFrom(URI mirror) {
        return pure && mirror.toString().equals(address);
    }

    void append(ByteBuffer bytes) throws DataException {
        try {
            while (bytes.hasRemaining()) size += channel.write(bytes);
        } catch (IOException e) {
            throw DataException.writing(part, e);
        }
    }

    /** Throws away what has come. */
    void restart() throws DataException {
        try {
            channel.truncate(0);
            channel.position(0);
            size = 0;
            pure = true;
        } catch (IOException e) {
            throw DataException.writing(part, e);
        }
    }

    /**
     * Moves the whole file into place if it is the right one.
     *
     * @return whether it was
     */
    boolean finish(String sha256, Progress progress) throws DataException {
        try {
            channel.force(true);
            if (!Checksums.compute(part, progress).equals(sha256)) return false;
            channel.close();
            Moves.replace(part, target);
            Files.deleteIfExists(note);
            return true;
        } catch (IOException e) {
            throw DataException.writing(target, e);
        }
    }

    @Override
    public void close() throws DataException {
        try {
            channel.close();
            if (size == 0) {
                Files.deleteIfExists(part);
                Files.deleteIfExists(note);
            }
        } catch (IOException e) {
            throw DataException.writing(part, e);
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static Path note(Path target) {
        return target.resolveSibling(target.getFileName() + ".part.from");
    }
}
