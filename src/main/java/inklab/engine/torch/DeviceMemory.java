package inklab.engine.torch;

import inklab.engine.Batch;
import java.util.function.Predicate;

/** A card's memory is full: how to tell, and how much would have fitted. */
final class DeviceMemory {
    private DeviceMemory() {}

    /** LibTorch says it in words alone. */
    static boolean isFull(RuntimeException fault) {
        String message = String.valueOf(fault.getMessage());
        return message.contains("out of memory") || message.contains("OutOfMemoryError");
    }

    /**
     * The largest part of a mini-batch that fits, within an eighth, found by trying.
     *
     * @return 0 when not even one image does
     */
    static int largest(Batch batch, Predicate<Batch> fits) {
        int good = 0;
        int bad = batch.size();
        while (bad - good > Math.max(1, good / 8)) {
            int middle = (good + bad) / 2;
            if (fits.test(new Batch(middle, batch.images(), batch.labels()))) good = middle;
            else bad = middle;
        }
        return good;
    }
}
