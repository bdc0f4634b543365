package inklab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Gives way to the window: threads that compute without a rest take all the time there is, but only what the threads that draw and answer
 * leave over.
 */
final class Background {
    private static final Path SELF = Path.of("/proc/thread-self");
    private static final int PATIENCE_SECONDS = 2;

    private Background() {}

    /**
     * From now on the calling thread, and every thread that it starts, gives way. Java's priorities do nothing on Linux; there, a thread's
     * niceness does the same. Where neither works, and where all of Inklab was started nicer than this, nothing changes.
     *
     * @param wanted 1 to 19: the more, the more it gives way
     */
    @SuppressWarnings("ThreadPriorityCheck") // It is the scheduler that is spoken to.
    static void enter(int wanted) {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (!Files.isSymbolicLink(SELF)) return;
        try {
            if (niceness() >= wanted) return;
            // PID/task/TID
            String thread = Files.readSymbolicLink(SELF).getFileName().toString();
            Process renice = new ProcessBuilder("renice", "-n", Integer.toString(wanted), "-p", thread)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            renice.getOutputStream().close();
            if (!renice.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) renice.destroy();
        } catch (IOException e) {
            // There is no such command here: the window is a little less smooth while a net is trained.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The calling thread's, from the 19th field of what Linux says of it; the second, a name, may hold anything. */
    private static int niceness() throws IOException {
        String says = Files.readString(SELF.resolve("stat"));
        String[] fields = says.substring(says.lastIndexOf(')') + 2).split(" ", -1);
        return Integer.parseInt(fields[16]);
    }
}
