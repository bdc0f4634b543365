package inklab.train;

import inklab.data.ImageSet;
import inklab.distort.CounterRandom;
import inklab.distort.Distorter;
import inklab.distort.Distortion;
import inklab.distort.Draw;
import inklab.distort.Frame;
import inklab.engine.Batch;
import inklab.recipe.DataSettings;

/**
 * Training images in mini-batches: shuffled, distorted and scaled, always one mini-batch ahead on a thread of its own. The order is a
 * permutation that depends on (seed, epoch), the distortion of an image on (seed, epoch, its index) — or, where a mini-batch shares its
 * elastic field, on (seed, epoch, the mini-batch's number) — so the mini-batches are the same bit for bit wherever one begins.
 *
 * <p>There are two buffers: the consumer trains on one while the other is filled. An epoch's last mini-batch holds what is left over.
 */
public final class BatchPipeline implements BatchSource {
    /** The key's purpose for the order; the distortion uses the small numbers. */
    private static final int ORDER = 100;

    private final ImageSet images;
    private final int size;
    private final long seed;
    private final Distorter distorter;
    private final byte[] image;
    private final int[] order;
    private int orderedEpoch = -1;

    private final Thread worker;
    private final Object lock = new Object();
    // Guarded by the lock: the buffer that waits to be filled, the filled one, the one that the consumer has.
    private Buffer empty;
    private Buffer full;
    private Buffer taken;
    // The place that the worker fills next; it starts when somebody asks for one.
    private int epoch;
    private int step;
    private boolean asked;
    private Throwable failure;
    private boolean closed;

    /** Memory of a mini-batch. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Buffer(float[] images, int[] labels, int[] count) {
        Batch batch() {
            return new Batch(count[0], images, labels);
        }
    }

    /**
     * Starts the thread, which waits until it is asked.
     *
     * @param images of the network's input shape: padded and normalised already
     * @param batch how many images a mini-batch has
     * @param seed of order and distortion
     */
    public BatchPipeline(ImageSet images, Distortion distortion, DataSettings.Pixels pixels, int batch, long seed) {
        if (images.size() == 0) throw new IllegalArgumentException("there is no image to train on");
        if (batch < 1) throw new IllegalArgumentException("a mini-batch of " + batch + " images");
        this.images = images;
        this.size = Math.min(batch, images.size());
        this.seed = seed;
        Frame frame = Frame.of(images.channels(), images.height(), images.width());
        distorter = new Distorter(
                distortion,
                switch (pixels) {
                    case UNIT -> frame;
                    case SIGNED -> frame.withRange(-1, 1);
                });
        image = new byte[images.imageSize()];
        order = new int[images.size()];
        empty = buffer();
        full = null;
        taken = buffer();
        worker = new Thread(this::work, "inklab-batches");
        worker.setDaemon(true);
        worker.start();
    }

    private Buffer buffer() {
        return new Buffer(new float[size * images.imageSize()], new int[size], new int[1]);
    }

    @Override
    public int stepsPerEpoch() {
        return (images.size() + size - 1) / size;
    }

    @Override
    public void seek(int epoch, int step) {
        if (epoch < 0 || step < 0 || step >= stepsPerEpoch())
            throw new IllegalArgumentException("there is no step " + step + " in epoch " + epoch);
        synchronized (lock) {
            this.epoch = epoch;
            this.step = step;
            if (full != null) {
                empty = full;
                full = null;
            }
            asked = true;
            lock.notifyAll();
        }
    }

    @Override
    public Batch next() throws InterruptedException {
        synchronized (lock) {
            if (closed) throw new IllegalStateException("the mini-batches are closed");
            asked = true;
            lock.notifyAll();
            while (full == null && failure == null && !closed) lock.wait();
            if (failure != null)
                throw new IllegalStateException("a mini-batch could not be prepared: " + failure, failure);
            if (closed) throw new IllegalStateException("the mini-batches were closed");
            empty = taken;
            taken = full;
            full = null;
            lock.notifyAll();
            return taken.batch();
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void work() {
        try {
            while (true) {
                Buffer buffer;
                int epochNow;
                int stepNow;
                synchronized (lock) {
                    while (!closed && (!asked || empty == null)) lock.wait();
                    if (closed) return;
                    buffer = empty;
                    empty = null;
                    epochNow = epoch;
                    stepNow = step;
                }
                fill(buffer, epochNow, stepNow);
                synchronized (lock) {
                    if (epoch == epochNow && step == stepNow) {
                        full = buffer;
                        step++;
                        if (step == stepsPerEpoch()) {
                            step = 0;
                            epoch++;
                        }
                    } else {
                        // Somebody went elsewhere meanwhile.
                        empty = buffer;
                    }
                    lock.notifyAll();
                }
            }
        } catch (Throwable e) {
            // Whatever it is, the consumer waits for it.
            synchronized (lock) {
                failure = e;
                lock.notifyAll();
            }
        }
    }

    private void fill(Buffer buffer, int epoch, int step) {
        if (epoch != orderedEpoch) shuffle(epoch);
        int from = step * size;
        int count = Math.min(size, images.size() - from);
        buffer.count[0] = count;
        for (int i = 0; i < count; i++) {
            int index = order[from + i];
            images.copy(index, image, 0);
            distorter.apply(image, 0, buffer.images, i * image.length, new Draw(seed, epoch, index, step));
            buffer.labels[i] = images.label(index);
        }
    }

    /** Fisher and Yates' shuffle of all indices. */
    private void shuffle(int epoch) {
        long key = CounterRandom.key(seed, epoch, 0, ORDER);
        for (int i = 0; i < order.length; i++) {
            int j = CounterRandom.below(i + 1, key, i);
            order[i] = order[j];
            order[j] = i;
        }
        orderedEpoch = epoch;
    }
}
