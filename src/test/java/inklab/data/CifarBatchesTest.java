package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBatchesTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final int RECORD = 3073;

    @TempDir
    Path folder;

    @Test
    void recordsOfAllBatchesComeOneAfterTheOther() throws IOException {
        // 300 records are more than the reader takes at once.
        ImageSet set = CifarBatches.read(List.of(batch("one", 300), batch("two", 2)), CLASSES);
        assertThat(List.of(set.size(), set.channels(), set.height(), set.width()))
                .containsExactly(302, 3, 32, 32);
        for (int i : new int[] {0, 255, 256, 299, 300, 301}) {
            int k = i < 300 ? i : i - 300;
            assertThat(set.label(i)).isEqualTo(k % 3);
            assertThat(set.image(i)[0]).isEqualTo((byte) k);
            assertThat(set.image(i)[3071]).isEqualTo((byte) (k + 1));
        }
    }

    @Test
    void aFileThatIsNotMadeOfWholeRecordsIsRefused() throws IOException {
        Path file = batch("one", 3);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {whole.length - 1, RECORD + 1, 1, 0}) {
            Files.write(file, Arrays.copyOf(whole, length));
            refuses(file, "one has " + length + " bytes");
        }
    }

    @Test
    void aLabelBeyondTheClassesIsRefused() throws IOException {
        Path file = batch("one", 4);
        byte[] bytes = Files.readAllBytes(file);
        bytes[2 * RECORD] = 3;
        Files.write(file, bytes);
        refuses(file, "one gives image 2 the label 3");
    }

    @Test
    void aMissingFileAndAFolderInItsPlaceAreRefused() throws IOException {
        refuses(folder.resolve("none"), "none is not there");
        refuses(Files.createDirectory(folder.resolve("dir")), "dir is a folder");
    }

    @Test
    void theNamesOfTheClassesAreTheFoldersOwn() throws IOException {
        assertThat(CifarBatches.names(folder, CLASSES)).isEqualTo(CLASSES);
        Files.writeString(folder.resolve("batches.meta.txt"), "x\ny\nz\n\n");
        assertThat(CifarBatches.names(folder, CLASSES)).containsExactly("x", "y", "z");
        Files.writeString(folder.resolve("batches.meta.txt"), "x\ny\n");
        assertThatThrownBy(() -> CifarBatches.names(folder, CLASSES))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("batches.meta.txt has 2 names for 3 classes");
    }

    private static void refuses(Path file, String message) {
        assertThatThrownBy(() -> CifarBatches.read(List.of(file), CLASSES))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message)
                .hasMessageMatching("[^\n]*\\.");
    }

    private Path batch(String name, int records) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, TestFiles.cifar(records));
        return file;
    }
}
