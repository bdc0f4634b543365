package inklab.cli;

import java.io.PrintStream;

/** Progress on standard error: on a terminal one line that is written over, elsewhere only what is worth keeping. */
final class StatusLine {
    /** Narrower than the narrowest terminal: a line that wraps cannot be written over. */
    private static final int WIDTH = 79;

    private final PrintStream err;
    private final boolean terminal;
    private String shown = "";

    StatusLine(Surroundings surroundings) {
        this.err = surroundings.err();
        this.terminal = surroundings.terminal();
    }

    /** Whether passing lines are shown at all. */
    boolean passes() {
        return terminal;
    }

    /** Shows how things stand now. */
    synchronized void show(String line) {
        if (!terminal) return;
        String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
        if (cut.equals(shown)) return;
        err.print("\r" + cut + " ".repeat(Math.max(0, shown.length() - cut.length())));
        err.flush();
        shown = cut;
    }

    /** Says something that stays. */
    synchronized void keep(String line) {
        clear();
        err.println(line);
    }

    /** Takes the passing line away. */
    synchronized void clear() {
        if (shown.isEmpty()) return;
        err.print("\r" + " ".repeat(shown.length()) + "\r");
        err.flush();
        shown = "";
    }
}
