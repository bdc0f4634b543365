package inklab.evaluate;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Weights;
import inklab.recipe.Recipe;

/**
 * A trained network as it lies on disk.
 *
 * @param name for people: the run folder's, or the built-in network's
 * @param recipe that it was trained by; it says how images are prepared for it
 * @param weights of its best epoch
 */
public record Model(String name, Recipe recipe, Weights weights) {
    /**
     * Opens it, to read images.
     *
     * @param threads how many cores to use
     * @throws IllegalArgumentException naming the tensor, when the weights are not this net's
     */
    public ModelReader open(Engine engine, int threads) {
        NetworkSettings settings = NetworkSettings.forPredicting().withThreads(threads);
        Network network = engine.network(recipe.net(), settings);
        try {
            network.load(weights);
            return new ModelReader(recipe, network);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }
}
