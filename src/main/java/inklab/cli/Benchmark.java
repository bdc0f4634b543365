package inklab.cli;

import inklab.data.ImageSet;
import inklab.data.ImageSource;
import inklab.distort.Distortion;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Step;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.train.BatchPipeline;
import inklab.train.BatchSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Measures an engine by the way that training really goes: mini-batches from the pipeline, each image elastically distorted. */
final class Benchmark {
    static final int BATCH = 128;
    private static final int IMAGES = 100 * BATCH;
    private static final double RATE = 0.01;
    /** Between two readings, so that they come as a pen's strokes do rather than back to back. */
    private static final int PAUSE_MILLIS = 20;

    private static final Distortion DISTORTION = Distortion.elastic(8, 36);

    private final Engine engine;
    private final String device;
    private final ImageSource ink;
    private final int threads;
    private final double seconds;

    /** How fast a network trained, and in what share of the time a card had nothing to do; NaN on the processor. */
    record Training(BenchNet net, int threads, double imagesPerSecond, double idle) {}

    /** How long reading one image took while the network was trained, milliseconds. */
    record Latency(BenchNet net, int threads, double median, double p95) {}

    /**
     * @param device to train on, and to read on
     * @param threads to train on
     * @param seconds to warm up, and to measure, each
     */
    Benchmark(Engine engine, String device, ImageSource ink, int threads, double seconds) {
        this.engine = engine;
        this.device = device;
        this.ink = ink;
        this.threads = threads;
        this.seconds = seconds;
    }

    Training training(BenchNet net) throws IOException, InterruptedException {
        try (Loop loop = new Loop(net)) {
            loop.run(seconds);
            try (CardLoad load = new CardLoad(device)) {
                double speed = loop.run(seconds);
                return new Training(net, threads, speed, load.idleShare());
            }
        }
    }

    Latency latency(BenchNet net) throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<Throwable> fault = new AtomicReference<>();
        try (Loop loop = new Loop(net);
                Network reader = engine.network(
                        net.net(), NetworkSettings.forPredicting().withDevice(device))) {
            Thread trainer = new Thread(() -> loop.runUntil(over), "inklab-bench-training");
            trainer.setUncaughtExceptionHandler((thread, e) -> fault.set(e));
            trainer.start();
            List<Double> millis;
            try {
                measure(reader, seconds, loop.image());
                millis = measure(reader, seconds, loop.image());
            } finally {
                over.set(true);
                trainer.join();
            }
            if (fault.get() != null) throw new IllegalStateException("training broke off", fault.get());
            millis.sort(null);
            return new Latency(net, threads, quantile(millis, 0.5), quantile(millis, 0.95));
        }
    }

    /** Reads one image again and again for so long. */
    private static List<Double> measure(Network reader, double seconds, float[] image) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (long start = System.nanoTime(); millis.isEmpty() || System.nanoTime() - start < seconds * 1e9; ) {
            long from = System.nanoTime();
            reader.predict(image, 1);
            millis.add((System.nanoTime() - from) / 1e6);
            Thread.sleep(PAUSE_MILLIS);
        }
        return millis;
    }

    /** The smallest number that at least this share of them does not exceed. */
    static double quantile(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /** A training without an end. */
    private final class Loop implements AutoCloseable {
        private final Network network;
        private final BatchSource batches;
        private final float[] image;
        private long step;

        Loop(BenchNet net) throws IOException {
            NetSpec spec = net.net();
            DataSettings settings = new DataSettings(net.code(), 0, 0, 0, DataSettings.Pixels.UNIT);
            Preparation preparation = new Preparation(settings, spec.input());
            ImageSet images = preparation.apply(ink.make(IMAGES, 0, 0, 1).train());
            image = preparation.numbers(images.image(0));
            batches = new BatchPipeline(images, DISTORTION, settings.pixels(), BATCH, 1);
            network = engine.network(spec, new NetworkSettings(new Optimizer.Sgd(), 0, 0, 1, BATCH, threads, device));
        }

        /** One image as the network is given it. */
        float[] image() {
            return image;
        }

        /** Trains for so long, and says how many images a second that made. */
        double run(double seconds) throws InterruptedException {
            long images = 0;
            long start = System.nanoTime();
            long now = start;
            while (images == 0 || now - start < seconds * 1e9) {
                images += step();
                now = System.nanoTime();
            }
            return images / ((now - start) / 1e9);
        }

        void runUntil(AtomicBoolean over) {
            try {
                while (!over.get()) step();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private int step() throws InterruptedException {
            inklab.engine.Batch batch = batches.next();
            network.step(batch, new Step(step++, RATE, false));
            return batch.size();
        }

        @Override
        public void close() {
            batches.close();
            network.close();
        }
    }
}
