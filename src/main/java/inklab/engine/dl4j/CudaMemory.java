package inklab.engine.dl4j;

import java.util.List;

/** How to tell that a card's memory is full: ND4J and the libraries below it say it in words alone. */
final class CudaMemory {
    /** ND4J's allocations of arrays and workspaces, CUDA's own words, cuBLAS's and cuDNN's. */
    private static final List<String> SAYS = List.of(
            "[DEVICE] allocation failed",
            "cudaMalloc failed",
            "ailed to allocate",
            "Failed temp allocation",
            "Can't allocate memory",
            "out of memory",
            "ALLOC_FAILED");

    private CudaMemory() {}

    static boolean isFull(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (SAYS.stream().anyMatch(message::contains)) return true;
        }
        return false;
    }
}
