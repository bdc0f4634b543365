package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import inklab.engine.EngineUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal() {
        return new Terminal(folder).withEngine(() -> {
            throw new EngineUnavailableException("nothing may be opened for this", null);
        });
    }

    @Test
    void engines_and_devices_are_listed_without_opening_any() {
        JsonNode engine =
                terminal().run("devices", "--json").json().get("engines").get(0);
        assertThat(engine.get("engine").asText()).isEqualTo("dl4j");
        JsonNode processor = engine.get("devices").get(0);
        assertThat(processor.get("device").asText()).isEqualTo("cpu");
        assertThat(processor.get("name").asText()).isNotBlank();
        assertThat(processor.get("memory_bytes").asLong()).isGreaterThan(1L << 28);
        assertThat(processor.get("usable").asBoolean()).isTrue();
        JsonNode card = engine.get("devices").get(1);
        assertThat(card.get("compute_capability").asText()).isEqualTo("3.5");
        assertThat(card.get("usable").asBoolean()).isFalse();
        assertThat(card.get("reason").asText()).isEqualTo("It is too old: rest it");
        assertThat(terminal().run("devices").out())
                .contains("cuda:0  A card, 8.6 GB, compute capability 3.5. It is too old: rest it.");
    }

    @Test
    void a_device_that_cannot_be_used_is_refused_with_its_reason_and_another_is_offered_not_taken() throws IOException {
        Path recipe = terminal().write("small.json", Terminal.RECIPE);
        Terminal.Said said = terminal().run("train", recipe, "--device", "cuda");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("It is too old: rest it. What would work: --engine dl4j --device cpu.");
    }

    @Test
    void engines_and_devices_that_there_are_not_are_named() throws IOException {
        Path recipe = terminal().write("small.json", Terminal.RECIPE);
        assertThat(terminal().run("train", recipe, "--engine", "dl4").err()).contains("did you mean dl4j?");
        assertThat(terminal().run("bench", "--device", "cuda:7").err()).contains("has no device cuda:7", "cpu, cuda:0");
    }

    @Test
    void an_engine_that_does_not_open_says_why() throws IOException {
        Path recipe = terminal().write("small.json", Terminal.RECIPE);
        Terminal.Said said = terminal().run("train", recipe);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("Nothing may be opened for this.");
    }
}
