package inklab.cli;

/** The option that says how many cores to use. */
final class Threads {
    private static final int MOST = 1024;

    private Threads() {}

    /** As many as asked for, or all there are. */
    static int count(Integer asked) throws CommandException {
        if (asked == null) return Surroundings.cores();
        if (asked < 1 || asked > MOST)
            throw CommandException.wrongInput("--threads is " + asked + ": give a number from 1 to " + MOST + ".");
        return asked;
    }
}
