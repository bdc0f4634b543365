package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarGzTest {
    @TempDir
    Path folder;

    private Path archive;
    private Path into;

    @BeforeEach
    void folders() throws IOException {
        archive = folder.resolve("archive.tar.gz");
        into = Files.createDirectory(folder.resolve("into"));
    }

    @Test
    void theWantedFilesComeOutAndNoOthers() throws IOException {
        byte[] one = new byte[70_000];
        new Random(1).nextBytes(one);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("top/readme.html", new byte[600]);
        files.put("top/one.bin", one);
        files.put("top/empty.bin", new byte[0]);
        files.put("top/last.bin", new byte[512]);
        Files.write(archive, TestFiles.tarGz(files));
        assertThat(extract("one.bin", "empty.bin", "last.bin", "missing.bin"))
                .containsExactlyInAnyOrder("one.bin", "empty.bin", "last.bin");
        assertThat(into.resolve("one.bin")).hasBinaryContent(one);
        assertThat(into.resolve("last.bin")).hasSize(512);
        assertThat(into.resolve("readme.html")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../one.bin", "/one.bin", "top/../../one.bin", "..\\one.bin", "C:one.bin"})
    void aNameThatLeadsOutOfTheFolderIsRefused(String name) throws IOException {
        Files.write(archive, TestFiles.tarGz(Map.of(name, new byte[3])));
        assertThatThrownBy(() -> extract("one.bin"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("leads out of its folder");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void aFileLargerThanItCanBeIsRefused() throws IOException {
        Files.write(archive, TestFiles.tarGz(Map.of("one.bin", new byte[200_000])));
        assertThatThrownBy(() -> extract("one.bin"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("one.bin of 200000 bytes, more than the 100000");
    }

    @Test
    void aCutOffArchiveIsRefused() throws IOException {
        byte[] random = new byte[50_000];
        new Random(1).nextBytes(random);
        byte[] whole = TestFiles.tarGz(Map.of("one.bin", random));
        for (int percent : new int[] {0, 1, 50, 99}) {
            Files.write(archive, Arrays.copyOf(whole, whole.length * percent / 100));
            assertThatThrownBy(() -> extract("one.bin"))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("ends too early");
        }
    }

    @Test
    void aHeaderThatDoesNotFitItsChecksumIsRefused() throws IOException {
        byte[] packed = TestFiles.tarGz(Map.of("one.bin", new byte[3]));
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        tar[0] ^= 1;
        Files.write(archive, TestFiles.gzip(tar));
        assertThatThrownBy(() -> extract("one.bin"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is no tar archive, or a damaged one");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Files.writeString(archive, "<html>not found</html>");
        assertThatThrownBy(() -> extract("one.bin")).isInstanceOf(DataException.class);
        Files.write(archive, TestFiles.gzip(TestFiles.counting(2000)));
        // Its first byte is 0: to tar, an archive that ends at once.
        assertThat(extract("one.bin")).isEmpty();
        Files.write(archive, TestFiles.gzip("x".repeat(2000).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThatThrownBy(() -> extract("one.bin"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is no tar archive");
    }

    private Set<String> extract(String... wanted) throws DataException {
        return TarGz.extract(archive, Set.of(wanted), 100_000, into, Progress.NONE);
    }
}
