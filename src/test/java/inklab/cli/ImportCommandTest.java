package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.cli.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_exported_comes_back_as_a_run_that_reads_the_same_and_can_be_trained_on() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path weights = folder.resolve("ink.safetensors");
        Path run = folder.resolve("run");
        terminal.run("export", "ink", "--to", "safetensors", "--out", weights);
        Path recipe = folder.resolve("ink.recipe.json");
        Files.writeString(recipe, Files.readString(recipe).replaceAll("\"epochs\": \\d+", "\"epochs\": 1"));
        Said said = terminal.run("import", weights, "--recipe", recipe, "--out", run, "--json");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(terminal.run("eval", run, "--dataset", "ink", "--json").out())
                .isEqualTo(terminal.run("eval", "ink", "--dataset", "ink", "--json")
                        .out());
        Said trained = terminal.run("train", run, "--resume", "--json");
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(trained.json().get("test_error").asDouble()).isLessThan(0.1);
    }

    @Test
    void a_keras_model_becomes_a_run() throws Exception {
        Terminal terminal = new Terminal(folder);
        Path model = Path.of(getClass().getResource("/keras/small.h5").toURI());
        Path run = folder.resolve("run");
        Said said = terminal.run("import", model, "--dataset", "pictures/mine", "--out", run);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(run.resolve("recipe.json")).content().contains("pictures/mine", "2x9x7");
        assertThat(terminal.run("export", run, "--to", "onnx", "--out", folder.resolve("m.onnx"))
                        .exit())
                .isZero();
    }

    @Test
    void what_does_not_fit_is_said() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path weights = folder.resolve("ink.safetensors");
        terminal.run("export", "ink", "--to", "safetensors", "--out", weights);
        assertThat(terminal.run("import", weights).err()).contains("--recipe");
        Said other = terminal.run("import", weights, "--recipe", "keras-64-64", "--out", folder.resolve("r"));
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("choose the recipe that it was trained by");
        Path picture = Files.writeString(folder.resolve("a.png"), "");
        assertThat(terminal.run("import", picture).err()).contains("neither a .h5 nor a .safetensors");
        assertThat(folder.resolve("r")).doesNotExist();
    }
}
