package inklab.ui.work;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Daemon threads called {@code NAME-1}, {@code NAME-2} …, whose uncaught faults reach {@code lost} instead of vanishing. */
final class NamedThreads implements ThreadFactory {
    private final String name;
    private final Runnable begin;
    private final Consumer<Throwable> lost;
    private final AtomicInteger count = new AtomicInteger();

    NamedThreads(String name, Runnable begin, Consumer<Throwable> lost) {
        this.name = name;
        this.begin = begin;
        this.lost = lost;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(
                () -> {
                    begin.run();
                    work.run();
                },
                name + "-" + count.incrementAndGet());
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, fault) -> lost.accept(fault));
        return thread;
    }
}
