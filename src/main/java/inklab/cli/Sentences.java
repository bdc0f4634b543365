package inklab.cli;

import inklab.net.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Faults and figures in the words that people read. */
final class Sentences {
    private Sentences() {}

    /** A file or network fault in one sentence. */
    static String of(IOException fault) {
        if (fault instanceof FileSystemException file) {
            if (file instanceof NoSuchFileException) return file.getFile() + " does not exist: check its name.";
            if (file instanceof AccessDeniedException)
                return file.getFile() + " may not be read or written: check its permissions.";
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return file.getFile() + " cannot be used (" + reason + "): check the disk.";
        }
        return fault.getMessage() == null
                ? "Reading or writing failed (" + fault.getClass().getSimpleName() + "): try again."
                : tidy(fault.getMessage());
    }

    static String of(Problem problem) {
        return tidy(problem.toString());
    }

    /** On one line, with a capital where the sentence begins with a plain word, and with a full stop. */
    static String tidy(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        if (line.isEmpty()) return line;
        boolean word = line.matches("(?s)[a-z]+ .*");
        String begun = word ? line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) : line;
        return begun.matches("(?s).*[.?!]") ? begun : begun + ".";
    }

    /** A share as a percentage: {@code 0.98 %}; {@code –} for none. */
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** {@code 1 epoch}, {@code 12 epochs}. */
    static String epochs(int epochs) {
        return epochs == 1 ? "1 epoch" : count(epochs) + " epochs";
    }

    /** {@code 12,345}. */
    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String time(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) return s + " s";
        if (s < 3600) return s / 60 + " min " + s % 60 + " s";
        return s / 3600 + " h " + s % 3600 / 60 + " min";
    }

    /** {@code 31 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1000) return bytes + " B";
        if (bytes < 1_000_000) return count(bytes / 1e3) + " kB";
        return String.format(Locale.ROOT, bytes < 10_000_000 ? "%.1f MB" : "%,.0f MB", bytes / 1e6);
    }
}
