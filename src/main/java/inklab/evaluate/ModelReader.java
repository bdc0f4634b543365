package inklab.evaluate;

import inklab.data.ImageSet;
import inklab.engine.Network;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.train.Outputs;
import inklab.train.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An open {@link Model}: prepares images as its recipes say, and reads them; several networks answer by their averaged probabilities. For
 * one thread at a time.
 */
public final class ModelReader implements AutoCloseable {
    private final List<Part> parts;

    /** An open network and what it was trained by. */
    record Part(Recipe recipe, Network network) {
        float[] read(byte[] image, Shape shape) {
            Preparation preparation = Preparation.of(recipe);
            return network.predict(preparation.numbers(preparation.apply(image, shape)), 1);
        }

        Optional<Outputs> read(ImageSet images, BooleanSupplier cancelled) {
            return new Scorer(recipe.data().pixels())
                    .score(network, Preparation.of(recipe).apply(images), cancelled);
        }
    }

    ModelReader(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** How many classes it tells apart. */
    public int classes() {
        List<LayerSpec> layers = parts.get(0).recipe().net().layers();
        return layers.get(layers.size() - 1) instanceof LayerSpec.Output output ? output.classes() : 0;
    }

    /**
     * Class probabilities of one image, {@code [classes]}.
     *
     * @param image {@code [channels, height, width]} of {@code shape}, 0 for paper to 255 for full ink
     * @throws IllegalArgumentException when images of this shape can never become the network's input
     */
    public float[] read(byte[] image, Shape shape) {
        if (parts.size() == 1) return parts.get(0).read(image, shape);
        double[] sum = new double[classes()];
        for (Part part : parts) {
            float[] answer = part.read(image, shape);
            for (int k = 0; k < sum.length; k++) sum[k] += answer[k];
        }
        float[] average = new float[sum.length];
        for (int k = 0; k < sum.length; k++) average[k] = (float) (sum[k] / parts.size());
        return average;
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
        List<Outputs> answers = new ArrayList<>();
        for (Part part : parts) {
            Optional<Outputs> answer = part.read(images, cancelled);
            if (answer.isEmpty()) return answer;
            answers.add(answer.get());
        }
        return Optional.of(answers.size() == 1 ? answers.get(0) : new Committee(answers).average());
    }

    @Override
    public void close() {
        for (Part part : parts) part.network().close();
    }
}
