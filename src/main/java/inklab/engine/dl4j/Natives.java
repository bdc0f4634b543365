package inklab.engine.dl4j;

import inklab.engine.EngineUnavailableException;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's native library, set so that one Java thread uses one core: parallelism comes from replicas, because OpenMP threads inside an op
 * ran the same step four to ten times slower than one.
 */
final class Natives {
    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(() -> false);

    private Natives() {}

    /** Loads the library of the chosen {@link Backend}, once for the process: up to seconds the first time. */
    static void load() {
        Backend.chooseAny();
        try {
            Holder.touch();
        } catch (LinkageError | RuntimeException fault) {
            if (!Backend.isCard()) throw fault;
            throw new EngineUnavailableException(
                    "DeepLearning4J does not start on " + Backend.device() + " (" + CudaLibraries.firstLine(fault)
                            + "): start Inklab again, on the processor.",
                    fault);
        }
        prepareThread();
    }

    /** To be called at the start of every thread that runs ops: OpenMP's thread count, and CUDA's device, belong to the calling thread. */
    static void prepareThread() {
        if (PREPARED.get()) return;
        if (Backend.isCard()) Nd4j.getAffinityManager().unsafeSetDevice(Backend.card());
        else NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        PREPARED.set(true);
    }

    /** Loads on first use, and only once. */
    private static final class Holder {
        static {
            Nd4j.create(1).close();
            if (!Backend.isCard()) {
                Nd4j.factory().blas().setMaxThreads(1);
                openblas.blas_set_num_threads(1);
            }
        }

        static void touch() {}
    }
}
