package inklab.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SHA-256 sums of a folder's files, computed once and remembered in a file beside them for as long as a file's length and
 * time stay the same. A folder that cannot be written to is simply summed up again each time.
 */
final class Checksums {
    /** What the memory is called: a line each, {@code sha256 length time name}. */
    static final String FILE = ".inklab-checked";

    private static final String WELL_FORMED = "well-formed";

    private final Path folder;
    private final Map<String, String> lines = new TreeMap<>();

    private Checksums(Path folder) {
        this.folder = folder;
    }

    /** What is remembered of this folder, if anything. */
    static Checksums of(Path folder) {
        Checksums checksums = new Checksums(folder);
        Path file = folder.resolve(FILE);
        try {
            if (Files.isRegularFile(file) && Files.size(file) < 1 << 20)
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    String[] parts = line.split(" ", 4);
                    if (parts.length == 4) checksums.lines.put(parts[3], line);
                }
        } catch (IOException | UncheckedIOException e) {
            // An unreadable memory is no memory.
            checksums.lines.clear();
        }
        return checksums;
    }

    /**
     * A file's SHA-256, from memory if it still looks the same.
     *
     * @param name the file's name in the folder
     */
    String sum(String name, Progress progress) throws IOException {
        Path file = folder.resolve(name);
        String stamp = Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        String line = lines.get(name);
        if (line != null && line.startsWith(stamp, 65) && line.length() > 64) return line.substring(0, 64);
        String sum = compute(file, progress);
        remember(name, sum + " " + stamp + " " + name);
        return sum;
    }

    /** Forgets everything, so that the next question reads the files again. */
    void forget() {
        lines.clear();
        save();
    }

    /** Whether files with these sums were once found to be well-formed. */
    boolean wellFormed(String sums) {
        String line = lines.get(WELL_FORMED);
        return line != null && line.startsWith(digest(sums) + " ");
    }

    /** Remembers that files with these sums are well-formed. */
    void rememberWellFormed(String sums) {
        remember(WELL_FORMED, digest(sums) + " 0 0 " + WELL_FORMED);
    }

    private void remember(String name, String line) {
        lines.put(name, line);
        save();
    }

    private void save() {
        Path beside = folder.resolve(FILE + ".new");
        try {
            Files.write(beside, lines.values(), StandardCharsets.UTF_8);
            Files.move(beside, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A folder that cannot be written to: the sums are computed again next time.
        }
    }

    /** A file's SHA-256 in lower-case hexadecimal. */
    static String compute(Path file, Progress progress) throws IOException {
        MessageDigest digest = sha256();
        Meter meter = new Meter(progress, "Checking " + file.getFileName(), Files.size(file));
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                meter.add(n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
