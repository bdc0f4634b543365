package inklab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private static final Path SELF = Path.of("/proc/thread-self");

    @Test
    void a_thread_and_those_that_it_starts_give_way_and_no_other_does() {
        assumeTrue(Files.exists(SELF), "niceness is read where Linux shows it");
        int before = niceness();
        int wanted = Math.min(19, before + 3);
        AtomicInteger own = new AtomicInteger();
        AtomicInteger child = new AtomicInteger();
        Thread thread = new Thread(() -> {
            Background.enter(wanted);
            own.set(niceness());
            join(new Thread(() -> child.set(niceness())));
        });
        join(thread);
        assertThat(own.get()).isEqualTo(wanted);
        assertThat(child.get()).isEqualTo(wanted);
        assertThat(niceness()).isEqualTo(before);
    }

    @Test
    void what_gives_way_already_is_not_called_back() {
        assumeTrue(Files.exists(SELF), "niceness is read where Linux shows it");
        AtomicInteger own = new AtomicInteger();
        join(new Thread(() -> {
            Background.enter(19);
            Background.enter(5);
            own.set(niceness());
        }));
        assertThat(own.get()).isEqualTo(19);
    }

    private static void join(Thread thread) {
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int niceness() {
        try {
            String says = Files.readString(SELF.resolve("stat"));
            return Integer.parseInt(says.substring(says.lastIndexOf(')') + 2).split(" ", -1)[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
