package inklab.engine.torch;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * The C library's heap. Every operation of LibTorch asks it for its output's memory and gives it back; glibc hands blocks of megabytes back
 * to the system there and then, which clears them anew for the next operation. That took a sixth of the processor's time of training a
 * convolutional net, so here the heap keeps them.
 */
final class Heap {
    /** glibc's own numbers, from malloc.h. */
    private static final int TRIM_THRESHOLD = -1;

    private static final int MMAP_THRESHOLD = -3;
    /** The most that glibc takes. */
    private static final int LARGEST_BLOCK = 32 << 20;

    private Heap() {}

    /** Does nothing where there is no glibc. */
    static void keep() {
        if (!Platform.isLinux()) return;
        try {
            Function mallopt = Function.getFunction("libc.so.6", "mallopt");
            mallopt.invokeInt(new Object[] {MMAP_THRESHOLD, LARGEST_BLOCK});
            mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, Integer.MAX_VALUE});
        } catch (LinkageError another) {
            // Another C library: all is as right, and slower.
        }
    }
}
