package inklab.train;

import inklab.engine.Batch;

/**
 * The mini-batches of a training, epoch by epoch. Which images a mini-batch holds, and how they are distorted, is a function of {@code
 * (seed, epoch, step)} alone: a training that goes on at step k sees what it would have seen without the break.
 */
public interface BatchSource extends AutoCloseable {
    /** How many mini-batches make an epoch; at least 1. The last may be smaller than the others. */
    int stepsPerEpoch();

    /**
     * Goes to a place: the next mini-batch is this one.
     *
     * @param epoch from 0
     * @param step within the epoch, from 0
     */
    void seek(int epoch, int step);

    /**
     * The next mini-batch; after an epoch's last comes the next epoch's first. It is valid until the next call.
     *
     * @throws InterruptedException when the thread is told to stop while it waits
     */
    Batch next() throws InterruptedException;

    /** Ends the threads that prepare mini-batches, and waits for them. */
    @Override
    void close();
}
