package inklab.train;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Files that survive a crash: written beside, flushed, then moved into place. */
final class Durable {
    private Durable() {}

    /** Replaces a file whole, or leaves it as it was. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            // A stream, not a channel: an interrupt, which means to end the training, must not break off what it saves.
            try (FileOutputStream out = new FileOutputStream(beside.toFile())) {
                out.write(bytes);
                out.getFD().sync();
            }
            move(beside, file);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Moves a file or folder into place at once, replacing a file, and has the disk remember it. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to.toAbsolutePath().getParent());
    }

    /** Flushes a folder's list of names, where the system lets one do so (Windows does not, and needs it not). */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The move itself was done; at worst a power cut undoes it, and the training goes on from an earlier place.
        }
    }

    /** Deletes a folder and what is in it; what is gone already is no fault. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.toList();
        }
        for (int i = paths.size() - 1; i >= 0; i--) Files.deleteIfExists(paths.get(i));
    }

    /** One sentence for a file that could not be written: the disk is full, say, or the folder not ours. */
    static IOException cannotWrite(Path file, IOException cause) {
        if (cause instanceof RunException) return cause;
        String reason = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage()).replace(file + " (", "").replaceAll("\\)$", "");
        return new RunException(
                "Cannot write " + file + " (" + reason
                        + "): free some disk space or check the folder's permissions, then resume the run from its last checkpoint.",
                cause);
    }
}
