package inklab.train;

import inklab.data.ImageSet;
import inklab.engine.Batch;
import java.util.SplittableRandom;

/** Shuffled mini-batches with a little noise, made when they are asked for. */
final class PlainBatches implements BatchSource {
    private final ImageSet images;
    private final int size;
    private final long seed;
    private final Batch full;
    private int epoch;
    private int step;

    PlainBatches(ImageSet images, int size, long seed) {
        this.images = images;
        this.size = size;
        this.seed = seed;
        full = new Batch(size, new float[size * images.imageSize()], new int[size]);
    }

    @Override
    public int stepsPerEpoch() {
        return (images.size() + size - 1) / size;
    }

    @Override
    public void seek(int epoch, int step) {
        this.epoch = epoch;
        this.step = step;
    }

    @Override
    public Batch next() throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        if (step == stepsPerEpoch()) {
            epoch++;
            step = 0;
        }
        int[] order = order();
        int from = step++ * size;
        int count = Math.min(size, images.size() - from);
        for (int i = 0; i < count; i++) {
            byte[] image = images.image(order[from + i]);
            SplittableRandom random = new SplittableRandom(seed * 7919 + epoch * 104729L + order[from + i]);
            for (int p = 0; p < image.length; p++)
                full.images()[i * image.length + p] =
                        (image[p] & 0xFF) / 127.5f - 1 + (float) random.nextDouble(-0.1, 0.1);
            full.labels()[i] = images.label(order[from + i]);
        }
        return new Batch(count, full.images(), full.labels());
    }

    private int[] order() {
        SplittableRandom random = new SplittableRandom(seed * 31 + epoch);
        int[] order = new int[images.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    @Override
    public void close() {}
}
