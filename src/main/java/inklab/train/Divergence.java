package inklab.train;

import inklab.net.LayerSpec;
import inklab.net.Problem;
import inklab.recipe.Recipe;
import java.util.List;

/** Says what to do about a training whose numbers are no longer finite. */
final class Divergence {
    private Divergence() {}

    /**
     * The index of the first layer whose output is not finite; the last layer when every one is.
     *
     * @param outputs of every layer, for one image
     */
    static int layer(List<float[]> outputs) {
        for (int layer = 0; layer < outputs.size(); layer++)
            for (float value : outputs.get(layer)) if (!Float.isFinite(value)) return layer;
        return outputs.size() - 1;
    }

    /**
     * @param layer the index of the layer
     * @param epoch from 1
     * @param step steps done in it
     * @param rate the learning rate it happened at
     */
    static Problem problem(Recipe recipe, int layer, int epoch, int step, double rate) {
        LayerSpec spec = recipe.net().layers().get(layer);
        String what = "Layer %d (%s) gave numbers that are no longer finite in epoch %d, after step %d."
                .formatted(layer + 1, spec.getClass().getSimpleName(), epoch, step);
        String lower = "Try a tenth of the learning rate (%s instead of %s)".formatted(number(rate / 10), number(rate));
        String clip = recipe.training().clip() == 0 ? ", or clip the gradient (training.clip, say 1)." : ".";
        return Problem.atLayer(layer, what, lower + clip);
    }

    private static String number(double value) {
        return Float.toString((float) value).replaceAll("\\.0$", "");
    }
}
