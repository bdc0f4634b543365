package inklab.recipe;

/**
 * A test error as its source reports it.
 *
 * @param label which of several figures it is, such as {@code book} or {@code re-run}; may be empty
 * @param error share of the test images misread, 0 to 1; of a range its lower end
 * @param upTo the upper end of a range; else the same as {@code error}
 */
public record PublishedFigure(String label, double error, double upTo) {
    /** Whether the source gives a range. */
    public boolean isRange() {
        return upTo > error;
    }
}
