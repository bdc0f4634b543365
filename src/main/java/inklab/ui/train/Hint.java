package inklab.ui.train;

/**
 * What the doctor says of a training.
 *
 * @param level how grave it is
 * @param layer the index of the top-level layer that it is about; −1 for none
 * @param what what is seen, a few words
 * @param advice what it means and what to try; may be empty
 */
record Hint(Level level, int layer, String what, String advice) {
    /** How grave a hint is. */
    enum Level {
        GOOD,
        WARNING,
        DANGER
    }
}
