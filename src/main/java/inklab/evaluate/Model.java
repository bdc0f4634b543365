package inklab.evaluate;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Weights;
import inklab.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network as it lies on disk, or several that answer together by their averaged probabilities.
 *
 * @param name for people: the run folder's, or the built-in network's
 * @param members at least one; all of the same classes
 */
public record Model(String name, List<Member> members) {
    /**
     * One network.
     *
     * @param name for people
     * @param recipe that it was trained by; it says how images are prepared for it
     * @param weights of its best epoch
     */
    public record Member(String name, Recipe recipe, Weights weights) {}

    public Model {
        members = List.copyOf(members);
        if (members.isEmpty()) throw new IllegalArgumentException("a model needs a network");
    }

    /** A single network. */
    public Model(String name, Recipe recipe, Weights weights) {
        this(name, List.of(new Member(name, recipe, weights)));
    }

    /** The recipe; of several networks the first one's. */
    public Recipe recipe() {
        return members.get(0).recipe();
    }

    /**
     * The weights of a single network.
     *
     * @throws IllegalArgumentException in one sentence, when it is several
     */
    public Weights weights() {
        if (members.size() > 1)
            throw new IllegalArgumentException(
                    name + " is a committee of " + members.size() + " networks: choose a single one");
        return members.get(0).weights();
    }

    /** Opens it on the processor, to read images. */
    public ModelReader open(Engine engine, int threads) {
        return open(engine, NetworkSettings.forReading(threads).device(), threads);
    }

    /**
     * Opens it, to read images.
     *
     * @param device a {@link inklab.engine.Device#id()}
     * @param threads how many cores to use
     * @throws IllegalArgumentException naming the tensor, when the weights are not this net's
     */
    public ModelReader open(Engine engine, String device, int threads) {
        NetworkSettings settings = NetworkSettings.forReading(threads).withDevice(device);
        List<ModelReader.Part> parts = new ArrayList<>();
        try {
            for (Member member : members) {
                Network network = engine.network(member.recipe().net(), settings);
                parts.add(new ModelReader.Part(member.recipe(), network));
                network.load(member.weights());
            }
            return new ModelReader(parts);
        } catch (RuntimeException e) {
            for (ModelReader.Part part : parts) part.network().close();
            throw e;
        }
    }
}
