package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    @TempDir
    Path folder;

    @Test
    void greyLevelsComeOutAsTheyAreInTheFile() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) image.getRaster().setSample(i % 16, i / 16, 0, i);
        Picture picture = Picture.read(png(image));
        assertThat(picture.channels()).isEqualTo(1);
        assertThat(picture.pixels()).isEqualTo(TestFiles.counting(256));
    }

    @Test
    void sixteenBitsAndOneBitBecomeEight() throws IOException {
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 0x1234);
        deep.getRaster().setSample(1, 0, 0, 0xFFFF);
        assertThat(Picture.read(png(deep)).pixels()).containsExactly(0x12, (byte) 0xFF);
        BufferedImage flat = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        flat.setRGB(1, 0, 0xFFFFFF);
        assertThat(Picture.read(png(flat)).grey().pixels()).containsExactly(0, (byte) 0xFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_INDEXED})
    void coloursComeInPlanesOfRedGreenAndBlue(int type) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, type);
        image.setRGB(0, 0, 0xFF0000);
        image.setRGB(1, 0, 0x0000FF);
        Picture picture = Picture.read(png(image));
        assertThat(picture.pixels()).containsExactly(bytes(255, 0, 0, 0, 0, 255));
        assertThat(picture.grey().pixels()).containsExactly(bytes(76, 29));
    }

    @Test
    void darkInkOnNothingIsLaidOnWhiteAndLightInkOnBlack() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF101010);
        assertThat(Picture.read(png(image)).grey().pixels()).containsExactly(bytes(16, 255));
        image.setRGB(0, 0, 0xFFF0F0F0);
        assertThat(Picture.read(png(image)).grey().pixels()).containsExactly(bytes(240, 0));
    }

    @Test
    void aScanBecomesInkOnPaper() {
        // Paper of 200, ink of 40, one pixel half covered.
        byte[] scan = filled(20, 20, 200);
        for (int y = 5; y < 15; y++) scan[y * 20 + 10] = 40;
        scan[5 * 20 + 11] = 120;
        byte[] ink = new Picture(1, 20, 20, scan).ink().pixels();
        assertThat(ink[0]).isZero();
        assertThat(ink[10 * 20 + 10]).isEqualTo((byte) 255);
        assertThat(ink[5 * 20 + 11]).isEqualTo((byte) 128);
    }

    @Test
    void aDimPhotographOfPaperIsStillPaper() {
        byte[] scan = filled(20, 20, 100);
        for (int y = 5; y < 15; y++) scan[y * 20 + 10] = 20;
        assertThat(new Picture(1, 20, 20, scan).ink().pixels()[10 * 20 + 10]).isEqualTo((byte) 255);
    }

    @Test
    void aPictureThatIsInkAlreadyIsLeftAsItIs() {
        byte[] ink = filled(20, 20, 0);
        for (int y = 5; y < 15; y++) ink[y * 20 + 10] = (byte) 180;
        assertThat(new Picture(1, 20, 20, ink).ink().pixels()).isEqualTo(ink);
    }

    @Test
    void anEmptyPageStaysEmpty() {
        byte[] page = filled(20, 20, 240);
        page[210] = (byte) 235;
        for (byte pixel : new Picture(1, 20, 20, page).ink().pixels())
            assertThat(pixel & 0xFF).isLessThan(10);
    }

    @Test
    void fittingKeepsTheProportionsAndFillsWithTheBorder() {
        byte[] wide = filled(2, 4, 50);
        assertThat(new Picture(1, 2, 4, wide).fit(1, 4, 4)).isEqualTo(filled(4, 4, 50));
        byte[] dot = filled(1, 4, 9);
        dot[1] = 99;
        assertThat(new Picture(1, 1, 4, dot).fit(1, 3, 4)).containsExactly(bytes(9, 9, 9, 9, 9, 99, 9, 9, 9, 9, 9, 9));
    }

    @Test
    void fittingMakesGreyOfColourAndColourOfGrey() {
        assertThat(new Picture(3, 1, 1, bytes(255, 0, 0)).fit(1, 1, 1)).containsExactly(bytes(76));
        assertThat(new Picture(1, 1, 1, bytes(7)).fit(3, 1, 1)).containsExactly(bytes(7, 7, 7));
    }

    /** The upper left corner of the stored picture is marked; where it is when upright follows from the standard's table. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,0,1", "3,1,1", "4,1,0", "5,0,0", "6,0,1", "7,1,1", "8,1,0"})
    void aCamerasNoteOfWhichSideIsUpIsFollowed(int code, int bottom, int right) throws IOException {
        BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 8; y++)
            for (int x = 0; x < 8; x++) image.getRaster().setSample(x, y, 0, 255);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        Path file = folder.resolve("camera.jpg");
        Files.write(file, withOrientation(jpeg.toByteArray(), code));
        Picture picture = Picture.read(file);
        boolean turned = code >= 5;
        assertThat(picture.height()).isEqualTo(turned ? 32 : 16);
        assertThat(picture.width()).isEqualTo(turned ? 16 : 32);
        int y = bottom * (picture.height() - 8) + 4;
        int x = right * (picture.width() - 8) + 4;
        assertThat(picture.pixels()[y * picture.width() + x] & 0xFF).isGreaterThan(200);
    }

    @Test
    void aDamagedNoteOfTheCameraIsIgnored() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_BYTE_GRAY), "jpg", jpeg);
        byte[] noted = withOrientation(jpeg.toByteArray(), 6);
        // The offset of the directory, far outside.
        noted[16] = 0x7F;
        Path file = folder.resolve("camera.jpg");
        Files.write(file, noted);
        assertThat(Picture.read(file).width()).isEqualTo(8);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Path file = folder.resolve("notes.png");
        Files.writeString(file, "no picture at all");
        refuses(file, "is no PNG or JPEG picture");
        Files.write(file, new byte[0]);
        refuses(file, "is no PNG or JPEG picture");
        refuses(folder.resolve("missing.png"), "is not there");
        refuses(folder, folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aCutOffPictureIsRefused(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64 * 64; i++) image.getRaster().setSample(i % 64, i / 64, 0, i * 7919 % 256);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ImageIO.write(image, format, whole);
        Path file = folder.resolve("cut." + format);
        for (int percent : new int[] {20, 50, 90}) {
            Files.write(file, Arrays.copyOf(whole.toByteArray(), whole.size() * percent / 100));
            refuses(file, file.toString());
        }
    }

    @Test
    void aPictureOfAHundredThousandPixelsASideIsRefusedWithoutDecodingIt() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream h = new DataOutputStream(header);
        h.writeBytes("IHDR");
        h.writeInt(100_000);
        h.writeInt(100_000);
        h.write(new byte[] {8, 0, 0, 0, 0});
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(header.toByteArray());
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());
        Path file = folder.resolve("huge.png");
        Files.write(file, png.toByteArray());
        refuses(file, "100000x100000 pixels");
    }

    private static void refuses(Path file, String message) {
        assertThatThrownBy(() -> Picture.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message)
                .hasMessageMatching("[^\n]*\\.");
    }

    /** Puts an Exif segment behind a JPEG file's first marker. */
    private static byte[] withOrientation(byte[] jpeg, int code) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFE1);
        out.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        out.write("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII));
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(code);
        out.writeShort(0);
        out.writeInt(0);
        out.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private Path png(BufferedImage image) throws IOException {
        Path file = folder.resolve("picture.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static byte[] filled(int height, int width, int value) {
        byte[] plane = new byte[height * width];
        Arrays.fill(plane, (byte) value);
        return plane;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
