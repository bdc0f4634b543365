package inklab.recipe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A text file that is there whole or as it was before: written beside, flushed, then moved into place. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file in UTF-8.
     *
     * @param what the text is, for the fault's sentence: {@code The recipe}
     * @throws IOException when that fails; its message names the file
     */
    static void write(Path file, String text, String what) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".writing");
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException(
                    what + " cannot be written to " + file
                            + ": check that the folder exists, may be written to and has room.",
                    e);
        }
    }
}
