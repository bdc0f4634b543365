package inklab.ui.distort;

import inklab.distort.Distorter;
import inklab.distort.Distortion;
import inklab.distort.Draw;
import inklab.engine.Network;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** A trained net that reads distorted images. Any thread may ask; they take turns, a few images at a time. */
final class Reader implements AutoCloseable {
    private static final int CHUNK = 32;

    private final String name;
    private final Recipe recipe;
    private final Network network;
    private boolean closed;

    /**
     * @param name the run's
     * @param recipe what the network was trained with
     * @param network with its weights; closed by this
     */
    Reader(String name, Recipe recipe, Network network) {
        this.name = name;
        this.recipe = recipe;
        this.network = network;
    }

    String name() {
        return name;
    }

    /** The class that the net reads in each image of a sample. */
    int[] read(Sample sample, List<byte[]> images) {
        int[] says = new int[images.size()];
        for (int from = 0; from < says.length; from += CHUNK)
            read(sample, images.subList(from, Math.min(says.length, from + CHUNK)), says, from);
        return says;
    }

    /**
     * The share of the whole sample that the net misreads under a distortion.
     *
     * @param cancelled asked now and then whether to leave off; the result is then empty
     */
    OptionalDouble misread(Sample sample, Distortion distortion, long seed, BooleanSupplier cancelled) {
        Distorter distorter = new Distorter(distortion, Wall.frame(sample));
        int n = sample.images().size();
        int wrong = 0;
        int[] says = new int[CHUNK];
        for (int from = 0; from < n; from += CHUNK) {
            if (cancelled.getAsBoolean()) return OptionalDouble.empty();
            int count = Math.min(CHUNK, n - from);
            byte[][] images = new byte[count][];
            for (int i = 0; i < count; i++)
                images[i] = Wall.distorted(distorter, sample.images().image(from + i), Draw.of(seed, 0, from + i));
            read(sample, List.of(images), says, 0);
            for (int i = 0; i < count; i++) if (says[i] != sample.images().label(from + i)) wrong++;
        }
        return OptionalDouble.of((double) wrong / Math.max(1, n));
    }

    private void read(Sample sample, List<byte[]> images, int[] says, int at) {
        Shape shape = new Shape(
                sample.images().channels(),
                sample.images().height(),
                sample.images().width());
        Preparation preparation = new Preparation(settings(sample), recipe.net().input());
        int size = recipe.net().input().size();
        float[] input = new float[images.size() * size];
        for (int i = 0; i < images.size(); i++) {
            float[] numbers = preparation.numbers(preparation.apply(images.get(i), shape));
            System.arraycopy(numbers, 0, input, i * size, size);
        }
        float[] answers = answers(input, images.size());
        int classes = answers.length / images.size();
        for (int i = 0; i < images.size(); i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) if (answers[i * classes + k] > answers[i * classes + best]) best = k;
            says[at + i] = best;
        }
    }

    /** The net's own, but ink is not made as wide as it is already. */
    private DataSettings settings(Sample sample) {
        DataSettings own = recipe.data();
        boolean done = sample.data().normaliseWidth() == own.normaliseWidth();
        return done ? own.withNormaliseWidth(0) : own;
    }

    private synchronized float[] answers(float[] input, int count) {
        // Work that was under way when the net was put away has a result that nobody looks at.
        if (closed) return new float[count];
        return network.predict(input, count);
    }

    @Override
    public synchronized void close() {
        closed = true;
        network.close();
    }
}
