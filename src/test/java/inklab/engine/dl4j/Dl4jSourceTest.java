package inklab.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import inklab.data.EngineFolder;
import inklab.engine.Device;
import inklab.engine.EngineUnavailableException;
import inklab.engine.NetworkSettings;
import inklab.engine.NvidiaCards;
import inklab.net.Notation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Dl4jSourceTest {
    private static final String SYSTEM = "linux-x86_64";
    private static final NvidiaCards.Card CARD = new NvidiaCards.Card(0, "A card", 1L << 33, "8.6", "580.95.05");

    @TempDir
    private Path engines;

    /** What this process computes on: the processor, as all tests here do. */
    @BeforeEach
    void load() {
        Natives.load();
    }

    private Dl4jSource source(NvidiaCards.Card... cards) {
        return new Dl4jSource(new CudaLibraries(engines), () -> List.of(cards), SYSTEM);
    }

    private void install(String from) throws IOException {
        Path folder = Files.createDirectories(engines.resolve("cuda"));
        Files.write(folder.resolve(System.mapLibraryName("jnind4jcuda")), new byte[100]);
        Files.writeString(folder.resolve("from"), from);
    }

    private static String installed() {
        return String.join("linux-x86_64.jar\n", CudaLibraries.VERSIONS) + "linux-x86_64.jar\n";
    }

    @Test
    void a_card_waits_for_the_libraries_and_then_for_another_start() throws Exception {
        assumeThat(new CudaLibraries(engines).areHere()).as("on the class path").isFalse();
        Device card = source(CARD).devices().get(1);
        assertThat(card.usable()).isFalse();
        assertThat(card.reason()).contains("engine install cuda");
        install("nd4j-cuda-10.0.jar");
        assertThat(source(CARD).devices().get(1).usable()).isFalse();
        install(installed());
        card = source(CARD).devices().get(1);
        assertThat(card.usable()).isTrue();
        assertThat(card.needsRestart()).isTrue();
        assertThat(card.id()).isEqualTo("cuda:0");
        Device processor = source(CARD).devices().get(0);
        assertThat(processor.usable()).isTrue();
        assertThat(processor.needsRestart()).isFalse();
    }

    @Test
    void without_a_card_one_sentence_says_what_to_do() {
        assertThat(source().devices().get(1).reason()).contains("driver").endsWith(".");
        assertThat(new Dl4jSource(new CudaLibraries(engines), List::of, "macosx-arm64").devices())
                .hasSize(1);
    }

    @Test
    void a_process_that_has_begun_on_the_processor_stays_there_and_says_so() {
        assertThatThrownBy(() -> source(CARD).open("cuda:0"))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("cuda:0")
                .hasMessageContaining("start it again");
        try (var engine = source(CARD).open()) {
            NetworkSettings card = NetworkSettings.forPredicting().withDevice("cuda:0");
            assertThatThrownBy(() ->
                            engine.network(Notation.parse("1x8x8-9N-10N").net().orElseThrow(), card))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("start it again");
        }
    }

    @Test
    void libraries_that_do_not_load_are_one_sentence_and_leave_the_choice_open() throws Exception {
        assumeThat(new CudaLibraries(engines).areHere()).as("on the class path").isFalse();
        assertThatThrownBy(() -> new CudaLibraries(engines).load(0))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("engine install cuda");
        install(installed());
        assertThatThrownBy(() -> new CudaLibraries(engines).load(0))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("do not load")
                .hasMessageContaining("engine install cuda");
    }

    @Test
    void of_two_backends_on_the_class_path_the_chosen_one_alone_is_seen() throws IOException {
        String name = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";
        Path processor = write("one", name, "org.nd4j.linalg.cpu.nativecpu.CpuBackend");
        Path card = write("two", name, "# a comment\norg.nd4j.linalg.jcublas.JCublasBackend");
        write("two", "META-INF/services/some.Other", "org.nd4j.linalg.jcublas.Some");
        URL[] both = {card.toUri().toURL(), processor.toUri().toURL()};
        try (URLClassLoader path = new URLClassLoader(both, null)) {
            assertThat(seen(new Backend.OneBackend(path, false), name))
                    .singleElement()
                    .asString()
                    .contains("/one/");
            assertThat(seen(new Backend.OneBackend(path, true), name))
                    .singleElement()
                    .asString()
                    .contains("/two/");
            assertThat(seen(new Backend.OneBackend(path, false), "META-INF/services/some.Other"))
                    .hasSize(1);
        }
    }

    private Path write(String folder, String name, String text) throws IOException {
        Path file = engines.resolve(folder).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return engines.resolve(folder);
    }

    private static List<URL> seen(ClassLoader loader, String name) throws IOException {
        return Collections.list(loader.getResources(name));
    }

    @Test
    void the_versions_are_those_of_what_is_installed() throws Exception {
        try (InputStream in = EngineFolder.class.getResourceAsStream("engines.txt")) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String version : CudaLibraries.VERSIONS)
                assertThat(list.lines()
                                .filter(line -> line.startsWith("cuda "))
                                .filter(line -> line.contains("/" + version)))
                        .hasSizeGreaterThanOrEqualTo(2);
        }
    }
}
