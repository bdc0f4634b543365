package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at data sets without reading all of them, and telling what a folder holds. */
class GlanceTest {
    @TempDir
    Path folder;

    private Catalogue catalogue() {
        return new Catalogue(new DataFolder(folder), (train, validation, test, seed) -> null, notice -> {});
    }

    @Test
    void a_glance_at_an_idx_set_has_its_first_images_and_counts_all() throws IOException {
        TestFiles.smallMnist(folder.resolve("mnist"), 20, 5);
        Glance glance = catalogue().glance("mnist", 3);
        Dataset whole = catalogue().load("mnist", LoadOptions.standard().withValidation(5));
        assertThat(glance.images()).isEqualTo(25);
        assertThat(glance.few().size()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(glance.few().image(i)).isEqualTo(whole.train().image(i));
            assertThat(glance.few().label(i)).isEqualTo(whole.train().label(i));
        }
    }

    @Test
    void a_glance_at_cifar_has_its_first_pictures_and_counts_all() throws IOException {
        Path batches = Files.createDirectories(folder.resolve("cifar-10").resolve("cifar-10-batches-bin"));
        for (int b = 1; b <= 5; b++) Files.write(batches.resolve("data_batch_" + b + ".bin"), TestFiles.cifar(4));
        Files.write(batches.resolve("test_batch.bin"), TestFiles.cifar(2));
        Glance glance = catalogue().glance("cifar-10", 3);
        assertThat(glance.images()).isEqualTo(22);
        assertThat(glance.few().label(2)).isEqualTo(2);
        assertThat(glance.few().image(2))
                .isEqualTo(catalogue()
                        .load("cifar-10", LoadOptions.standard().withValidation(5))
                        .train()
                        .image(2));
    }

    @Test
    void a_header_that_lies_is_named_with_its_file() throws IOException {
        TestFiles.smallMnist(folder.resolve("mnist"), 20, 5);
        Path images = folder.resolve("mnist").resolve("train-images-idx3-ubyte.gz");
        Files.write(images, TestFiles.gzip(TestFiles.idxImages(20, 30_000, 2, new byte[12])));
        assertThatThrownBy(() -> catalogue().glance("mnist", 3))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(images.toString())
                .hasMessageContaining("30000x2");
        Files.write(images, TestFiles.gzip(TestFiles.idxImages(20, 3, 2, new byte[12])));
        assertThatThrownBy(() -> catalogue().glance("mnist", 3)).hasMessageContaining("cut off");
    }

    @Test
    void files_of_two_sets_names_are_the_preferred_ones_or_nobodys() throws IOException {
        Path from = folder.resolve("download");
        TestFiles.smallMnist(from, 20, 5);
        assertThat(catalogue().recognise(from, "fashion-mnist", Progress.NONE)).contains("fashion-mnist");
        assertThatThrownBy(() -> catalogue().recognise(from, "cifar-10", Progress.NONE))
                .hasMessageContaining("MNIST and Fashion-MNIST");
    }

    @Test
    void a_folder_with_one_batch_of_cifar_is_meant_as_cifar_and_one_of_pictures_as_none() throws IOException {
        Path from = Files.createDirectories(folder.resolve("download"));
        assertThat(catalogue().recognise(from, "mnist", Progress.NONE)).isEmpty();
        Files.write(from.resolve("data_batch_1.bin"), TestFiles.cifar(4));
        assertThat(catalogue().recognise(from, "mnist", Progress.NONE)).contains("cifar-10");
    }

    @Test
    void an_album_deals_pictures_out_as_loading_does_and_reads_the_same_pixels() throws IOException {
        for (String kind : new String[] {"a", "b"})
            for (int i = 0; i < 20; i++)
                picture(folder.resolve("pictures").resolve("own").resolve(kind), i);
        LoadOptions options = LoadOptions.standard().withShape(1, 8, 8);
        Dataset loaded = catalogue().load("pictures/own", options);
        PictureAlbum album = catalogue().album("pictures/own", options.validation());
        assertThat(album.train()).isEqualTo(loaded.train().size());
        assertThat(album.validation()).isEqualTo(loaded.validation().size());
        assertThat(album.test()).isEqualTo(loaded.test().size());
        Set<Integer> labels = new HashSet<>();
        for (int i = 0; i < album.train(); i++) {
            labels.add(album.label(i));
            assertThat(album.label(i)).isEqualTo(loaded.train().label(i));
            assertThat(album.input(album.picture(i), 1, 8, 8))
                    .isEqualTo(loaded.train().image(i));
        }
        assertThat(labels).hasSize(2);
        assertThat(catalogue().extent("pictures/own").files()).isEqualTo(40);
    }

    /** A dark bar on light paper; its place and grey are the picture's own. */
    private static void picture(Path folder, int i) throws IOException {
        Files.createDirectories(folder);
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 16; y++)
            for (int x = 0; x < 16; x++) image.getRaster().setSample(x, y, 0, x == 3 + i % 9 ? 3 * i : 240);
        ImageIO.write(image, "png", folder.resolve(i + ".png").toFile());
    }
}
