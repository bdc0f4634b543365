package inklab.ui.work;

/**
 * Something that takes a while, off the FX thread. It may touch nothing that the FX thread owns.
 *
 * @param <T> what it results in
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does the work. A fault of files or network is thrown with a message fit for people; work that was cancelled may throw anything or
     * return anything: nobody asks.
     */
    T run(Progress progress) throws Exception;
}
