package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.DataStatus.State;
import inklab.data.PublicSet.Download;
import inklab.data.PublicSet.Format;
import inklab.data.PublicSet.KnownFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of small data sets that stand in for the public ones: fetched, imported, checked, loaded. */
@Timeout(60)
class CatalogueTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final LoadOptions FIVE = LoadOptions.standard().withValidation(5);
    private static final Progress CANCELLED = new Progress() {
        @Override
        public void at(String what, long done, long total, double perSecond) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    @TempDir
    Path folder;

    private final Map<String, byte[]> served = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();
    private UnreliableServer server;
    private Path publisher;
    private Path root;
    private Path digits;
    private Catalogue catalogue;

    @BeforeEach
    void publish() throws IOException {
        publisher = folder.resolve("publisher");
        root = folder.resolve("data");
        digits = root.resolve("digits");
        server = new UnreliableServer(new byte[0]);
        URI base = server.at("/", (exchange, n) -> {
            byte[] file = served.get(exchange.getRequestURI().getPath().substring(1));
            if (file == null) UnreliableServer.status(exchange, 404);
            else UnreliableServer.serveOther(exchange, file);
        });
        TestFiles.smallMnist(publisher, 20, 10);
        List<KnownFile> files = new ArrayList<>();
        List<Download> downloads = new ArrayList<>();
        for (String name : List.of(
                "train-images-idx3-ubyte.gz",
                "train-labels-idx1-ubyte.gz",
                "t10k-images-idx3-ubyte.gz",
                "t10k-labels-idx1-ubyte.gz")) {
            byte[] bytes = Files.readAllBytes(publisher.resolve(name));
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            served.put(name, bytes);
            files.add(new KnownFile(name, bytes.length, TestFiles.sha256(bytes), TestFiles.sha256(plain)));
            downloads.add(new Download(name, bytes.length, TestFiles.sha256(bytes), List.of(base.resolve("/" + name))));
        }
        PublicSet set =
                new PublicSet("digits", "Digits", base, Format.IDX, "digits", DIGITS, files, List.of(), downloads);
        List<PublicSet> sets = List.of(set, photos(base), otherDigits(base));
        Downloader downloader = new Downloader(
                new Downloader.Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), 2, Duration.ofMillis(10)));
        catalogue = new Catalogue(new DataFolder(root), CatalogueTest::ink, notices::add, sets, downloader);
    }

    private PublicSet photos(URI base) throws IOException {
        Map<String, byte[]> inside = new LinkedHashMap<>();
        inside.put("top/batches.meta.txt", "x\ny\nz\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        inside.put("top/data_batch_1.bin", TestFiles.cifar(7));
        inside.put("top/test_batch.bin", TestFiles.cifar(3));
        byte[] archive = TestFiles.tarGz(inside);
        served.put("photos.tar.gz", archive);
        return new PublicSet(
                "photos",
                "Photos",
                base,
                Format.CIFAR,
                "photos/batches",
                List.of("a", "b", "c"),
                List.of(
                        new KnownFile("data_batch_1.bin", 7 * 3073, TestFiles.sha256(TestFiles.cifar(7)), ""),
                        new KnownFile("test_batch.bin", 3 * 3073, TestFiles.sha256(TestFiles.cifar(3)), "")),
                List.of("batches.meta.txt"),
                List.of(new Download(
                        "photos.tar.gz",
                        archive.length,
                        TestFiles.sha256(archive),
                        List.of(base.resolve("/photos.tar.gz")))));
    }

    /** A set with the same file names as the digits, as Fashion-MNIST has MNIST's. */
    private PublicSet otherDigits(URI base) throws IOException {
        Path other = folder.resolve("other");
        TestFiles.smallMnist(other, 30, 10);
        List<KnownFile> files = new ArrayList<>();
        for (String name : served.keySet())
            if (name.endsWith("ubyte.gz")) {
                byte[] bytes = Files.readAllBytes(other.resolve(name));
                files.add(new KnownFile(name, bytes.length, TestFiles.sha256(bytes), ""));
            }
        return new PublicSet("other", "Other", base, Format.IDX, "other", DIGITS, files, List.of(), List.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsFetchedIsReadyAndLoads() throws IOException {
        assertThat(catalogue.status("digits").state()).isEqualTo(State.MISSING);
        List<String> told = new ArrayList<>();
        catalogue.fetch("digits", (what, done, total, perSecond) -> told.add(done + "/" + total));
        assertThat(catalogue.status("digits")).isEqualTo(DataStatus.ready());
        Dataset set = catalogue.load("digits", FIVE);
        assertThat(List.of(
                        set.train().size(), set.validation().size(), set.test().size()))
                .containsExactly(15, 5, 10);
        // The last of the training part, in its order: labels are i mod 10.
        assertThat(set.validation().label(0)).isEqualTo(5);
        long all = served.entrySet().stream()
                .filter(e -> e.getKey().endsWith("ubyte.gz"))
                .mapToLong(e -> e.getValue().length)
                .sum();
        assertThat(told).last().isEqualTo(all + "/" + all);
        assertThat(notices).isEmpty();
        assertNothingOnItsWay();
    }

    @Test
    void whatIsHereAlreadyIsNotFetchedAgain() throws IOException {
        catalogue.fetch("digits", Progress.NONE);
        Files.delete(digits.resolve("t10k-labels-idx1-ubyte.gz"));
        assertThat(catalogue.status("digits").notice()).contains("lacks t10k-labels-idx1-ubyte.gz");
        server.requests().clear();
        catalogue.fetch("digits", Progress.NONE);
        assertThat(server.requests()).hasSize(1);
        assertThat(catalogue.status("digits")).isEqualTo(DataStatus.ready());
    }

    @Test
    void aSetThatCannotBeFetchedWholeLeavesTheEarlierCopyAlone() throws IOException {
        TestFiles.smallMnist(digits, 12, 6);
        byte[] before = Files.readAllBytes(digits.resolve("train-images-idx3-ubyte.gz"));
        byte[] labels = served.remove("t10k-labels-idx1-ubyte.gz");
        assertThatThrownBy(() -> catalogue.fetch("digits", Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("t10k-labels-idx1-ubyte.gz could not be fetched");
        assertThat(digits.resolve("train-images-idx3-ubyte.gz")).hasBinaryContent(before);
        assertThat(catalogue.load("digits", FIVE).train().size()).isEqualTo(7);
        served.put("t10k-labels-idx1-ubyte.gz", labels);
        server.requests().clear();
        catalogue.fetch("digits", Progress.NONE);
        assertThat(server.requests()).as("the other three came the first time").hasSize(1);
        assertThat(catalogue.status("digits")).isEqualTo(DataStatus.ready());
    }

    @Test
    void anArchiveIsFetchedAndUnpacked() throws IOException {
        catalogue.fetch("photos", Progress.NONE);
        assertThat(catalogue.status("photos")).isEqualTo(DataStatus.ready());
        Dataset set = catalogue.load("photos", FIVE);
        assertThat(set.train().classes()).containsExactly("x", "y", "z");
        assertThat(List.of(
                        set.train().size(), set.validation().size(), set.test().size()))
                .containsExactly(2, 5, 3);
        assertNothingOnItsWay();
    }

    @Test
    void anotherCopyThatIsWellFormedIsUsedWithANotice() throws IOException {
        TestFiles.smallMnist(digits, 12, 6);
        assertThat(catalogue.status("digits").state()).isEqualTo(State.DIFFERENT);
        catalogue.load("digits", FIVE);
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("Digits in " + digits + " is well-formed and is used as it is, but not the public copy: ");
    }

    @Test
    void theChecksumsAreRememberedUntilAFileChanges() throws IOException {
        catalogue.fetch("digits", Progress.NONE);
        assertThat(catalogue.status("digits")).isEqualTo(DataStatus.ready());
        Path file = digits.resolve("train-labels-idx1-ubyte.gz");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[4] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        assertThat(catalogue.status("digits")).as("looks as it did").isEqualTo(DataStatus.ready());
        assertThat(catalogue.verify("digits", Progress.NONE).state()).isEqualTo(State.DIFFERENT);
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(catalogue.status("digits").state()).isEqualTo(State.BROKEN);
    }

    @Test
    void verifyingCanBeStopped() throws IOException {
        catalogue.fetch("digits", Progress.NONE);
        assertThatThrownBy(() -> catalogue.verify("digits", CANCELLED)).isInstanceOf(CancellationException.class);
    }

    @Test
    void anImportFindsTheFilesWhereverTheyAre() throws IOException {
        // A folder for each file, unpacked, with a dot for a hyphen: as one often-used archive has them.
        Path from = folder.resolve("from");
        for (KnownFile file : PublicSets.mnist().files()) {
            Path own = Files.createDirectories(from.resolve("deep").resolve(file.plainName()));
            byte[] plain = new GZIPInputStream(new ByteArrayInputStream(served.get(file.name()))).readAllBytes();
            Files.write(own.resolve(file.plainName().replace("-idx", ".idx")), plain);
        }
        catalogue.importFrom("digits", from, Progress.NONE);
        assertThat(catalogue.status("digits")).isEqualTo(DataStatus.ready());
        assertThat(digits.resolve("train-images-idx3-ubyte")).exists();
        assertThat(catalogue.load("digits", FIVE).train().size()).isEqualTo(15);
        assertNothingOnItsWay();
    }

    @Test
    void anImportTakesThePublicCopyWhereThereAreSeveral() throws IOException {
        catalogue.importFrom("digits", folder, Progress.NONE);
        assertThat(catalogue.status("digits")).isEqualTo(DataStatus.ready());
        assertThat(catalogue.load("digits", FIVE).train().size()).isEqualTo(15);
    }

    @Test
    void anImportReplacesWhatWouldBeReadInItsStead() throws IOException {
        TestFiles.smallMnist(digits, 12, 6);
        Path from = Files.createDirectory(folder.resolve("from"));
        for (KnownFile file : PublicSets.mnist().files())
            Files.write(
                    from.resolve(file.plainName()),
                    new GZIPInputStream(new ByteArrayInputStream(served.get(file.name()))).readAllBytes());
        catalogue.importFrom("digits", from, Progress.NONE);
        assertThat(catalogue.status("digits")).isEqualTo(DataStatus.ready());
        assertThat(catalogue.load("digits", FIVE).train().size()).isEqualTo(15);
    }

    @Test
    void anArchiveIsImportedFromItsFolderAndByItsName() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path archive = Files.write(from.resolve("photos.tar.gz"), served.get("photos.tar.gz"));
        for (Path what : List.of(from, archive)) {
            catalogue.importFrom("photos", what, Progress.NONE);
            assertThat(catalogue.status("photos")).isEqualTo(DataStatus.ready());
            Files.delete(root.resolve("photos/batches/test_batch.bin"));
        }
    }

    @Test
    void aShortTestBatchIsImportedAndNamed() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Files.write(from.resolve("data_batch_1.bin"), TestFiles.cifar(7));
        Files.write(from.resolve("test_batch.bin"), TestFiles.cifar(1));
        catalogue.importFrom("photos", from, Progress.NONE);
        assertThat(catalogue.status("photos").state()).isEqualTo(State.DIFFERENT);
        assertThat(catalogue.status("photos").notice()).contains("test_batch.bin has 3,073 bytes instead of 9,219");
        assertThat(catalogue.load("photos", FIVE).test().size()).isEqualTo(1);
    }

    @Test
    void whatIsNotWellFormedIsNotImportedAndAnEarlierCopyStays() throws IOException {
        TestFiles.smallMnist(digits, 12, 6);
        Path from = folder.resolve("from");
        TestFiles.smallMnist(from, 9, 4);
        Path images = from.resolve("train-images-idx3-ubyte.gz");
        Files.write(images, TestFiles.gzip(TestFiles.idxImages(8, 3, 2, new byte[8 * 6])));
        importRefused("digits", from, images + " holds 8 images");
        byte[] cut = new byte[20];
        System.arraycopy(served.get("train-images-idx3-ubyte.gz"), 0, cut, 0, 20);
        Files.write(images, cut);
        importRefused("digits", from, images + " ends too early");
        Files.delete(images);
        importRefused("digits", from, "it lacks train-images-idx3-ubyte.gz");
        importRefused("digits", folder.resolve("nowhere"), "is not there");
        assertThat(catalogue.load("digits", FIVE).train().size()).isEqualTo(7);
        assertNothingOnItsWay();
    }

    @Test
    void aDamagedArchiveIsNotImported() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Files.write(
                from.resolve("photos.tar.gz"),
                TestFiles.tarGz(Map.of("data_batch_1.bin", TestFiles.cifar(7), "test_batch.bin", new byte[5])));
        importRefused("photos", from, "does not hold a usable Photos");
        assertThat(root.resolve("photos")).doesNotExist();
        assertNothingOnItsWay();
    }

    @Test
    void anotherSetWithTheSameNamesIsNotTakenForThisOne() {
        importRefused("digits", folder.resolve("other"), "holds Other, not Digits: import it as other");
    }

    @Test
    void twoCopiesThatAreNotThePublicOneMustBeToldApart() throws IOException {
        Path from = folder.resolve("from");
        TestFiles.smallMnist(from.resolve("a"), 12, 6);
        TestFiles.smallMnist(from.resolve("b"), 13, 6);
        importRefused("digits", from, "more than one such data set");
    }

    @Test
    void aCancelledImportChangesNothing() throws IOException {
        assertThatThrownBy(() -> catalogue.importFrom("digits", publisher, CANCELLED))
                .isInstanceOf(CancellationException.class);
        assertThat(catalogue.status("digits").state()).isEqualTo(State.MISSING);
        assertNothingOnItsWay();
    }

    @Test
    void picturesAreImportedWholeOrNotAtAll() throws IOException {
        Path from = folder.resolve("mine");
        for (String name : List.of("a", "b"))
            for (int i = 0; i < 12; i++) picture(from.resolve(name).resolve(i + ".png"));
        catalogue.importFrom("pictures/mine", from, Progress.NONE);
        assertThat(catalogue.entries().stream().map(Catalogue.Entry::id))
                .containsExactly("ink", "digits", "photos", "other", "pictures/mine");
        assertThat(catalogue.status("pictures/mine").notice()).isEqualTo("24 pictures in 2 classes.");
        assertThat(catalogue.load("pictures/mine", FIVE).train().classes()).containsExactly("a", "b");
        picture(from.resolve("a").resolve("new.png"));
        Files.writeString(from.resolve("b").resolve("zz.png"), "none");
        importRefused("pictures/mine", from, "zz.png is no PNG or JPEG picture");
        assertThat(catalogue.status("pictures/mine").notice()).isEqualTo("24 pictures in 2 classes.");
        Files.delete(from.resolve("b").resolve("zz.png"));
        catalogue.importFrom("pictures/mine", from, Progress.NONE);
        assertThat(catalogue.status("pictures/mine").notice()).isEqualTo("25 pictures in 2 classes.");
        try (var left = Files.list(root.resolve("pictures"))) {
            assertThat(left).hasSize(1);
        }
        assertNothingOnItsWay();
    }

    @Test
    void theClassesHaveTheNamesThatTheLoadedImagesHave() throws IOException {
        for (String name : List.of("b", "a", "10", "9"))
            for (int i = 0; i < 12; i++)
                picture(root.resolve("pictures/mine").resolve(name).resolve(i + ".png"));
        catalogue.fetch("digits", Progress.NONE);
        for (String id : List.of("digits", "pictures/mine"))
            assertThat(catalogue.classes(id))
                    .isEqualTo(catalogue.load(id, FIVE).train().classes());
        assertThat(catalogue.classes("pictures/mine")).containsExactly("9", "10", "a", "b");
        assertThat(catalogue.classes("ink")).isEqualTo(DIGITS);
        assertThatThrownBy(() -> catalogue.classes("pictures/none")).isInstanceOf(DataException.class);
    }

    @Test
    void inkIsMadeNotRead() throws IOException {
        Dataset ink = catalogue.load(
                "ink", LoadOptions.standard().withTrain(3).withValidation(2).withSeed(7));
        assertThat(List.of(
                        ink.train().size(), ink.validation().size(), ink.test().size()))
                .containsExactly(3, 2, 10_000);
        assertThat(ink.train().label(0)).isEqualTo(7);
        assertThat(catalogue.load("ink", LoadOptions.standard()).train().size()).isEqualTo(50_000);
        assertThat(catalogue.status("ink").usable()).isTrue();
    }

    @Test
    void unknownNamesAndNamesThatLeadElsewhereAreRefused() {
        for (String id :
                List.of("mnits", "", "pictures/", "pictures/../x", "pictures/.hidden", "pictures/a/b", "pictures/a:b"))
            assertThatThrownBy(() -> catalogue.status(id)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> catalogue.load("mnits", FIVE))
                .hasMessage("There is no data set mnits: choose one of ink, digits, photos, other or pictures/NAME.");
    }

    @Test
    void aFolderThatMayNotBeReadIsNotTakenForAnEmptyOne() throws IOException {
        Files.createDirectories(digits);
        Assumptions.assumeTrue(
                digits.toFile().setReadable(false) && !Files.isReadable(digits),
                "this user may read everything: skipped");
        assertThat(catalogue.status("digits").state()).isEqualTo(State.BROKEN);
        assertThat(catalogue.status("digits").notice()).contains("digits may not be read");
    }

    @Test
    void noMoreThanAllCanBeHeldOut() throws IOException {
        catalogue.fetch("digits", Progress.NONE);
        assertThatThrownBy(() -> catalogue.load("digits", FIVE.withValidation(20)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has 20 training images, and 20 of them cannot be held out");
        assertThat(catalogue.load("digits", FIVE.withTrain(4)).train().size()).isEqualTo(4);
        assertThat(catalogue.load("digits", FIVE.withTrain(4)).validation().label(0))
                .isEqualTo(5);
    }

    private void importRefused(String id, Path from, String message) {
        assertThatThrownBy(() -> catalogue.importFrom(id, from, Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message)
                .hasMessageMatching("[^\n]*\\.");
    }

    private void assertNothingOnItsWay() throws IOException {
        Path incoming = root.resolve(".incoming");
        if (!Files.exists(incoming)) return;
        try (var left = Files.walk(incoming)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static Dataset ink(int train, int validation, int test, long seed) {
        return new Dataset("ink", labels(train, seed), labels(validation, seed), labels(test, seed));
    }

    private static ImageSet labels(int count, long label) {
        byte[] labels = new byte[count];
        java.util.Arrays.fill(labels, (byte) label);
        return new ImageSet(1, 1, 1, DIGITS, new byte[count], labels);
    }

    private static void picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var image = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        javax.imageio.ImageIO.write(image, "png", file.toFile());
    }
}
