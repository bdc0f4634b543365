package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inklab.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C does to a training. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot send Ctrl-C to a process there")
class InterruptionTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void a_training_that_is_told_to_end_saves_says_how_to_go_on_and_resumes_to_the_same_weights()
            throws IOException, InterruptedException {
        Terminal terminal = new Terminal(folder);
        Path recipe = terminal.write("small.json", Terminal.RECIPE);
        Path run = terminal.file("interrupted");

        Path out = terminal.file("out.txt");
        Path err = terminal.file("err.txt");
        Process process = inklab(out, err, "train", recipe, "--epochs", 100_000, "--out", run, "--json");
        try {
            while (process.isAlive() && !Files.readString(err).contains("epoch 1 ")) Thread.sleep(50);
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(err).lines()).contains("Stopped; to go on: train " + run + " --resume");
        JsonNode stopped = new ObjectMapper().readTree(out.toFile());
        // Two more: it may have been told to end after the last step of the epoch that was under way.
        int epochs = stopped.get("epochs").asInt() + 2;

        JsonNode resumed = terminal.run("train", run, "--resume", "--epochs", epochs, "--json")
                .json();
        JsonNode straight = terminal.run(
                        "train", recipe, "--epochs", epochs, "--out", terminal.file("straight"), "--json")
                .json();
        assertThat(resumed.get("epochs").asInt()).isEqualTo(epochs);
        assertThat(resumed.get("weights_sha256"))
                .isEqualTo(straight.get("weights_sha256"))
                .isNotEqualTo(stopped.get("weights_sha256"));
    }

    private static Process inklab(Path out, Path err, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object argument : arguments) command.add(argument.toString());
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }
}
