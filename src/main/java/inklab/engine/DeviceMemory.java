package inklab.engine;

import java.util.function.Predicate;

/** A device's memory is full: how much would have fitted. */
public final class DeviceMemory {
    private DeviceMemory() {}

    /**
     * The largest part of a mini-batch that fits, within an eighth, found by trying.
     *
     * @return 0 when not even one image does
     */
    public static int largest(Batch batch, Predicate<Batch> fits) {
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
