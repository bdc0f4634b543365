package inklab.evaluate;

import inklab.data.ImageSet;
import inklab.engine.Network;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.train.Outputs;
import inklab.train.Scorer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An open {@link Model}: prepares images as its recipe says, and reads them. For one thread at a time. */
public final class ModelReader implements AutoCloseable {
    private final Recipe recipe;
    private final Preparation preparation;
    private final Network network;

    ModelReader(Recipe recipe, Network network) {
        this.recipe = recipe;
        this.preparation = Preparation.of(recipe);
        this.network = network;
    }

    /** How many classes it tells apart. */
    public int classes() {
        List<LayerSpec> layers = recipe.net().layers();
        return layers.get(layers.size() - 1) instanceof LayerSpec.Output output ? output.classes() : 0;
    }

    /**
     * Class probabilities of one image, {@code [classes]}.
     *
     * @param image {@code [channels, height, width]} of {@code shape}, 0 for paper to 255 for full ink
     * @throws IllegalArgumentException when images of this shape can never become the network's input
     */
    public float[] read(byte[] image, Shape shape) {
        return network.predict(preparation.numbers(preparation.apply(image, shape)), 1);
    }

    /**
     * What it answers to a set of images.
     *
     * @param cancelled asked now and then whether to leave off
     * @return empty when left off
     * @throws IllegalArgumentException in one sentence, when these images are not for this network
     */
    public Optional<Outputs> read(ImageSet images, BooleanSupplier cancelled) {
        if (images.classes().size() != classes())
            throw new IllegalArgumentException(
                    "the network tells " + classes() + " classes apart, and these images have "
                            + images.classes().size());
        return new Scorer(recipe.data().pixels()).score(network, preparation.apply(images), cancelled);
    }

    @Override
    public void close() {
        network.close();
    }
}
