package inklab.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.strokes.jsonl"), text);
    }

    private static List<Strokes> read(Path file) throws IOException {
        List<Strokes> drawings = new ArrayList<>();
        try (StrokesReader reader = new StrokesReader(file)) {
            for (Optional<Strokes> next = reader.next(); next.isPresent(); next = reader.next())
                drawings.add(next.get());
        }
        return drawings;
    }

    private static Strokes corner() {
        return Strokes.of(
                new Stroke(List.of(new PenPoint(1, 2), new PenPoint(-3.25, 4e-7, 0.75))),
                new Stroke(List.of(new PenPoint(1e9, -1e9))));
    }

    @Test
    void drawingsComeBackAsTheyWereWritten() throws IOException {
        List<Strokes> drawings =
                List.of(corner(), Strokes.EMPTY, corner().labelled("7"), corner().labelled("a \"b\" \\ c\n\u00e9"));
        Path file = folder.resolve("a.strokes.jsonl");
        StrokesWriter.write(file, drawings);
        assertThat(read(file)).isEqualTo(drawings);
        StrokesWriter.append(file, corner().labelled("x"));
        assertThat(read(file)).hasSize(5).last().isEqualTo(corner().labelled("x"));
        StrokesWriter.write(file, List.of(corner()));
        assertThat(read(file)).containsExactly(corner());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theLineIsTheOneThatTheFormatSays() {
        assertThat(StrokesWriter.line(corner().labelled("7")))
                .isEqualTo("{\"strokes\":[[[1,2],[-3.25,4.0E-7,0.75]],[[1000000000,-1000000000]]],\"label\":\"7\"}");
    }

    @Test
    void appendingBeginsTheFileAndEndsAnUnendedLine() throws IOException {
        Path file = folder.resolve("b.strokes.jsonl");
        StrokesWriter.append(file, corner());
        assertThat(read(file)).containsExactly(corner());
        Files.writeString(file, StrokesWriter.line(corner()));
        StrokesWriter.append(file, Strokes.EMPTY);
        assertThat(read(file)).containsExactly(corner(), Strokes.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"strokes\":[[[1,2],[3,4]]],\"label\":\"7\"}",
                "{\"label\":7,\"strokes\":[[[1,2],[3,4]]]}\n",
                "\uFEFF{\"strokes\":[[[1,2],[3,4]]],\"label\":7}\r\n\r\n",
                "\n  { \"strokes\" : [ [ [ 1 , 2 ] , [ 3 , 4 ] ] ] , \"label\" : \"7\" }  \n\n",
                "{\"\\u0073trokes\":[[[1.0,20e-1],[0.3E+1,4]]],\"label\":\"\\u0037\"}",
            })
    void whateverJsonAllowsIsRead(String text) throws IOException {
        Strokes expected = Strokes.of(new Stroke(List.of(new PenPoint(1, 2), new PenPoint(3, 4))))
                .labelled("7");
        assertThat(read(file(text))).containsExactly(expected);
    }

    @Test
    void anEmptyFileHasNoDrawings() throws IOException {
        assertThat(read(file(""))).isEmpty();
        assertThat(read(file("{\"strokes\":[]}\n"))).containsExactly(Strokes.EMPTY);
        assertThat(read(file("{\"strokes\":[[]]}\n")).get(0).isBlank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | must begin with",
                "[[[1,2]]] | must begin with",
                "{} | \"strokes\" is missing",
                "{\"label\":\"3\"} | \"strokes\" is missing",
                "{\"strokes\":7} | must be a list of strokes",
                "{\"strokes\":[[1,2]]} | a point must be [x,y]",
                "{\"strokes\":[[[1]]]} | two numbers",
                "{\"strokes\":[[[1,2,3,4]]]} | three with the pressure",
                "{\"strokes\":[[[1,2,-1]]]} | below 0",
                "{\"strokes\":[[[1,\"2\"]]]} | a number must come here (character 17)",
                "{\"strokes\":[[[1,NaN]]]} | a number must come here",
                "{\"strokes\":[[[01,2]]]} | a number must come here",
                "{\"strokes\":[[[1.,2]]]} | a number must come here",
                "{\"strokes\":[[[1e,2]]]} | a number must come here",
                "{\"strokes\":[[[+1,2]]]} | a number must come here",
                "{\"strokes\":[[[1e400,2]]]} | thousand million",
                "{\"strokes\":[[[1e10,2]]]} | thousand million",
                "{\"strokes\":[[[1,2],]]} | a point must be",
                "{\"strokes\":[[[1,2]] | the line ends too early",
                "{\"strokes\":[[[1,2 | the line ends too early",
                "{\"strokes | quotation mark",
                "{\"strokes\":[],} | field's name",
                "{\"strokes\":[]} {} | more after",
                "{\"strokes\":[],\"strokes\":[]} | two fields",
                "{\"strokes\":[],\"label\":1,\"label\":2} | two fields",
                "{\"strokes\":[],\"colour\":1} | neither",
                "{\"strokes\":[],\"label\":1.5} | comma or }",
                "{\"strokes\":[],\"label\":null} | class's name",
                "{\"strokes\":[],\"label\":-1} | class's name",
                "{\"strokes\":[],\"label\":\"\\x\"} | backslash",
                "{\"strokes\":[],\"label\":\"\\u00g0\"} | hexadecimal",
            })
    void aMalformedLineIsOneSentenceWithFileLineAndMend(String line, String what) throws IOException {
        Path file = file("{\"strokes\":[]}\n\n" + line + "\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("mine.strokes.jsonl, line 3: ")
                .hasMessageContaining(what)
                .hasMessageContaining("mend or remove the line")
                .hasMessageNotContaining("\n");
    }

    @Test
    void afterAMalformedLineTheNextCanStillBeRead() throws IOException {
        Path file = file("oops\n{\"strokes\":[[[1,2]]]}\n");
        try (StrokesReader reader = new StrokesReader(file)) {
            assertThatThrownBy(reader::next).isInstanceOf(DataException.class);
            assertThat(reader.next()).contains(Strokes.of(new Stroke(List.of(new PenPoint(1, 2)))));
            assertThat(reader.line()).isEqualTo(2);
        }
    }

    @Test
    void anEndlessLineIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path file = file("{\"strokes\":[[" + "[1,2],".repeat(200_000) + "[1,2]]]}");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 1: the line is longer than a million characters");
    }

    @Test
    void whatIsNotTextIsRefused() throws IOException {
        Path file = Files.write(
                folder.resolve("p.strokes.jsonl"), "{\"label\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("p.strokes.jsonl is not UTF-8 text: save it as UTF-8");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThatThrownBy(() -> read(folder.resolve("no.strokes.jsonl")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no.strokes.jsonl does not exist");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(DataException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void aFolderThatIsNotThereCannotBeWrittenTo() {
        Path file = folder.resolve("none").resolve("x.strokes.jsonl");
        assertThatThrownBy(() -> StrokesWriter.append(file, corner()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x.strokes.jsonl cannot be written");
        assertThatThrownBy(() -> StrokesWriter.write(file, List.of(corner())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x.strokes.jsonl cannot be written");
    }
}
