package inklab.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files written beside and moved into place whole. */
final class Beside {
    private Beside() {}

    /** Writes a file under the name that it is given. */
    @FunctionalInterface
    interface Writing {
        void to(Path beside) throws IOException;
    }

    /** @throws IOException in one sentence, when it cannot be written */
    static Path write(Path file, Writing writing) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.createDirectories(target.getParent());
            writing.to(beside);
            move(beside, target);
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            String reason = e instanceof FileSystemException system && system.getReason() != null
                    ? system.getReason()
                    : e.getClass().getSimpleName();
            throw new IOException(
                    file + " cannot be written (" + reason + "): check that its folder may be written to and has room.",
                    e);
        }
    }

    static Path write(Path file, byte[] bytes) throws IOException {
        return write(file, beside -> Files.write(beside, bytes));
    }

    static Path write(Path file, String text) throws IOException {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
