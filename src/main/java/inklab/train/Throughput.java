package inklab.train;

import inklab.data.Dataset;
import inklab.engine.Batch;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.recipe.TrainingSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures how fast a recipe is trained, several times side by side or alone, by training it for a moment and throwing that away. */
public final class Throughput {
    private static final double WARM_UP = 0.3;

    private final Engine engine;
    private final Recipe recipe;
    private final Dataset data;

    /**
     * @param recipe without problems
     * @param images gives those of the recipe
     */
    public Throughput(Engine engine, Recipe recipe, TrainingImages images) throws IOException {
        this.engine = engine;
        this.recipe = recipe;
        Dataset raw = images.load(recipe, () -> false);
        Preparation preparation = Preparation.of(recipe);
        this.data = new Dataset(raw.id(), preparation.apply(raw.train()), raw.validation(), raw.test());
    }

    /**
     * Training images a second, of all lanes together.
     *
     * @param lanes how many trainings at once
     * @param threads how many cores each uses
     * @param seconds to measure, after a warm-up
     */
    public double measure(int lanes, int threads, double seconds, String device) {
        ExecutorService pool = Executors.newFixedThreadPool(lanes, work -> new Thread(work, "inklab-throughput"));
        CountDownLatch ready = new CountDownLatch(lanes);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (int i = 0; i < lanes; i++) rates.add(pool.submit(() -> lane(threads, seconds, device, ready)));
            double sum = 0;
            for (Future<Double> rate : rates) sum += rate.get();
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the throughput could not be measured", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private double lane(int threads, double seconds, String device, CountDownLatch ready) throws InterruptedException {
        TrainingSettings training = recipe.training();
        NetworkSettings settings = new NetworkSettings(
                training.optimizer(), training.l2(), training.clip(), 1, training.batch(), threads, device);
        try (Network network = engine.network(recipe.net(), settings);
                BatchSource batches = new BatchPipeline(
                        data.train(), recipe.distortion(), recipe.data().pixels(), training.batch(), 1)) {
            train(network, batches, WARM_UP);
            ready.countDown();
            ready.await();
            return train(network, batches, seconds);
        }
    }

    private double train(Network network, BatchSource batches, double seconds) throws InterruptedException {
        double rate = recipe.training().schedule().rateAt(0, recipe.training().epochs(), List.of());
        long images = 0;
        long start = System.nanoTime();
        long now = start;
        for (long step = 0; images == 0 || now - start < seconds * 1e9; step++) {
            Batch batch = batches.next();
            network.step(batch, new Step(step, rate, false));
            images += batch.size();
            now = System.nanoTime();
        }
        return images / ((now - start) / 1e9);
    }
}
