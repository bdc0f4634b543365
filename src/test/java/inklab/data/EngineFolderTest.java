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
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
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
    void the_list_that_comes_with_inklab_names_the_very_version_that_it_is_compiled_against() {
        EngineFolder all = new EngineFolder(folder);
        assertThat(all.engines(SYSTEM)).containsExactly("torch", "torch-gpu");
        assertThat(all.engines("macosx-arm64")).containsExactly("torch");
        assertThat(all.bytes("torch", SYSTEM)).isGreaterThan(80_000_000);
    }
}
