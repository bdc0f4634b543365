package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final byte[] PIXELS = TestFiles.counting(3 * 2 * 4);

    @TempDir
    Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        images = folder.resolve("images.gz");
        labels = folder.resolve("labels.gz");
        Files.write(images, TestFiles.gzip(TestFiles.idxImages(3, 2, 4, PIXELS)));
        Files.write(labels, TestFiles.gzip(TestFiles.idxLabels(3, (byte) 7, (byte) 0, (byte) 9)));
    }

    @Test
    void pixelsAndLabelsComeOutAsTheyAreInTheFiles() throws IOException {
        ImageSet set = IdxFile.read(images, labels, DIGITS);
        assertThat(List.of(set.size(), set.channels(), set.height(), set.width()))
                .containsExactly(3, 1, 2, 4);
        assertThat(List.of(set.label(0), set.label(1), set.label(2))).containsExactly(7, 0, 9);
        assertThat(set.image(1)).containsExactly(8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void filesThatAreNotGzippedAreReadAsWell() throws IOException {
        Files.write(images, TestFiles.idxImages(3, 2, 4, PIXELS));
        Files.write(labels, TestFiles.idxLabels(3, (byte) 7, (byte) 0, (byte) 9));
        assertThat(IdxFile.read(images, labels, DIGITS).image(2)).containsExactly(16, 17, 18, 19, 20, 21, 22, 23);
    }

    @Test
    void aCutOffGzipIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(images);
        for (int length : new int[] {whole.length - 1, whole.length - 8, whole.length / 2, 12, 2, 1, 0}) {
            Files.write(images, Arrays.copyOf(whole, length));
            refuses("images.gz");
        }
    }

    @Test
    void aGzipWithADamagedByteIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(images);
        // The checksum that gzip keeps at the end notices what the packing itself does not.
        whole[whole.length - 6] ^= 1;
        Files.write(images, whole);
        refuses("images.gz is damaged");
    }

    @Test
    void aCutOffPlainFileIsRefused() throws IOException {
        byte[] whole = TestFiles.idxImages(3, 2, 4, PIXELS);
        for (int length = 0; length < whole.length; length++) {
            Files.write(images, Arrays.copyOf(whole, length));
            refuses("images.gz ends too early");
        }
    }

    @Test
    void labelsInPlaceOfImagesAreRefused() throws IOException {
        Files.copy(labels, folder.resolve("copy"));
        assertThatThrownBy(() -> IdxFile.read(folder.resolve("copy"), labels, DIGITS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is not an IDX file of images")
                .hasMessageContaining("00000801");
    }

    @Test
    void anotherCountOfImagesThanOfLabelsIsRefused() throws IOException {
        Files.write(labels, TestFiles.gzip(TestFiles.idxLabels(2, (byte) 7, (byte) 0)));
        refuses("images.gz holds 3 images but labels.gz beside it 2 labels");
    }

    @Test
    void aLabelBeyondTheClassesIsRefused() throws IOException {
        Files.write(labels, TestFiles.gzip(TestFiles.idxLabels(3, (byte) 7, (byte) 10, (byte) 9)));
        refuses("labels.gz gives image 1 the label 10");
        Files.write(labels, TestFiles.gzip(TestFiles.idxLabels(3, (byte) 7, (byte) -1, (byte) 9)));
        refuses("labels.gz gives image 1 the label 255");
    }

    @Test
    void aHeaderOfFortyGigabytesIsRefusedWithoutAllocatingThem() throws IOException {
        Files.write(labels, TestFiles.gzip(TestFiles.idxLabels(50_000_000, (byte) 1)));
        refuses("labels.gz claims 50000000 bytes of data");
        Files.write(labels, TestFiles.idxLabels(-1, (byte) 1));
        refuses("labels.gz claims 4294967295 bytes of data");
        writeGoodFiles();
        Files.write(images, TestFiles.gzip(TestFiles.idxImages(3, 4096, 4096, PIXELS)));
        refuses("images.gz claims 50331648 bytes of data");
        Files.write(images, TestFiles.gzip(TestFiles.idxImages(3, 100_000, 133_000, PIXELS)));
        refuses("images.gz claims images of 100000x133000 pixels");
    }

    @Test
    void aFileThatReallyHasFortyGigabytesIsRefusedInWords() throws IOException {
        // A sparse file: long on paper, nothing on the disk.
        Files.write(labels, TestFiles.idxLabels(Integer.MAX_VALUE, (byte) 1));
        try (RandomAccessFile file = new RandomAccessFile(labels.toFile(), "rw")) {
            file.setLength(40L << 30);
        }
        refuses("labels.gz");
    }

    @Test
    void moreBytesThanTheHeaderClaimsAreRefused() throws IOException {
        Files.write(images, TestFiles.gzip(TestFiles.idxImages(3, 2, 4, TestFiles.counting(25))));
        refuses("images.gz holds more than the 24 bytes");
    }

    @Test
    void aMissingFileAndAFolderInItsPlaceAreRefused() throws IOException {
        Files.delete(images);
        refuses("images.gz is not there");
        Files.createDirectory(images);
        refuses("images.gz is a folder");
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> IdxFile.read(images, labels, DIGITS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(folder.toString())
                .hasMessageMatching("[^\n]*\\.");
    }
}
