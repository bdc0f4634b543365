package inklab.ui.build;

import inklab.data.ImageSet;
import inklab.engine.Batch;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.recipe.TrainingSettings;
import inklab.train.BatchPipeline;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Times steps of a real network on distorted copies of one image, just as training makes them. */
public final class EngineSpeedMeter implements SpeedMeter {
    /** The first steps pay for buffers and for Java's compiler. */
    private static final int WARM_UP = 3;

    private static final int MOST_STEPS = 24;
    private static final int MOST_READINGS = 12;
    private static final double SECONDS = 0.8;
    private static final long MOST_BYTES = 1L << 30;

    /** About five seconds for one step on two cores: nothing to be tried in passing. */
    private static final double MOST_WORK = 5e11;

    private final Supplier<? extends Engine> engine;
    private final int threads;

    /**
     * @param engine asked off the FX thread; the first answer may take seconds
     * @param threads as many as training would use
     */
    public EngineSpeedMeter(Supplier<? extends Engine> engine, int threads) {
        this.engine = engine;
        this.threads = threads;
    }

    @Override
    public Optional<Speed> measure(Recipe recipe, Specimen specimen, BooleanSupplier cancelled)
            throws InterruptedException {
        TrainingSettings training = recipe.training();
        Inference inference = Inference.of(recipe.net());
        Cost cost = Cost.of(inference);
        double work = 3.0 * cost.total().multiplyAdds() * training.batch();
        if (!inference.isSound()
                || work > MOST_WORK
                || cost.trainingBytes(training.batch(), training.optimizer()) > MOST_BYTES) return Optional.empty();
        Shape input = recipe.net().input();
        byte[] image;
        try {
            image = Preparation.of(recipe).apply(specimen.pixels(), specimen.shape());
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
        ImageSet copies = copies(image, input, training.batch());
        NetworkSettings settings = new NetworkSettings(
                training.optimizer(),
                training.l2(),
                training.clip(),
                training.seed(),
                training.batch(),
                threads,
                "cpu");
        try (BatchPipeline batches = new BatchPipeline(
                        copies, recipe.distortion(), recipe.data().pixels(), training.batch(), training.seed());
                Network network = engine.get().network(recipe.net(), settings)) {
            return time(network, batches, training.batch(), cancelled);
        }
    }

    private static Optional<Speed> time(Network network, BatchPipeline batches, int batch, BooleanSupplier cancelled)
            throws InterruptedException {
        int steps = 0;
        double sum = 0;
        for (int i = 0; i < WARM_UP + MOST_STEPS && (steps < 3 || sum < SECONDS); i++) {
            if (cancelled.getAsBoolean()) return Optional.empty();
            long start = System.nanoTime();
            // A rate that cannot diverge: what is learned does not matter, numbers that overflow would cost time of
            // their own.
            network.step(batches.next(), new Step(i, 1e-6, false));
            double took = (System.nanoTime() - start) / 1e9;
            if (i < WARM_UP) continue;
            steps++;
            sum += took;
        }
        // The mean and not the median: collecting garbage and what else goes on are part of an epoch's time.
        double read = reading(network, batches.next(), cancelled);
        return Optional.of(new Speed(steps * batch / sum, read, steps));
    }

    /** Images read a second. */
    private static double reading(Network network, Batch batch, BooleanSupplier cancelled) {
        int times = 0;
        double sum = 0;
        for (int i = -1; i < MOST_READINGS && (times < 1 || sum < SECONDS / 4) && !cancelled.getAsBoolean(); i++) {
            long start = System.nanoTime();
            network.predict(batch.images(), batch.size());
            if (i < 0) continue;
            times++;
            sum += (System.nanoTime() - start) / 1e9;
        }
        return times == 0 ? Double.POSITIVE_INFINITY : times * batch.size() / sum;
    }

    private static ImageSet copies(byte[] image, Shape input, int count) {
        byte[] pixels = new byte[image.length * count];
        for (int i = 0; i < count; i++) System.arraycopy(image, 0, pixels, i * image.length, image.length);
        return new ImageSet(input.channels(), input.height(), input.width(), List.of("0"), pixels, new byte[count]);
    }
}
