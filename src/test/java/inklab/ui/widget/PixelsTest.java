package inklab.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class PixelsTest {
    private static int[] scaled(byte[] from, int h, int w, int toH, int toW, boolean smooth) {
        int[] to = new int[toH * toW];
        new Resampler(h, w, toH, toW, smooth).scale(from, 0, to);
        return to;
    }

    @Test
    void the_same_size_gives_the_same_pixels() {
        byte[] pixels = new byte[28 * 28];
        new Random(1).nextBytes(pixels);
        int[] same = scaled(pixels, 28, 28, 28, 28, true);
        for (int i = 0; i < pixels.length; i++) assertThat(same[i]).isEqualTo(pixels[i] & 0xFF);
    }

    @Test
    void an_even_plane_stays_even_at_any_size() {
        byte[] pixels = new byte[20 * 20];
        Arrays.fill(pixels, (byte) 200);
        for (int size : new int[] {5, 13, 20, 57})
            assertThat(scaled(pixels, 20, 20, size, size, true)).containsOnly(200);
    }

    @Test
    void a_slope_stays_a_slope_when_enlarged() {
        byte[] pixels = new byte[16];
        for (int i = 0; i < 16; i++) pixels[i] = (byte) (10 * i);
        int[] wide = scaled(pixels, 1, 16, 1, 64, true);
        // Catmull-Rom reproduces straight lines; near the ends the border has its say.
        for (int x = 12; x < 52; x++) assertThat((double) wide[x]).isCloseTo(10 * ((x + 0.5) / 4 - 0.5), within(1.0));
    }

    @Test
    void shrinking_keeps_the_mean() {
        byte[] pixels = new byte[64 * 64];
        new Random(2).nextBytes(pixels);
        double before = 0;
        for (byte pixel : pixels) before += (pixel & 0xFF) / 4096.0;
        double after = 0;
        for (int v : scaled(pixels, 64, 64, 16, 16, true)) after += v / 256.0;
        assertThat(after).isCloseTo(before, within(3.0));
    }

    @Test
    void hard_pixels_are_squares_of_the_pixels_themselves() {
        assertThat(scaled(new byte[] {0, 100, (byte) 200, 50}, 2, 2, 4, 4, false))
                .containsExactly(0, 0, 100, 100, 0, 0, 100, 100, 200, 200, 50, 50, 200, 200, 50, 50);
    }

    @Test
    void colours_are_multiplied_by_their_opacity_once() {
        assertThat(InkCanvas.premultiplied(Color.rgb(255, 128, 0), 1)).isEqualTo(0xFFFF8000);
        assertThat(InkCanvas.premultiplied(Color.rgb(255, 128, 0), 0.5)).isEqualTo(0x80804000);
        assertThat(InkCanvas.premultiplied(Color.BLACK, 0)).isZero();
    }

    @Test
    void signed_values_lie_evenly_about_zero() {
        byte[] levels = new MapTile(1, 5, new float[] {-2, -1, 0, 0.5f, 4}).levels(2);
        assertThat(levels).containsExactly((byte) 1, (byte) 64, (byte) 128, (byte) 160, (byte) 255);
        assertThat(new MapTile(1, 2, new float[] {3, -7}).greatest()).isEqualTo(7);
    }

    @Test
    void contrast_is_what_wcag_says() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
        assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isCloseTo(4.48, within(0.01));
        assertThat(Contrast.over(Color.color(1, 0, 0, 0.5), Color.BLACK)).isEqualTo(Color.color(0.5, 0, 0));
    }

    @Test
    void mistakes_are_as_strong_as_their_share_of_the_largest() {
        assertThat(ConfusionMatrix.opacity(0, 5)).isZero();
        assertThat(ConfusionMatrix.opacity(5, 5)).isCloseTo(1, within(1e-12));
        assertThat(ConfusionMatrix.opacity(1, 5)).isCloseTo(0.12 + 0.88 * Math.pow(0.2, 0.9), within(1e-12));
    }

    @Test
    void a_typed_number_may_have_its_unit_and_sign_about_it() {
        assertThat(LabeledSlider.number("± 12,5 %")).hasValue(12.5);
        assertThat(LabeledSlider.number("−3 px")).hasValue(-3);
        assertThat(LabeledSlider.number("wide")).isEmpty();
    }

    @Test
    void figures_on_cells_are_as_short_as_they_can_be() {
        assertThat(NumberGrid.figure(0.32)).isEqualTo(".3");
        assertThat(NumberGrid.figure(-0.2)).isEqualTo("−.2");
        assertThat(NumberGrid.figure(1)).isEqualTo("1.0");
        assertThat(NumberGrid.figure(-0.04)).isEqualTo("0");
    }

    @Test
    void a_picture_of_the_wrong_size_is_refused() {
        assertThatThrownBy(() -> new Picture(1, 28, 28, new byte[10])).hasMessageContaining("1x28x28");
        assertThatThrownBy(() -> new Picture(2, 1, 1, new byte[2])).hasMessageContaining("channels");
        assertThatThrownBy(() -> new MapTile(2, 2, new float[3])).hasMessageContaining("2x2");
    }

    @Test
    void a_series_keeps_its_colour_as_text_and_the_seventh_begins_again() {
        assertThat(Role.series(1)).isEqualTo(Role.SERIES_2);
        assertThat(Role.series(6)).isEqualTo(Role.SERIES_1);
        assertThat(Role.SERIES_3.asText()).isEqualTo(Role.SERIES_3_TEXT);
        assertThat(Role.INK.asText()).isEqualTo(Role.INK);
    }
}
