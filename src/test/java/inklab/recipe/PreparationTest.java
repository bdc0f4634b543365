package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import inklab.data.ImageSet;
import inklab.distort.Distorter;
import inklab.distort.Distortion;
import inklab.distort.Draw;
import inklab.distort.Frame;
import inklab.net.Shape;
import inklab.recipe.DataSettings.Pixels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreparationTest {
    private static Preparation to(Shape input) {
        return new Preparation(new DataSettings("mnist", 0, 10_000, 0, Pixels.UNIT), input);
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static int[] values(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < values.length; i++) values[i] = bytes[i] & 0xFF;
        return values;
    }

    @Test
    void a_28_digit_lies_unchanged_in_29_with_a_zero_row_below_and_column_right() {
        byte[] digit = random(28 * 28, 1);
        byte[] prepared = to(new Shape(1, 29, 29)).apply(digit, new Shape(1, 28, 28));
        for (int y = 0; y < 29; y++)
            for (int x = 0; x < 29; x++)
                assertThat(prepared[y * 29 + x]).isEqualTo(y < 28 && x < 28 ? digit[y * 28 + x] : 0);
    }

    @Test
    void padding_by_four_and_cutting_it_off_again_gives_the_image_back() {
        byte[] digit = random(28 * 28, 2);
        byte[] padded = to(new Shape(1, 32, 32)).apply(digit, new Shape(1, 28, 28));
        assertThat(padded[2 * 32 + 2]).isEqualTo(digit[0]);
        assertThat(to(new Shape(1, 28, 28)).apply(padded, new Shape(1, 32, 32))).isEqualTo(digit);
        byte[] odd = to(new Shape(1, 31, 27)).apply(random(30 * 30, 2), new Shape(1, 30, 30));
        assertThat(odd).hasSize(31 * 27);
    }

    @Test
    void shrinking_by_a_whole_factor_is_the_mean_of_each_square() {
        byte[] image = random(40 * 40, 3);
        byte[] small = to(new Shape(1, 20, 20)).apply(image, new Shape(1, 40, 40));
        int[] v = values(image);
        for (int y = 0; y < 20; y++)
            for (int x = 0; x < 20; x++) {
                int at = 2 * y * 40 + 2 * x;
                int sum = v[at] + v[at + 1] + v[at + 40] + v[at + 41];
                assertThat(small[y * 20 + x] & 0xFF).isEqualTo((int) Math.floor(sum / 4.0 + 0.5));
            }
    }

    @Test
    void resampling_keeps_an_even_grey_and_the_mean_brightness() {
        byte[] even = new byte[3 * 37 * 37];
        Arrays.fill(even, (byte) 137);
        for (int side : new int[] {5, 11, 30, 60, 100})
            assertThat(values(to(new Shape(3, side, side)).apply(even, new Shape(3, 37, 37))))
                    .containsOnly(137);
        byte[] image = random(50 * 50, 4);
        byte[] small = to(new Shape(1, 17, 17)).apply(image, new Shape(1, 50, 50));
        assertThat(Arrays.stream(values(small)).average().orElseThrow())
                .isCloseTo(Arrays.stream(values(image)).average().orElseThrow(), within(0.5));
    }

    @Test
    void growing_interpolates_a_ramp_linearly() {
        byte[] ramp = new byte[8 * 8];
        for (int i = 0; i < ramp.length; i++) ramp[i] = (byte) (i % 8 * 32);
        int[] large = values(to(new Shape(1, 16, 16)).apply(ramp, new Shape(1, 8, 8)));
        for (int x = 1; x < 15; x++) assertThat(large[x]).isEqualTo((int) Math.round(((x + 0.5) / 2 - 0.5) * 32));
        assertThat(large[0]).isEqualTo(0);
        assertThat(large[15]).isEqualTo(7 * 32);
    }

    @Test
    void proportions_are_kept_with_zeros_above_and_below() {
        byte[] wide = new byte[20 * 80];
        Arrays.fill(wide, (byte) 200);
        int[] prepared = values(to(new Shape(1, 40, 40)).apply(wide, new Shape(1, 20, 80)));
        for (int y = 0; y < 40; y++) assertThat(prepared[y * 40 + 20]).isEqualTo(y >= 15 && y < 25 ? 200 : 0);
    }

    @Test
    void colours_become_luma_and_grey_is_repeated() {
        byte[] pixel = {(byte) 200, 100, 50};
        byte[] grey = to(new Shape(1, 1, 1)).apply(pixel, new Shape(3, 1, 1));
        assertThat(grey[0] & 0xFF).isEqualTo((int) Math.round(0.299 * 200 + 0.587 * 100 + 0.114 * 50));
        assertThat(to(new Shape(3, 1, 1)).apply(new byte[] {77}, new Shape(1, 1, 1)))
                .containsExactly(77, 77, 77);
        assertThatThrownBy(() -> to(new Shape(784, 1, 1)).apply(new byte[784], new Shape(1, 28, 28)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("images of 1x28x28 cannot become an input of 784x1x1");
    }

    @Test
    void bytes_are_mapped_to_the_range_that_the_recipe_names() {
        byte[] bytes = {0, (byte) 255, 51};
        assertThat(to(new Shape(1, 1, 3)).numbers(bytes)).containsExactly(new float[] {0, 1, 0.2f}, within(1e-7f));
        DataSettings signed = new DataSettings("mnist", 0, 10_000, 0, Pixels.SIGNED);
        assertThat(new Preparation(signed, new Shape(1, 1, 3)).numbers(bytes))
                .containsExactly(new float[] {-1, 1, -0.6f}, within(1e-7f));
    }

    @Test
    void an_image_for_scoring_is_to_the_last_bit_an_undistorted_one_for_training() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) bytes[i] = (byte) i;
        for (Pixels pixels : Pixels.values()) {
            float[] scored = new float[256];
            pixels.map(bytes, 0, scored, 0, 256);
            float[] trained = new float[256];
            Frame frame = Frame.of(1, 16, 16).withRange(pixels == Pixels.UNIT ? 0 : -1, 1);
            new Distorter(Distortion.NONE, frame).apply(bytes, 0, trained, 0, Draw.of(1, 0, 0));
            assertThat(scored).containsExactly(trained);
        }
    }

    @Test
    void a_set_is_prepared_image_by_image_and_keeps_labels_and_classes() {
        byte[] pixels = random(5 * 28 * 28, 6);
        ImageSet set = new ImageSet(1, 28, 28, List.of("a", "b", "c"), pixels, new byte[] {2, 1, 0, 1, 2});
        Preparation preparation = to(new Shape(3, 45, 45));
        ImageSet prepared = preparation.apply(set.select(new int[] {4, 0}));
        assertThat(prepared.size()).isEqualTo(2);
        assertThat(prepared.label(0)).isEqualTo(2);
        assertThat(prepared.classes()).containsExactly("a", "b", "c");
        assertThat(prepared.image(0)).isEqualTo(preparation.apply(set.image(4), new Shape(1, 28, 28)));
        assertThat(to(new Shape(1, 28, 28)).apply(set)).isSameAs(set);
    }

    @Test
    void the_width_of_the_ink_is_normalised_in_every_split_alike() {
        byte[] image = new byte[28 * 28];
        for (int y = 4; y < 24; y++) for (int x = 8; x < 20; x++) image[y * 28 + x] = (byte) 255;
        Preparation preparation =
                new Preparation(new DataSettings("mnist", 0, 10_000, 18, Pixels.UNIT), new Shape(1, 29, 29));
        byte[] prepared = preparation.apply(image, new Shape(1, 28, 28));
        double width = 0;
        for (int x = 0; x < 29; x++) width += (prepared[14 * 29 + x] & 0xFF) / 255.0;
        assertThat(width).isCloseTo(18, within(0.1));
        ImageSet set = new ImageSet(1, 28, 28, List.of("a"), image, new byte[1]);
        assertThat(preparation.apply(set).image(0)).isEqualTo(prepared);
        Preparation same = new Preparation(new DataSettings("mnist", 0, 10_000, 18, Pixels.UNIT), new Shape(1, 28, 28));
        assertThat(same.apply(set).image(0)).isNotEqualTo(image);
    }
}
