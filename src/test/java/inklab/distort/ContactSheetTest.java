package inklab.distort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
    private static final Frame FRAME = Frame.of(1, 5, 7);

    @Test
    void the_first_row_shows_the_images_as_they_are_each_pixel_enlarged() {
        byte[] images = new byte[3 * 35];
        new Random(1).nextBytes(images);
        ContactSheet sheet = ContactSheet.of(Distortion.elastic(2, 9), FRAME, images, 3, 2, 2, 1);
        assertThat(sheet.width()).isEqualTo(2 + 3 * (14 + 2));
        assertThat(sheet.height()).isEqualTo(2 + 3 * (10 + 2) + 8);
        for (int i = 0; i < 3; i++)
            for (int y = 0; y < 10; y++)
                for (int x = 0; x < 14; x++)
                    assertThat(sheet.pixels()[(2 + y) * sheet.width() + 2 + i * 16 + x])
                            .isEqualTo(images[i * 35 + y / 2 * 7 + x / 2]);
    }

    @Test
    void rows_differ_and_depend_on_the_seed() {
        byte[] images = new byte[3 * 35];
        new Random(1).nextBytes(images);
        ContactSheet sheet = ContactSheet.of(Distortion.elastic(2, 9), FRAME, images, 3, 2, 1, 1);
        ContactSheet again = ContactSheet.of(Distortion.elastic(2, 9), FRAME, images, 3, 2, 1, 1);
        ContactSheet other = ContactSheet.of(Distortion.elastic(2, 9), FRAME, images, 3, 2, 1, 2);
        assertThat(again.pixels()).isEqualTo(sheet.pixels());
        assertThat(other.pixels()).isNotEqualTo(sheet.pixels());
        int rowHeight = 7 * sheet.width();
        int first = (2 + 7 + 8) * sheet.width();
        byte[] a = Arrays.copyOfRange(sheet.pixels(), first, first + 5 * sheet.width());
        byte[] b = Arrays.copyOfRange(sheet.pixels(), first + rowHeight, first + rowHeight + 5 * sheet.width());
        assertThat(a).isNotEqualTo(b);
    }

    @Test
    void colours_come_as_planes() {
        byte[] images = new byte[3 * 35];
        new Random(2).nextBytes(images);
        ContactSheet sheet = ContactSheet.of(Distortion.NONE, Frame.of(3, 5, 7), images, 1, 0, 1, 1);
        int plane = sheet.width() * sheet.height();
        assertThat(sheet.pixels()).hasSize(3 * plane);
        for (int c = 0; c < 3; c++)
            assertThat(sheet.pixels()[c * plane + 2 * sheet.width() + 2]).isEqualTo(images[c * 35]);
    }
}
