package inklab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up in the midst of a sweep, played by the shell's limit on the size of a file. */
class SweepFullDiskTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path folder;

    @Test
    void the_sweep_ends_with_a_sentence_and_goes_on_when_there_is_room() throws Exception {
        assumeTrue(Files.exists(SHELL), "there is no /bin/sh on this system");
        SweepFolder whole = new SweepFolder(folder.resolve("whole"));
        assertThat(SweepRunTest.run(TinySweeps.sweep(SweepRunTest.SIX), whole, 1, false))
                .isEqualTo(SweepRun.Ending.FINISHED);

        SweepFolder full = new SweepFolder(folder.resolve("full"));
        // 4 blocks of 512 or 1024 bytes: too few for a member's log.
        Process child = new ProcessBuilder(
                        SHELL.toString(),
                        "-c",
                        "ulimit -f 4 && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SweepRunTest.Child.class.getName(),
                        full.path().toString(),
                        SweepRunTest.SIX)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        assertThat(said)
                .contains("Cannot write " + full.path(), "free some disk space")
                .doesNotContain("\tat ");

        SweepRunTest.run(TinySweeps.sweep(SweepRunTest.SIX), full, 2, true);
        assertThat(SweepRunTest.hashes(full)).isEqualTo(SweepRunTest.hashes(whole));
    }
}
