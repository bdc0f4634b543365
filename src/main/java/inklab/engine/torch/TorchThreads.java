package inklab.engine.torch;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/**
 * One core a Java thread: parallelism comes from chunks side by side, because two OpenMP threads within LibTorch's operations ran the same
 * step slower than one.
 */
final class TorchThreads {
    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(() -> false);

    static {
        Heap.keep();
    }

    private TorchThreads() {}

    /** To be called at the start of every thread that computes: OpenMP's thread count belongs to the calling thread. */
    static void prepare() {
        if (PREPARED.get()) return;
        torch.set_num_threads(1);
        // Its matrix products have threads of their own, which took five times the processor's time beside our crew.
        openblas_nolapack.blas_set_num_threads(1);
        PREPARED.set(true);
    }
}
