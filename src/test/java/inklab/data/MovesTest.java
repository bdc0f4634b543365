package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovesTest {
    @TempDir
    Path folder;

    private Path from;
    private Path to;

    @BeforeEach
    void folders() throws IOException {
        from = Files.createDirectory(folder.resolve("from"));
        to = Files.createDirectory(folder.resolve("to"));
        Files.writeString(from.resolve("a"), "new a");
        Files.writeString(from.resolve("b"), "new b");
        Files.writeString(to.resolve("a"), "old a");
        Files.writeString(to.resolve("retired"), "old");
        Files.writeString(to.resolve("other"), "mine");
    }

    @Test
    void theNewFilesTakeThePlaceOfTheOldOnes() throws IOException {
        Moves.install(from, List.of("a", "b"), to, List.of("retired", "never there"));
        assertThat(names(to)).containsExactly("a", "b", "other");
        assertThat(to.resolve("a")).hasContent("new a");
        assertThat(from).isEmptyDirectory();
    }

    @Test
    void whenOneCannotBeMovedAllIsAsItWas() throws IOException {
        assertThatThrownBy(() -> Moves.install(from, List.of("a", "b", "missing"), to, List.of("retired")))
                .isInstanceOf(IOException.class);
        assertThat(names(to)).containsExactly("a", "other", "retired");
        assertThat(to.resolve("a")).hasContent("old a");
        assertThat(names(from)).containsExactly("a", "b");
    }

    @Test
    void deletingAFolderLeavesWhatItsLinksLeadTo() throws IOException {
        Files.createSymbolicLink(from.resolve("link"), to);
        Moves.delete(from);
        assertThat(from).doesNotExist();
        assertThat(names(to)).containsExactly("a", "other", "retired");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
