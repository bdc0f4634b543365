package inklab.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import inklab.data.EngineFolder;
import inklab.engine.Device;
import inklab.engine.NvidiaCards;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchSourceTest {
    @TempDir
    private Path engines;

    private Device card(String capability, String driver) {
        NvidiaCards.Card card = new NvidiaCards.Card(0, "A card", 1L << 33, capability, driver);
        List<Device> devices = new TorchSource(new TorchLibraries(engines), () -> List.of(card)).devices();
        return devices.get(1);
    }

    private void install(String kind) throws Exception {
        Files.createDirectories(engines.resolve(kind));
        Files.createFile(engines.resolve(kind).resolve(System.mapLibraryName("jnitorch")));
    }

    @Test
    void a_card_that_cuda_13_does_not_know_is_told_so() {
        assertThat(card("6.1", "580.1").usable()).isFalse();
        assertThat(card("6.1", "580.1").reason())
                .contains("6.1")
                .contains("7.5")
                .contains("processor");
    }

    @Test
    void a_driver_that_is_too_old_is_to_be_updated() {
        assertThat(card("9.0", "535.104.05").reason()).contains("535.104.05").contains("580");
    }

    @Test
    void a_card_waits_for_the_libraries_that_reach_it() throws Exception {
        assumeThat(new TorchLibraries(engines).reachCards())
                .as("on the class path")
                .isFalse();
        install("torch");
        assertThat(card("9.0", "580.95.05").reason()).contains("engine install torch-gpu");
        install("torch-gpu");
        Device card = card("9.0", "580.95.05");
        assertThat(card.usable()).isTrue();
        assertThat(card.reason()).isEmpty();
        assertThat(card.id()).isEqualTo("cuda:0");
        assertThat(card.capability()).isEqualTo("9.0");
    }

    @Test
    void without_libraries_the_processor_waits_for_them_too() throws Exception {
        assumeThat(new TorchLibraries(engines).areHere())
                .as("on the class path")
                .isFalse();
        assertThat(processor().reason()).contains("engine install torch");
        install("torch");
        assertThat(processor().usable()).isTrue();
    }

    @Test
    void without_a_card_one_sentence_says_what_to_do() {
        Device none =
                new TorchSource(new TorchLibraries(engines), List::of).devices().get(1);
        assertThat(none.usable()).isFalse();
        assertThat(none.reason()).contains("driver").endsWith(".");
    }

    private Device processor() {
        return new TorchSource(new TorchLibraries(engines), List::of).devices().get(0);
    }

    @Test
    void libraries_of_another_version_are_to_be_fetched_anew() throws Exception {
        assumeThat(new TorchLibraries(engines).areHere())
                .as("on the class path")
                .isFalse();
        install("torch");
        Files.writeString(engines.resolve("torch").resolve("from"), "pytorch-1.0-linux-x86_64.jar");
        assertThat(processor().usable()).isFalse();
        Files.writeString(
                engines.resolve("torch").resolve("from"), "pytorch-" + TorchLibraries.VERSION + "-linux-x86_64.jar");
        assertThat(processor().usable()).isTrue();
    }

    @Test
    void the_version_is_that_of_the_java_side_and_of_what_is_installed() throws Exception {
        Properties java = new Properties();
        try (InputStream in =
                TorchSource.class.getResourceAsStream("/META-INF/maven/org.bytedeco/pytorch/pom.properties")) {
            java.load(in);
        }
        assertThat(TorchLibraries.VERSION).isEqualTo(java.getProperty("version"));
        try (InputStream in = EngineFolder.class.getResourceAsStream("engines.txt")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("torch")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("/pytorch-" + TorchLibraries.VERSION + "-"));
        }
    }
}
