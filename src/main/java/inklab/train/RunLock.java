package inklab.train;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The right to train in a run folder, held by one process at a time. It is the operating system's lock on the file {@code lock}, so it
 * ends with the process however that ends: a file left behind by a crash locks nothing.
 */
final class RunLock implements AutoCloseable {
    /** Beyond the text, so that the process number can be read while the lock is held (Windows locks what is read, too). */
    private static final long PLACE = 1 << 20;

    /**
     * What this process holds. Kept because POSIX drops a process's lock when it closes any handle of the file: a look at the file from
     * within would end the lock that it looks for.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final RandomAccessFile handle;

    private RunLock(Path file, RandomAccessFile handle) {
        this.file = file;
        this.handle = handle;
    }

    /**
     * Takes the lock.
     *
     * @throws RunException when somebody trains here
     */
    static RunLock take(Path folder) throws IOException {
        synchronized (HELD) {
            Path file = file(folder);
            if (HELD.contains(file)) throw busy(folder, "this program");
            RandomAccessFile handle;
            try {
                handle = new RandomAccessFile(file.toFile(), "rw");
            } catch (IOException e) {
                throw Durable.cannotWrite(file, e);
            }
            try {
                if (!tryLock(handle.getChannel())) {
                    throw busy(folder, "process " + handle.readLine());
                }
                handle.setLength(0);
                handle.write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                handle.close();
                throw e instanceof RunException ? e : Durable.cannotWrite(file, e);
            }
            HELD.add(file);
            return new RunLock(file, handle);
        }
    }

    /** Whether somebody trains in this folder now, this process or another. */
    static boolean isHeld(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("lock"))) return false;
        synchronized (HELD) {
            Path file = file(folder);
            if (HELD.contains(file)) return true;
            try (RandomAccessFile handle = new RandomAccessFile(file.toFile(), "rw")) {
                return !tryLock(handle.getChannel());
            }
        }
    }

    @SuppressWarnings("try") // The lock ends with its channel.
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(PLACE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static RunException busy(Path folder, String who) {
        return new RunException(folder + " is being trained by " + who + ": stop it first, or choose another folder.");
    }

    private static Path file(Path folder) throws IOException {
        return folder.toRealPath().resolve("lock");
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(file);
            handle.close();
        }
    }
}
