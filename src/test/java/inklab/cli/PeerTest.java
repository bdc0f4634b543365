package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PeerTest {
    @TempDir
    private Path folder;

    private String python(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    @Test
    void a_peer_is_asked_for_the_net_and_believed() throws Exception {
        String python = python("grep -q '\"'\"$2\"'\": lambda' \"$1\" || exit 3\n"
                + "test \"$3 $4 $5 $6\" = '128 0.5 2 cpu' && echo '{\"images_per_s\": 1234.5}'");
        for (BenchNet net : BenchNet.values())
            assertThat(new Peer(python).imagesPerSecond(net, 2, "cpu", 0.5)).isEqualTo(1234.5);
    }

    @Test
    void a_peer_that_cannot_says_its_last_word() throws Exception {
        String python = python("echo \"ModuleNotFoundError: No module named 'torch'\" >&2; exit 1");
        assertThatThrownBy(() -> new Peer(python).imagesPerSecond(BenchNet.KERAS, 2, "cpu", 0.5))
                .hasMessageContaining("No module named 'torch'");
        assertThatThrownBy(() -> new Peer("/no/such/python").imagesPerSecond(BenchNet.KERAS, 2, "cpu", 0.5))
                .hasMessageContaining("does not start");
    }
}
