package inklab.train;

import inklab.net.Cost;
import inklab.recipe.Recipe;

/**
 * Which checkpoints stay on disk beside the last and the best.
 *
 * @param history how many more at most, spread evenly over the training; 0 for none
 */
public record Keep(int history) {
    /** The last and the best alone. */
    public static final Keep LAST_AND_BEST = new Keep(0);

    /** How many epochs of a training are enough to walk through it. */
    private static final int WALK = 32;

    /** How many bytes on disk a walk may take: large nets keep fewer epochs. */
    private static final long WALK_BYTES = 512L << 20;

    /** What an epoch's outputs take beside its weights, about. */
    private static final long OUTPUT_BYTES = 1L << 20;

    /**
     * A history to walk through: up to 32 epochs from the untrained net on, fewer of a large net, so that they take at most 512 MB on
     * disk.
     */
    public static Keep walk(Recipe recipe) {
        int memories = recipe.training().optimizer().memories();
        long parameters = Cost.of(recipe.net()).total().parameters();
        double bytes = OUTPUT_BYTES + 4.0 * parameters * (1 + memories);
        return new Keep((int) Math.min(WALK, WALK_BYTES / bytes));
    }

    /** Whether the checkpoint after {@code epoch} epochs belongs to the history of a training that has done {@code done}. */
    boolean keeps(int epoch, int done) {
        if (history == 0) return false;
        int every = 1;
        while (done / every + 1 > history) every *= 2;
        return epoch % every == 0;
    }
}
