package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where an engine is fetched from; how, the tests of the data folder show. */
@Timeout(60)
class EngineInstallCommandTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer empty;
    private String base;

    @BeforeEach
    void start() throws IOException {
        empty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        empty.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        empty.start();
        base = "http://localhost:" + empty.getAddress().getPort() + "/school/maven";
    }

    @AfterEach
    void stop() {
        empty.stop(0);
    }

    private void assertAsked(Terminal.Said said) {
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains("could not be fetched (localhost: status 404)")
                .hasLineCount(1);
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).matches("/school/maven/org/bytedeco/pytorch/.*/pytorch-.*\\.jar");
    }

    @Test
    void a_mirror_is_asked_in_place_of_maven_central() {
        assertAsked(new Terminal(folder).run("engine", "install", "torch", "--mirror", base));
    }

    @Test
    void a_mirror_may_be_named_by_the_environment() {
        assertAsked(
                new Terminal(folder).withVariable("INKLAB_MAVEN", base + "/").run("engine", "install", "torch"));
    }

    @Test
    void the_command_lines_mirror_goes_before_the_environments() {
        assertAsked(new Terminal(folder)
                .withVariable("INKLAB_MAVEN", "no address")
                .run("engine", "install", "torch", "--mirror", base));
    }

    @Test
    void what_is_no_repository_is_refused_in_a_sentence() {
        for (String wrong : List.of(
                "maven.example.org", "ftp://example.org/", "https://", "https://me:secret@example.org/", "a b", "")) {
            Terminal.Said said = new Terminal(folder).run("engine", "install", "torch", "--mirror", wrong);
            assertThat(said.exit()).isEqualTo(2);
            assertThat(said.err()).contains("--mirror is " + wrong, "no repository's address");
        }
        assertThat(new Terminal(folder)
                        .withVariable("INKLAB_MAVEN", "nonsense")
                        .run("engine", "install", "torch")
                        .err())
                .contains("$INKLAB_MAVEN is nonsense");
    }

    @Test
    void a_folder_and_a_mirror_are_one_source_too_many() {
        Terminal.Said said = new Terminal(folder).run("engine", "install", "torch", "--mirror", base, "--from", folder);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--from and --mirror");
        assertThat(asked).isEmpty();
    }
}
