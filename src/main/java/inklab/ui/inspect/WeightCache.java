package inklab.ui.inspect;

import inklab.engine.Weights;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights of the epochs looked at last, so that scrubbing reads each file once. Bounded; any thread may ask. */
final class WeightCache {
    /** Numbers, of four bytes each: 256 MB. */
    private static final long MOST = 64L << 20;

    private record Key(Choice choice, int epoch) {}

    private final Map<Key, Weights> cache = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    /** @throws IOException in one sentence, when they cannot be read */
    Weights get(Subject subject, int epoch) throws IOException {
        Key key = new Key(subject.choice(), epoch);
        synchronized (this) {
            Weights known = cache.get(key);
            if (known != null) return known;
        }
        Weights read = subject.pages().weights(epoch);
        put(key, read);
        return read;
    }

    private synchronized void put(Key key, Weights read) {
        if (cache.put(key, read) == null) size += read.size();
        Iterator<Weights> eldest = cache.values().iterator();
        while (size > MOST && cache.size() > 1) {
            size -= eldest.next().size();
            eldest.remove();
        }
    }

    /** A run that was trained anew under an old name has other weights. */
    synchronized void clear() {
        cache.clear();
        size = 0;
    }
}
