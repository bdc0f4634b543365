package inklab.distort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthNormaliserTest {
    @ParameterizedTest
    @CsvSource({"12, 10", "12, 20", "20, 10", "11, 18", "16, 16", "19, 14", "13, 20"})
    void the_ink_becomes_as_wide_as_asked_and_stays_as_high(int inkWidth, int wanted) {
        byte[] image = box(28, 28, (28 - inkWidth) / 2, 4, inkWidth, 20);
        Frame frame = new Frame(1, 28, 28, 29, 29, 0, 1);
        byte[] target = new byte[frame.size()];
        new WidthNormaliser(wanted, frame).apply(image, 0, target, 0);
        double[] weight = new double[29];
        for (int y = 0; y < 29; y++) for (int x = 0; x < 29; x++) weight[x] += (target[y * 29 + x] & 0xFF) / 255.0;
        double wide = 0;
        for (double w : weight) wide += w / 20;
        // Soft edges count by their share of ink.
        assertThat(wide).isEqualTo(wanted, within(0.1));
        assertThat(InkBox.of(target, 0, 1, 29, 29).width()).isBetween(wanted - 1, wanted + 2);
        assertThat(InkBox.of(target, 0, 1, 29, 29).height()).isEqualTo(20);
        assertThat(InkBox.of(target, 0, 1, 29, 29).top()).isEqualTo(4);
    }

    @Test
    void ink_of_the_right_width_is_only_padded() {
        byte[] image = box(28, 28, 6, 4, 16, 20);
        image[10 * 28 + 9] = 77;
        Frame frame = new Frame(1, 28, 28, 29, 29, 0, 1);
        byte[] target = new byte[frame.size()];
        new WidthNormaliser(16, frame).apply(image, 0, target, 0);
        for (int y = 0; y < 28; y++)
            for (int x = 0; x < 28; x++) assertThat(target[y * 29 + x]).isEqualTo(image[y * 28 + x]);
    }

    @Test
    void narrow_ink_and_no_ink_are_left_as_they_are() {
        Frame frame = Frame.of(1, 28, 28);
        byte[] one = box(28, 28, 12, 4, 4, 20);
        byte[] target = new byte[frame.size()];
        new WidthNormaliser(20, frame).apply(one, 0, target, 0);
        assertThat(target).isEqualTo(one);
        byte[] paper = new byte[784];
        new WidthNormaliser(20, frame).apply(paper, 0, target, 0);
        assertThat(target).isEqualTo(paper);
    }

    @Test
    void ink_is_narrow_below_half_its_height() {
        assertThat(new InkBox(0, 0, 10, 20).narrow()).isFalse();
        assertThat(new InkBox(0, 0, 9, 20).narrow()).isTrue();
    }

    @Test
    void images_within_a_larger_array_and_several_channels_are_taken_one_by_one() {
        Frame frame = new Frame(2, 10, 12, 11, 14, 0, 1);
        byte[] images = new byte[2 * frame.sourceSize()];
        byte[] box = box(12, 10, 3, 2, 5, 6);
        for (int c = 0; c < 4; c++) System.arraycopy(box, 0, images, c * 120, 120);
        byte[] target = new byte[2 * frame.size()];
        WidthNormaliser normaliser = new WidthNormaliser(9, frame);
        normaliser.apply(images, 0, target, 0);
        normaliser.apply(images, frame.sourceSize(), target, frame.size());
        for (int c = 1; c < 4; c++)
            for (int p = 0; p < 154; p++) assertThat(target[c * 154 + p]).isEqualTo(target[p]);
        assertThat(InkBox.of(target, 0, 1, 11, 14).width()).isBetween(9, 10);
    }

    private static byte[] box(int width, int height, int left, int top, int boxWidth, int boxHeight) {
        byte[] image = new byte[width * height];
        for (int y = top; y < top + boxHeight; y++)
            for (int x = left; x < left + boxWidth; x++) image[y * width + x] = (byte) 255;
        return image;
    }
}
