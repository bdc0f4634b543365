package inklab.data;

/** Hears how far a long piece of work is, and may stop it. Called on the thread that works. */
public interface Progress {
    /** Hears nothing and stops nothing but an interrupted thread. */
    Progress NONE = (what, done, total, perSecond) -> {};

    /**
     * Called about ten times a second, and once at the end.
     *
     * @param what what is being done, in words: {@code Fetching train-images-idx3-ubyte.gz}
     * @param done how many bytes or images are done
     * @param total how many there are, or −1 if nobody knows
     * @param perSecond the speed over the last seconds
     */
    void at(String what, long done, long total, double perSecond);

    /** Whether the work is to stop: it then throws {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    /** Hears nothing more, but still may stop the work. */
    default Progress muted() {
        Progress whole = this;
        return new Progress() {
            @Override
            public void at(String what, long done, long total, double perSecond) {}

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
