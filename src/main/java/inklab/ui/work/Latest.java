package inklab.ui.work;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a result in step with inputs that change faster than it can be computed: a slider's way to a picture. The FX thread hands over a
 * snapshot of the inputs (an immutable value); one computation runs at a time; of the inputs that arrive meanwhile only the newest is
 * kept. So what is shown is never older than one computation, and no input is waited for in vain.
 *
 * <p>{@link #set} and {@link #cancel} are for the FX thread, where {@code publish} is called too.
 *
 * @param <I> inputs, immutable
 * @param <O> result
 */
public final class Latest<I, O> {
    /** The computation: it reads its argument and nothing else that changes. */
    @FunctionalInterface
    public interface Computation<I, O> {
        O of(I input) throws Exception;
    }

    private record Order<I>(I input, long epoch) {}

    private record Result<O>(O output, long epoch) {}

    private final Executor workers;
    private final Executor fx;
    private final Computation<I, O> compute;
    private final Consumer<? super O> publish;
    private final Consumer<Throwable> lost;
    private final Object lock = new Object();

    /** Guarded by the lock: what to compute next, what to show next, and whether someone is at either. */
    private Order<I> next;

    private Result<O> ready;
    private boolean computing;
    private boolean publishing;

    /** Guarded too: whether {@link #set} waits for the answer, and how long the last computation took, ns. */
    private boolean awaited;

    private long took = Long.MAX_VALUE;

    /** Counted up by {@link #cancel}: what was ordered before is dropped. */
    private long epoch;

    public Latest(
            Executor workers,
            Executor fx,
            Computation<I, O> compute,
            Consumer<? super O> publish,
            Consumer<Throwable> lost) {
        this.workers = workers;
        this.fx = fx;
        this.compute = compute;
        this.publish = publish;
        this.lost = lost;
    }

    /** The inputs are now these. */
    public void set(I input) {
        set(input, 0);
    }

    /**
     * The inputs are now these; an answer that comes within so long is published before this returns. So it does not queue up behind what
     * else the FX thread has to do, a pulse above all, which takes longer than a short computation. Where computations are known to take
     * longer, nothing is waited for.
     *
     * @param patience ms
     */
    public void set(I input, long patience) {
        boolean waits;
        synchronized (lock) {
            next = new Order<>(input, epoch);
            if (computing) return;
            computing = true;
            waits = took < TimeUnit.MILLISECONDS.toNanos(patience);
            awaited = waits;
        }
        workers.execute(this::work);
        if (waits && isThere(patience)) show();
    }

    private boolean isThere(long patience) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
        synchronized (lock) {
            try {
                for (long left = patience; awaited && left > 0; left = (end - System.nanoTime()) / 1_000_000)
                    lock.wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            awaited = false;
            return ready != null;
        }
    }

    /** Whatever was ordered is no longer wanted; nothing of it will be published. */
    public void cancel() {
        synchronized (lock) {
            epoch++;
            next = null;
            ready = null;
        }
    }

    /** Whether something ordered is still to be published. */
    public boolean isBusy() {
        synchronized (lock) {
            return computing || publishing;
        }
    }

    private void work() {
        while (true) {
            Order<I> order;
            synchronized (lock) {
                order = next;
                next = null;
                if (order == null) {
                    computing = false;
                    return;
                }
            }
            try {
                long begun = System.nanoTime();
                O output = compute.of(order.input());
                hand(new Result<>(output, order.epoch()), System.nanoTime() - begun);
            } catch (Exception | Error fault) {
                leave();
                lost.accept(fault);
            }
        }
    }

    private void leave() {
        synchronized (lock) {
            awaited = false;
            lock.notifyAll();
        }
    }

    private void hand(Result<O> result, long nanos) {
        synchronized (lock) {
            took = nanos;
            boolean there = awaited;
            leave();
            if (result.epoch() != epoch) return;
            ready = result;
            if (there) return;
            if (publishing) return;
            publishing = true;
        }
        fx.execute(this::show);
    }

    private void show() {
        Result<O> result;
        synchronized (lock) {
            publishing = false;
            result = ready;
            ready = null;
        }
        if (result == null) return;
        try {
            publish.accept(result.output());
        } catch (RuntimeException | Error fault) {
            lost.accept(fault);
        }
    }
}
