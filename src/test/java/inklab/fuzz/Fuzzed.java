package inklab.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every fuzz target asks of a reader: it reads, or says in one sentence why not. */
public final class Fuzzed {
    private static final Path FOLDER = folder();

    /** Reads a file. */
    @FunctionalInterface
    public interface Reader {
        void read(Path file) throws IOException;
    }

    private Fuzzed() {}

    /** The file of this name in the process's own folder. */
    public static Path file(String name, byte[] data) {
        try {
            Path file = FOLDER.resolve(name);
            Files.write(file, data);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a reader read these bytes; anything but success or a sentence that names the file is a finding. */
    public static void read(String name, byte[] data, Reader reader) {
        try {
            reader.read(file(name, data));
        } catch (IOException e) {
            sentence(e.getMessage());
            if (!e.getMessage().contains(FOLDER.toString()))
                throw new AssertionError("of which file? " + e.getMessage(), e);
        }
    }

    /** Refuses what is no sentence for people. */
    public static void sentence(String text) {
        if (text == null || text.isBlank()) throw new AssertionError("nothing is said");
        if (text.lines().count() > 1) throw new AssertionError("more than a line: " + text);
        if (text.length() > 3000) throw new AssertionError("a sentence of " + text.length() + " characters");
    }

    private static Path folder() {
        try {
            Path memory = Path.of("/dev/shm");
            Path folder = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "inklab-fuzz")
                    : Files.createTempDirectory("inklab-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "fuzz folder"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
