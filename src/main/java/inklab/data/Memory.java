package inklab.data;

import java.nio.file.Path;
import java.util.Locale;

/** Whether a data set fits the Java heap, asked before anything is allocated. */
final class Memory {
    /** What an array may have at most on the usual virtual machines. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Memory() {}

    /**
     * Checks that an array of so many bytes can be had.
     *
     * @throws DataException if it cannot
     */
    static void require(Path source, long bytes) throws DataException {
        if (bytes > LONGEST_ARRAY)
            throw new DataException(source + " holds " + megabytes(bytes) + " of pixels, more than the "
                    + megabytes(LONGEST_ARRAY) + " that one part of a data set may have: take a smaller one.");
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap * 3 / 4)
            throw new DataException(source + " needs " + megabytes(bytes) + " of memory, and Java may use "
                    + megabytes(heap) + " in all: start with a larger -Xmx or take a smaller data set.");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
    }
}
