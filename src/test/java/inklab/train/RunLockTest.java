package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    @TempDir
    Path folder;

    /** Holds the lock of a folder until it is killed. */
    public static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            RunLock lock = RunLock.take(Path.of(args[0]));
            System.out.println("held " + lock.hashCode());
            Thread.sleep(60_000);
        }
    }

    @Test
    void a_folder_is_trained_in_by_one_at_a_time() throws IOException {
        try (RunLock lock = RunLock.take(folder)) {
            assertThat(lock).isNotNull();
            assertThat(RunLock.isHeld(folder)).isTrue();
            assertThatIOException()
                    .isThrownBy(() -> RunLock.take(folder.resolve("../" + folder.getFileName())))
                    .withMessage(folder.resolve("../" + folder.getFileName())
                            + " is being trained by this program: stop it first, or choose another folder.");
        }
        assertThat(RunLock.isHeld(folder)).isFalse();
        RunLock.take(folder).close();
    }

    @Test
    void another_process_is_seen_and_its_death_frees_the_folder() throws Exception {
        Process holder = Children.java(Holder.class, folder.toString()).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("held");
            assertThat(RunLock.isHeld(folder)).isTrue();
            assertThatIOException()
                    .isThrownBy(() -> RunLock.take(folder))
                    .withMessageContaining("is being trained by process " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(Files.exists(folder.resolve("lock"))).isTrue();
        assertThat(RunLock.isHeld(folder)).isFalse();
        RunLock.take(folder).close();
    }

    @Test
    void a_look_at_a_lock_that_this_process_holds_does_not_end_it() throws Exception {
        try (RunLock lock = RunLock.take(folder)) {
            assertThat(lock).isNotNull();
            for (int i = 0; i < 3; i++) assertThat(RunLock.isHeld(folder)).isTrue();
            Process other = Children.java(Holder.class, folder.toString()).start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine()).isNull();
                assertThat(other.waitFor()).isNotZero();
            }
        }
    }
}
