package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.cli.Terminal.Said;
import inklab.engine.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void every_format_of_a_net_comes_with_what_must_be_known() throws IOException {
        Terminal terminal = new Terminal(folder);
        for (String format : new String[] {"onnx", "safetensors", "pytorch", "keras", "dl4j"}) {
            Path out = folder.resolve(format + ".out");
            Said said = terminal.run("export", "ciresan", "--to", format, "--out", out, "--json");
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.json().get("format").asText()).isEqualTo(format);
            for (var file : said.json().get("files"))
                assertThat(Path.of(file.asText())).isNotEmptyFile();
            assertThat(Files.readString(folder.resolve(format + ".out.README.md")))
                    .contains(
                            "1, 29, 29",
                            "0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
                            "byte / 255",
                            "Misreads 0.44 %",
                            "\"dataset\"");
        }
        assertThat(Safetensors.read(folder.resolve("safetensors.out")).metadata())
                .containsKey("recipe");
    }

    @Test
    void no_format_writes_over_what_another_one_wrote() {
        Terminal terminal = new Terminal(folder);
        Set<String> sources = new HashSet<>();
        for (String format : new String[] {"onnx", "pytorch", "keras", "dl4j"}) {
            Said said = terminal.run("export", "ciresan", "--to", format, "--out", folder, "--json");
            assertThat(said.exit()).as(said.err()).isZero();
            for (var file : said.json().get("files"))
                assertThat(sources.add(file.asText())).as(file.asText()).isTrue();
        }
        assertThat(sources)
                .contains(folder.resolve("ciresan_keras.py.README.md").toString());
    }

    @Test
    void members_of_a_committee_are_numbered_and_onnx_holds_them_all() {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("export", "digits", "--to", "pytorch", "--out", folder.resolve("d.py"))
                        .exit())
                .isZero();
        assertThat(folder).isDirectoryContaining("glob:**/d-1.py").isDirectoryContaining("glob:**/d-3.safetensors");
        assertThat(terminal.run("export", "digits", "--to", "ONNX", "--out", folder.resolve("d.onnx"))
                        .exit())
                .isZero();
        assertThat(folder.resolve("d.onnx.README.md")).content().contains("`image2`", "pixels wide");
    }

    @Test
    void what_cannot_be_exported_is_said() {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("export", "ciresan", "--to", "onx").err()).contains("did you mean onnx?");
        assertThat(terminal.run("export", "ciresan", "--to", "tensorboard").err())
                .contains("only runs have curves");
        assertThat(terminal.run("export", "cirsan", "--to", "onnx").err()).contains("is it ciresan?");
        Said taken = terminal.run("export", "ciresan", "--to", "keras", "--out", folder.resolve("w.safetensors"));
        assertThat(taken.exit()).isEqualTo(1);
        assertThat(taken.err()).contains("w.py");
    }
}
