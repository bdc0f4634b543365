package inklab.train;

/**
 * Which checkpoints stay on disk beside the last and the best.
 *
 * @param history how many more at most, spread evenly over the training; 0 for none
 */
public record Keep(int history) {
    /** The last and the best alone. */
    public static final Keep LAST_AND_BEST = new Keep(0);

    /** Whether the checkpoint after {@code epoch} epochs belongs to the history of a training that has done {@code done}. */
    boolean keeps(int epoch, int done) {
        if (history == 0) return false;
        int every = 1;
        while (done / every + 1 > history) every *= 2;
        return epoch % every == 0;
    }
}
