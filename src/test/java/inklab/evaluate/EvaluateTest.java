package inklab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import inklab.evaluate.Confusion.Mistake;
import inklab.evaluate.Reading.Hardness;
import inklab.train.Outputs;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvaluateTest {
    private static final int CLASSES = 4;

    private static Outputs random(long seed, int images) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] p = new float[images * CLASSES];
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            labels[i] = i % CLASSES;
            float sum = 0;
            for (int k = 0; k < CLASSES; k++)
                sum += p[i * CLASSES + k] = random.nextFloat() + (k == labels[i] ? 0.4f : 0);
            for (int k = 0; k < CLASSES; k++) p[i * CLASSES + k] /= sum;
        }
        return new Outputs(CLASSES, p, labels);
    }

    @Test
    void the_confusion_counts_every_image_once() {
        Outputs outputs = random(1, 500);
        Confusion confusion = Confusion.of(outputs);
        int images = 0;
        int right = 0;
        for (int label = 0; label < CLASSES; label++) {
            right += confusion.count(label, label);
            for (int read = 0; read < CLASSES; read++) images += confusion.count(label, read);
            assertThat(confusion.error(label).images()).isEqualTo(125);
        }
        assertThat(images).isEqualTo(500);
        assertThat(500 - right).isEqualTo(outputs.errors());
        assertThat(confusion.mistakes())
                .isSortedAccordingTo(Comparator.comparingInt(Mistake::count).reversed());
        assertThat(confusion.mistakes().stream().mapToInt(Mistake::count).sum()).isEqualTo(outputs.errors());
    }

    @Test
    void a_confusion_by_hand() {
        Outputs outputs = new Outputs(
                3, new float[] {.8f, .1f, .1f, .3f, .4f, .3f, .1f, .5f, .4f, .2f, .5f, .3f}, new int[] {0, 0, 2, 1});
        Confusion confusion = Confusion.of(outputs);
        assertThat(confusion.mistakes()).containsExactly(new Mistake(0, 1, 1), new Mistake(2, 1, 1));
        assertThat(confusion.error(0)).isEqualTo(new ErrorRate(1, 2));
        assertThat(ErrorRate.of(outputs).rate()).isEqualTo(0.5);

        Reading worst = Reading.hardest(outputs, Hardness.LOSS, 1).get(0);
        assertThat(worst.image()).isEqualTo(1);
        assertThat(worst.loss()).isCloseTo(-Math.log(0.3), within(1e-6));
        assertThat(worst.margin()).isCloseTo(-0.1, within(1e-6));
        assertThat(Reading.hardest(outputs, Hardness.DOUBT, 3))
                .extracting(Reading::image)
                .containsExactly(1, 2, 3);
        assertThat(Reading.misread(outputs)).extracting(Reading::image).containsExactly(1, 2);
    }

    @Test
    void the_average_of_equal_members_is_any_of_them() {
        Outputs outputs = random(2, 50);
        Committee committee = new Committee(List.of(outputs, outputs, outputs));
        for (int i = 0; i < outputs.probabilities().length; i++)
            assertThat(committee.average().probabilities()[i]).isCloseTo(outputs.probabilities()[i], within(1e-7f));
        assertThat(committee.votes().errors()).isEqualTo(outputs.errors());
    }

    @Test
    void a_tie_of_votes_goes_to_the_higher_average() {
        int[] labels = {1};
        Outputs a = new Outputs(2, new float[] {.6f, .4f}, labels);
        Outputs b = new Outputs(2, new float[] {.1f, .9f}, labels);
        assertThat(new Committee(List.of(a, b)).votes().predicted(0)).isEqualTo(1);
        Outputs c = new Outputs(2, new float[] {.95f, .05f}, labels);
        assertThat(new Committee(List.of(a, b, c)).votes().predicted(0)).isZero();
        assertThat(new Committee(List.of(b, c)).votes().predicted(0)).isZero();
    }

    @Test
    void members_must_have_read_the_same_images() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Committee(List.of(random(1, 20), random(1, 24))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Committee(List.of()));
    }
}
