package inklab.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

/**
 * A fault of a data file or of the way to it. The message is one sentence for the user: the file, what is wrong, what to
 * do.
 */
public final class DataException extends IOException {
    private static final long serialVersionUID = 1;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * In the user's words, what went wrong while {@code path} was read.
     *
     * @throws CancellationException if nothing did, but the thread was interrupted
     */
    static DataException reading(Path path, IOException cause) {
        if (cause instanceof DataException already) return already;
        stopIfInterrupted(cause);
        if (cause instanceof NoSuchFileException)
            return new DataException(path + " is not there: fetch or import it again.", cause);
        if (cause instanceof AccessDeniedException)
            return new DataException(path + " may not be read: give yourself the right to read it.", cause);
        if (cause instanceof NotDirectoryException)
            return new DataException(path + " is not a folder: name the folder that holds the files.", cause);
        if (cause instanceof EOFException)
            return new DataException(path + " ends too early, the copy is cut off: fetch or import it again.", cause);
        if (cause instanceof ZipException)
            return new DataException(
                    path + " is damaged (" + cause.getMessage() + "): fetch or import it again.", cause);
        return new DataException(
                path + " cannot be read (" + reason(cause) + "): check the disk, then try again.", cause);
    }

    /**
     * In the user's words, what went wrong while {@code path} was written.
     *
     * @throws CancellationException if nothing did, but the thread was interrupted
     */
    static DataException writing(Path path, IOException cause) {
        if (cause instanceof DataException already) return already;
        stopIfInterrupted(cause);
        if (cause instanceof AccessDeniedException)
            return new DataException(
                    path + " may not be written: give yourself the right to, or choose another data folder.", cause);
        String reason = reason(cause);
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space") || lower.contains("not enough space") || lower.contains("quota"))
            return new DataException(
                    path + " does not fit, the disk is full: make room or choose another data folder.", cause);
        return new DataException(
                path + " cannot be written (" + reason + "): check the disk or choose another data folder.", cause);
    }

    // Interrupting a thread closes the file it is at: that is no fault of the file's.
    private static void stopIfInterrupted(IOException cause) {
        if (cause instanceof ClosedByInterruptException) throw new CancellationException("interrupted");
    }

    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException f && f.getReason() != null) return f.getReason();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
