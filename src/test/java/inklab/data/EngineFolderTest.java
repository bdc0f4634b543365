package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineFolderTest {
    private static final String SYSTEM = "linux-x86_64";

    @TempDir
    private Path folder;

    private byte[] jar;
    private UnreliableServer server;
    private URI central;

    @BeforeEach
    void start() throws IOException {
        byte[] library = new byte[200_000];
        new Random(1).nextBytes(library);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("libone.so", "libtwo.so.1", "readme.txt", "../../evil.so")) {
                zip.putNextEntry(new ZipEntry("org/some/" + name));
                zip.write(library);
            }
        }
        jar = bytes.toByteArray();
        server = new UnreliableServer(jar);
        central = server.at("/maven/", (exchange, n) -> {
            if (n == 0) server.serveUntil(exchange, jar.length / 2);
            else server.serve(exchange);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EngineFolder engines(String sum) {
        Downloader.Patience patience =
                new Downloader.Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), 3, Duration.ofMillis(10));
        return new EngineFolder(
                folder.resolve("engines"),
                central,
                new Downloader(patience),
                List.of("# a comment", "torch " + SYSTEM + " org/some/some-1.jar " + jar.length + " " + sum));
    }

    private EngineFolder engines() {
        return engines(HexFormat.of().formatHex(Checksums.sha256().digest(jar)));
    }

    private List<String> files(String in) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(in))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.resolve(in).relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void libraries_are_fetched_gone_on_with_and_unpacked_and_nothing_else_is_left() throws IOException {
        assertThat(engines().has("torch", SYSTEM)).isFalse();
        engines().install("torch", SYSTEM, null, Progress.NONE);
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).range()).startsWith("bytes=");
        assertThat(files("."))
                .containsExactly(
                        "engines/torch/evil.so",
                        "engines/torch/from",
                        "engines/torch/libone.so",
                        "engines/torch/libtwo.so.1");
        assertThat(engines().has("torch", SYSTEM)).isTrue();
        assertThat(engines().remove("torch")).isTrue();
        assertThat(engines().has("torch", SYSTEM)).isFalse();
        assertThat(engines().remove("torch")).isFalse();
    }

    @Test
    void another_file_than_the_pinned_one_is_refused_and_what_was_there_stays() throws IOException {
        Path there = Files.createDirectories(folder.resolve("engines/torch")).resolve("libold.so");
        Files.writeString(there, "old");
        EngineFolder wrong = engines("0".repeat(64));
        assertThatThrownBy(() -> wrong.install("torch", SYSTEM, null, Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("SHA-256");
        assertThat(files("engines/torch")).containsExactly("libold.so");
        engines().install("torch", SYSTEM, null, Progress.NONE);
        assertThat(files("engines/torch")).doesNotContain("libold.so");
    }

    @Test
    void a_jar_that_is_here_needs_no_network() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        assertThatThrownBy(() -> engines().install("torch", SYSTEM, own, Progress.NONE))
                .hasMessageContaining("some-1.jar");
        Files.write(own.resolve("some-1.jar"), "not it".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> engines().install("torch", SYSTEM, own, Progress.NONE))
                .hasMessageContaining("SHA-256");
        Files.write(own.resolve("some-1.jar"), jar);
        engines().install("torch", SYSTEM, own, Progress.NONE);
        assertThat(files("engines/torch")).contains("libone.so");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void an_engine_of_two_jars_is_whole_only_with_both_and_fetches_neither_twice() throws IOException {
        String sum = HexFormat.of().formatHex(Checksums.sha256().digest(jar));
        AtomicBoolean fails = new AtomicBoolean(true);
        List<String> asked = new ArrayList<>();
        URI shaky = server.at("/shaky/", (exchange, n) -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path.substring(path.lastIndexOf('/') + 1));
            if (path.endsWith("two.jar") && fails.get()) exchange.sendResponseHeaders(404, -1);
            else server.serve(exchange);
        });
        EngineFolder both = new EngineFolder(
                folder.resolve("engines"),
                shaky,
                new Downloader(Downloader.Patience.USUAL),
                List.of(
                        "cuda " + SYSTEM + " org/one.jar " + jar.length + " " + sum + " two,evil",
                        "cuda " + SYSTEM + " org/two.jar " + jar.length + " " + sum + " one,evil"));
        assertThat(both.engines(SYSTEM)).containsExactly("cuda");
        assertThat(both.bytes("cuda", SYSTEM)).isEqualTo(2L * jar.length);
        assertThatThrownBy(() -> both.install("cuda", SYSTEM, null, Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("two.jar");
        assertThat(both.has("cuda", SYSTEM)).isFalse();
        assertThat(files("engines")).contains("one.jar");
        assertThat(both.remove("cuda")).isFalse();
        assertThat(files("engines")).doesNotContain("one.jar");
        asked.clear();
        assertThatThrownBy(() -> both.install("cuda", SYSTEM, null, Progress.NONE))
                .hasMessageContaining("two.jar");
        fails.set(false);
        both.install("cuda", SYSTEM, null, Progress.NONE);
        assertThat(asked).containsExactly("one.jar", "two.jar", "two.jar");
        assertThat(both.has("cuda", SYSTEM)).isTrue();
        assertThat(files("engines")).containsExactly("cuda/from", "cuda/libone.so", "cuda/libtwo.so.1");
    }

    @Test
    void the_list_that_comes_with_inklab_names_the_very_version_that_it_is_compiled_against() {
        EngineFolder all = new EngineFolder(folder);
        assertThat(all.engines(SYSTEM)).containsExactly("torch", "torch-gpu", "cuda");
        assertThat(all.engines("windows-x86_64")).containsExactly("torch", "torch-gpu", "cuda");
        assertThat(all.engines("macosx-arm64")).containsExactly("torch");
        assertThat(all.bytes("torch", SYSTEM)).isGreaterThan(80_000_000);
        assertThat(all.bytes("cuda", SYSTEM)).isGreaterThan(2_400_000_000L);
    }
}
