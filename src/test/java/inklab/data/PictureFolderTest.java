package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.DataStatus.State;
import inklab.data.PictureFolder.PictureClass;
import inklab.data.PictureSplit.Item;
import inklab.data.PictureSplit.Part;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
    private static final LoadOptions SMALL =
            LoadOptions.standard().withShape(1, 8, 8).withValidation(1000);

    @TempDir
    Path folder;

    private final LoadOptions colour = SMALL.withShape(3, 8, 8);

    @Test
    void aSubFolderIsAClassAndNumbersAreInTheirOrder() throws IOException {
        for (String name : List.of("10", "9", "2")) scans(name, 12, 240, 20);
        Dataset set = load(SMALL);
        assertThat(set.train().classes()).containsExactly("2", "9", "10");
        assertThat(set.train().size() + set.validation().size() + set.test().size())
                .isEqualTo(36);
        assertThat(ImageStatistics.of(set.train()).counts()).allMatch(n -> n > 0);
    }

    @Test
    void scansBecomeInkOnPaper() throws IOException {
        scans("a", 15, 230, 30);
        scans("b", 15, 200, 60);
        Dataset set = load(SMALL);
        for (ImageSet part : List.of(set.train(), set.validation(), set.test()))
            for (int i = 0; i < part.size(); i++) {
                assertThat(part.image(i)[0]).isZero();
                assertThat(part.image(i)[8 * 3 + 3]).isEqualTo((byte) 255);
            }
    }

    @Test
    void picturesThatAreInkAlreadyAreNotTouched() throws IOException {
        scans("a", 15, 0, 190);
        scans("b", 15, 0, 250);
        Dataset set = load(SMALL);
        for (int i = 0; i < set.train().size(); i++) {
            assertThat(set.train().image(i)[0]).isZero();
            assertThat(set.train().image(i)[8 * 3 + 3])
                    .isEqualTo((byte) (set.train().label(i) == 0 ? 190 : 250));
        }
    }

    @Test
    void oneHeavilyInkedPictureIsNotTurnedInsideOutAlone() throws IOException {
        scans("a", 20, 0, 200);
        scans("b", 20, 0, 200);
        // Ink all round the border, as a coat may fill its picture.
        scan(folder.resolve("b").resolve("coat.png"), 200, 0);
        Dataset set = load(SMALL);
        List<byte[]> coats = new ArrayList<>();
        for (ImageSet part : List.of(set.train(), set.validation(), set.test()))
            for (int i = 0; i < part.size(); i++) if (part.image(i)[0] != 0) coats.add(part.image(i));
        assertThat(coats).hasSize(1);
        assertThat(coats.get(0)[0]).isEqualTo((byte) 200);
    }

    @Test
    void whetherThePaperIsLightIsDecidedByTheTrainingPicturesAlone() throws IOException {
        scans("a", 20, 0, 200);
        scans("b", 20, 0, 200);
        // All test pictures are dark on light; to the others that must make no difference.
        for (Item item :
                PictureSplit.split(pictures().contents().classes(), 1000).get(Part.TEST)) scan(item.file(), 230, 30);
        Dataset set = load(SMALL);
        assertThat(set.train().image(0)[0]).isZero();
        assertThat(set.test().image(0)[0]).isEqualTo((byte) 230);
    }

    @Test
    void colourPicturesKeepTheirColours() throws IOException {
        scans("a", 15, 230, 30);
        scans("b", 15, 230, 30);
        Dataset set = load(colour);
        assertThat(set.train().channels()).isEqualTo(3);
        assertThat(set.train().image(0)[0]).isEqualTo((byte) 230);
    }

    @Test
    void theSplitDependsOnTheNamesAlone() {
        List<PictureClass> classes = List.of(named("x", 0, 600), named("y", 0, 600));
        Map<Part, List<Item>> parts = PictureSplit.split(classes, 1000);
        assertThat(parts.get(Part.TEST).size()).isBetween(160, 240);
        assertThat(parts.get(Part.VALIDATION).size()).isBetween(160, 240);
        List<PictureClass> more = List.of(named("x", 0, 900), named("y", 0, 900));
        Map<Part, List<Item>> grown = PictureSplit.split(more, 1000);
        for (Part part : Part.values()) assertThat(grown.get(part)).containsAll(parts.get(part));
        assertThat(PictureSplit.split(classes, 1000)).isEqualTo(parts);
    }

    @Test
    void noMoreAreHeldOutForValidationThanAskedFor() {
        List<PictureClass> classes = List.of(named("x", 0, 600), named("y", 0, 600));
        Map<Part, List<Item>> parts = PictureSplit.split(classes, 50);
        assertThat(parts.get(Part.VALIDATION)).hasSize(50);
        assertThat(parts.values().stream().mapToInt(List::size).sum()).isEqualTo(1200);
        assertThat(PictureSplit.split(classes, 0).get(Part.VALIDATION)).isEmpty();
    }

    @Test
    void aClassThatIsTooSmallToBeSplitTrains() {
        for (int n = 0; n < 30; n++) {
            Map<Part, List<Item>> parts = PictureSplit.split(List.of(named("x", 0, 50), named("y", n, n + 1)), 1000);
            assertThat(parts.get(Part.TRAIN)).anyMatch(item -> item.label() == 1);
        }
    }

    @Test
    void theStatusCountsAndSaysWhatIsLeftOut() throws IOException {
        scans("a", 3, 230, 30);
        scans("b", 4, 230, 30);
        Files.writeString(folder.resolve("a").resolve("notes.txt"), "");
        Files.writeString(folder.resolve("b").resolve(".DS_Store"), "");
        assertThat(pictures().status().notice())
                .isEqualTo("7 pictures in 2 classes; 1 other files are neither PNG nor JPEG and are left out.");
    }

    @Test
    void anEmptyClassAndAFolderWithoutClassesAreRefused() throws IOException {
        assertThat(pictures().status().state()).isEqualTo(State.BROKEN);
        scans("a", 3, 230, 30);
        Files.createDirectory(folder.resolve("empty"));
        assertThat(pictures().status().notice()).contains("empty holds no PNG or JPEG picture");
        assertThatThrownBy(() -> load(SMALL)).isInstanceOf(DataException.class).hasMessageContaining("empty holds no");
    }

    @Test
    void aPictureThatIsNoneIsNamed() throws IOException {
        scans("a", 12, 230, 30);
        scans("b", 12, 230, 30);
        Files.writeString(folder.resolve("b").resolve("bad.png"), "text");
        assertThatThrownBy(() -> load(SMALL))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bad.png is no PNG");
        assertThat(pictures().status().usable()).as("a look at the names").isTrue();
        assertThat(pictures().verify(Progress.NONE).notice()).contains("bad.png is no PNG");
    }

    @Test
    void tooFewPicturesToHoldAnyOutAreRefused() throws IOException {
        scans("a", 1, 230, 30);
        scans("b", 1, 230, 30);
        assertThatThrownBy(() -> load(SMALL))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has 2 pictures, too few");
    }

    @Test
    void readingCanBeWatchedAndStopped() throws IOException {
        scans("a", 12, 230, 30);
        scans("b", 12, 230, 30);
        List<Long> done = new ArrayList<>();
        pictures().load(SMALL, (what, now, total, perSecond) -> {
            assertThat(total).isEqualTo(24);
            done.add(now);
        });
        assertThat(done).contains(24L);
        Progress stop = new Progress() {
            @Override
            public void at(String what, long now, long total, double perSecond) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> pictures().load(SMALL, stop)).isInstanceOf(CancellationException.class);
    }

    private PictureFolder pictures() {
        return new PictureFolder("pictures/mine", folder);
    }

    private Dataset load(LoadOptions options) throws DataException {
        return pictures().load(options, Progress.NONE);
    }

    private static PictureClass named(String name, int from, int to) {
        return new PictureClass(
                name,
                IntStream.range(from, to)
                        .mapToObj(i -> Path.of(name, "picture-" + i + ".png"))
                        .toList());
    }

    private void scans(String name, int count, int paper, int ink) throws IOException {
        Path of = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < count; i++) scan(of.resolve("scan-" + i + ".png"), paper, ink);
    }

    /** 32×32 of paper with a square of ink from 8 to 16. */
    private static void scan(Path file, int paper, int ink) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 32; y++)
            for (int x = 0; x < 32; x++)
                image.getRaster().setSample(x, y, 0, y >= 8 && y < 16 && x >= 8 && x < 16 ? ink : paper);
        ImageIO.write(image, "png", file.toFile());
    }
}
