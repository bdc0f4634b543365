package inklab.train;

import inklab.data.ImageSet;
import inklab.engine.Network;
import inklab.recipe.DataSettings.Pixels;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Has a network read a whole set of images. */
public final class Scorer {
    /** How many images the network is given at a time: enough for many cores, little enough to be left off quickly. */
    private static final int CHUNK = 512;

    private final Pixels pixels;

    /**
     * @param pixels the range of the network's input
     */
    public Scorer(Pixels pixels) {
        this.pixels = pixels;
    }

    /**
     * The network's answers.
     *
     * @param images prepared: of the network's input shape
     * @param cancelled asked now and then whether to leave off
     * @return empty when left off
     */
    public Optional<Outputs> score(Network network, ImageSet images, BooleanSupplier cancelled) {
        int size = images.imageSize();
        int classes = images.classes().size();
        byte[] bytes = new byte[size];
        float[] input = new float[Math.min(CHUNK, images.size()) * size];
        float[] probabilities = new float[images.size() * classes];
        int[] labels = new int[images.size()];
        for (int from = 0; from < images.size(); from += CHUNK) {
            if (cancelled.getAsBoolean()) return Optional.empty();
            int count = Math.min(CHUNK, images.size() - from);
            for (int i = 0; i < count; i++) {
                images.copy(from + i, bytes, 0);
                pixels.map(bytes, 0, input, i * size, size);
                labels[from + i] = images.label(from + i);
            }
            float[] answers = network.predict(input, count);
            System.arraycopy(answers, 0, probabilities, from * classes, count * classes);
        }
        return Optional.of(new Outputs(classes, probabilities, labels));
    }
}
