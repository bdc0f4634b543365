package inklab.data.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class InkDigitsTest {
    private final InkDigits digits;

    InkDigitsTest() throws IOException {
        digits = InkDigits.open();
    }

    @Test
    void everyTenImagesHoldEachDigitOnce() {
        for (int from = 0; from < 500; from += 10) {
            int seen = 0;
            for (int k = from; k < from + 10; k++) seen |= 1 << digits.label(7, k);
            assertThat(seen).isEqualTo(0x3FF);
        }
    }

    @Test
    void theOrderOfTheLabelsDependsOnTheSeed() {
        int same = 0;
        for (int k = 0; k < 1000; k++) if (digits.label(1, k) == digits.label(2, k)) same++;
        assertThat(same).isBetween(50, 160);
    }

    @Test
    void anImageIsTheSameAloneAndAmongOthers() {
        ImageSet many = digits.generate(3, 0, 330);
        for (int k : new int[] {0, 99, 100, 101, 250, 329}) {
            ImageSet one = digits.generate(3, k, 1);
            assertThat(one.image(0)).isEqualTo(many.image(k));
            assertThat(one.label(0)).isEqualTo(many.label(k));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameImages() throws ExecutionException, InterruptedException {
        ImageSet here = digits.generate(5, 0, 450);
        for (int threads : new int[] {1, 3}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                ImageSet there = pool.submit(() -> digits.generate(5, 0, 450)).get();
                for (int k = 0; k < 450; k++) assertThat(there.image(k)).isEqualTo(here.image(k));
            } finally {
                pool.shutdown();
            }
        }
    }

    /** A net trained on Ink is only reproducible while the images are these. Renew the sum when the styles or the hand change on purpose. */
    @Test
    void theImagesAreTheOnesTheyHaveAlwaysBeen() throws NoSuchAlgorithmException {
        ImageSet images = digits.generate(1, 0, 300);
        MessageDigest sum = MessageDigest.getInstance("SHA-256");
        for (int k = 0; k < 300; k++) {
            sum.update((byte) images.label(k));
            sum.update(images.image(k));
        }
        assertThat(HexFormat.of().formatHex(sum.digest()))
                .isEqualTo("9aa7c239d65f920cc12868fa1b0a9f0e82bc52b27261f67bd2ab9e19951805d0");
    }

    @Test
    void anInterruptedThreadMakesNoMoreImages() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> digits.generate(1, 0, 5000)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anotherSeedOrIndexIsAnotherImage() {
        byte[] image = digits.generate(1, 0, 1).image(0);
        assertThat(digits.generate(2, 0, 1).image(0)).isNotEqualTo(image);
        for (int k = 1; k < 100; k++)
            assertThat(digits.generate(1, k, 1).image(0)).isNotEqualTo(image);
    }

    @Test
    void fewerTrainingImagesLeaveValidationAndTestAsTheyAre() {
        Dataset large = digits.make(50, 20, 20, 1);
        Dataset small = digits.make(10, 20, 20, 1);
        assertThat(small.train().size()).isEqualTo(10);
        assertThat(small.validation().image(3)).isEqualTo(large.validation().image(3));
        assertThat(small.test().image(3)).isEqualTo(large.test().image(3));
    }
}
