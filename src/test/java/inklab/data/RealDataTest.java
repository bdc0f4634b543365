package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The public data sets themselves, where the data folder has them. */
class RealDataTest {
    private final List<String> notices = new ArrayList<>();
    private final Catalogue catalogue = new Catalogue(
            DataFolder.find(null, System.getenv(), System.getProperties()),
            (train, validation, test, seed) -> {
                throw new IOException("no digits are made here");
            },
            notices::add);

    @Test
    void mnistIsWhatItsAuthorsPublished() throws IOException {
        Dataset mnist = load("mnist", "MNIST");
        sizes(mnist, 50_000, 10_000, 10_000, 1, 28);
        assertThat(first(mnist.train(), 10)).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(first(mnist.test(), 10)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        assertThat(mnist.train().classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        // The mean that everybody normalises with, 0.1307, is that of all 60,000 training images.
        double mean = (mean(mnist.train()) * 50_000 + mean(mnist.validation()) * 10_000) / 60_000;
        assertThat(mean / 255).isCloseTo(0.1307, within(0.00005));
        assertThat(notices).isEmpty();
    }

    @Test
    void fashionMnistIsWhatItsAuthorsPublished() throws IOException {
        Dataset fashion = load("fashion-mnist", "Fashion-MNIST");
        sizes(fashion, 50_000, 10_000, 10_000, 1, 28);
        assertThat(fashion.train().classes().get(fashion.train().label(0))).isEqualTo("Ankle boot");
        double mean = (mean(fashion.train()) * 50_000 + mean(fashion.validation()) * 10_000) / 60_000;
        assertThat(mean / 255).isCloseTo(0.2860, within(0.00005));
    }

    @Test
    void cifar10IsWhatItsAuthorPublishedAndItsTestBatchIsAsLongAsItsFile() throws IOException {
        Dataset cifar = load("cifar-10", "CIFAR-10");
        sizes(cifar, 40_000, 10_000, cifar.test().size(), 3, 32);
        assertThat(cifar.test().size()).isIn(1_000, 10_000);
        assertThat(cifar.train().classes().get(cifar.train().label(0))).isEqualTo("frog");
        assertThat(cifar.test().classes().get(cifar.test().label(0))).isEqualTo("cat");
        // The red channel's mean over the 50,000 training images, as everybody normalises with: 0.4914.
        double red = (channelMean(cifar.train(), 0) * 40_000 + channelMean(cifar.validation(), 0) * 10_000) / 50_000;
        assertThat(red / 255).isCloseTo(0.4914, within(0.00005));
        if (cifar.test().size() == 1_000)
            assertThat(notices)
                    .singleElement()
                    .asString()
                    .contains("test_batch.bin has 3,073,000 bytes instead of 30,730,000");
        else assertThat(notices).isEmpty();
    }

    private Dataset load(String id, String title) throws IOException {
        Assumptions.assumeTrue(catalogue.status(id).usable(), title + " is not in the data folder: skipped");
        return catalogue.load(id, LoadOptions.standard());
    }

    private static void sizes(Dataset set, int train, int validation, int test, int channels, int side) {
        assertThat(List.of(
                        set.train().size(), set.validation().size(), set.test().size()))
                .containsExactly(train, validation, test);
        for (ImageSet part : List.of(set.train(), set.validation(), set.test()))
            assertThat(List.of(part.channels(), part.height(), part.width())).containsExactly(channels, side, side);
    }

    private static List<Integer> first(ImageSet set, int count) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) labels.add(set.label(i));
        return labels;
    }

    private static double mean(ImageSet set) {
        double sum = 0;
        for (int channel = 0; channel < set.channels(); channel++) sum += channelMean(set, channel);
        return sum / set.channels();
    }

    private static double channelMean(ImageSet set, int channel) {
        int plane = set.height() * set.width();
        byte[] image = new byte[set.imageSize()];
        long sum = 0;
        for (int i = 0; i < set.size(); i++) {
            set.copy(i, image, 0);
            for (int p = 0; p < plane; p++) sum += image[channel * plane + p] & 0xFF;
        }
        return (double) sum / set.size() / plane;
    }
}
