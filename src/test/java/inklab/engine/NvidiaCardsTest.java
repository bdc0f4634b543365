package inklab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class NvidiaCardsTest {
    @TempDir
    private Path folder;

    private List<NvidiaCards.Card> found(String... command) {
        return new NvidiaCards(List.of(command), folder.resolve("gpus"), Duration.ofMillis(500)).find();
    }

    @Test
    void cards_are_read_from_what_the_drivers_tool_prints() {
        List<NvidiaCards.Card> cards = found(
                "printf",
                "0, NVIDIA H200, 143771, 9.0, 580.95.05\\nnonsense\\n1, Tesla K80, [N/A], 3.7, 470.256.02\\n");
        assertThat(cards)
                .containsExactly(
                        new NvidiaCards.Card(0, "NVIDIA H200", 143771L << 20, "9.0", "580.95.05"),
                        new NvidiaCards.Card(1, "Tesla K80", 0, "3.7", "470.256.02"));
        assertThat(cards.get(0).driverVersion()).isEqualTo(580);
        assertThat(cards.get(0).isOlderThan(7.5)).isFalse();
        assertThat(cards.get(1).isOlderThan(7.5)).isTrue();
        assertThat(cards.get(1).device().id()).isEqualTo("cuda:1");
    }

    @Test
    void a_tool_that_is_missing_fails_or_hangs_means_no_cards_and_takes_under_a_second() {
        long start = System.nanoTime();
        assertThat(found("inklab-no-such-tool")).isEmpty();
        assertThat(found("false")).isEmpty();
        assertThat(found("sleep", "30")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void the_tool_is_asked_once_however_many_engines_want_to_know() throws Exception {
        Path asked = folder.resolve("asked");
        NvidiaCards cards = new NvidiaCards(
                List.of("sh", "-c", "echo x >> '" + asked + "'; echo '0, T4, 15360, 7.5, 535.1'"),
                folder.resolve("gpus"),
                Duration.ofSeconds(5));
        assertThat(cards.find()).hasSize(1).isEqualTo(cards.find());
        assertThat(asked).hasContent("x");
    }

    @Test
    void without_the_tool_the_drivers_own_list_gives_the_names() throws Exception {
        Path card = Files.createDirectories(folder.resolve("gpus").resolve("0000:01:00.0"));
        Files.writeString(card.resolve("information"), "Model: \t\t NVIDIA GeForce RTX 3060\nIRQ: 97\n");
        assertThat(found("inklab-no-such-tool"))
                .containsExactly(new NvidiaCards.Card(0, "NVIDIA GeForce RTX 3060", 0, "", ""));
    }
}
