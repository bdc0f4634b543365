package inklab.distort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistorterTest {
    private static final Distortion EVERYTHING = new Distortion(
            new Elastic(6, 30, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_IMAGE), 15, 0.15, 0.2, 8, 2, 1, 0.05, true);

    @ParameterizedTest
    @CsvSource({"1, 28, 28", "3, 32, 32", "1, 16, 16", "2, 5, 51", "1, 1, 1"})
    void no_distortion_leaves_every_byte_as_it_is(int channels, int height, int width) {
        Frame frame = Frame.of(channels, height, width);
        byte[] image = random(frame.sourceSize(), 1);
        Distortion idle = Distortion.elastic(8, 0);
        float[] target = apply(new Distorter(idle, frame), image, Draw.of(1, 2, 3));
        for (int i = 0; i < image.length; i++) assertThat(target[i]).isEqualTo((image[i] & 0xFF) / 255f);
        float[] bytes = apply(new Distorter(Distortion.NONE, frame.withRange(0, 255)), image, Draw.of(1, 2, 3));
        for (int i = 0; i < image.length; i++) assertThat(bytes[i]).isEqualTo(image[i] & 0xFF);
    }

    @Test
    void the_range_is_the_one_asked_for() {
        byte[] image = {0, (byte) 255, 51};
        Frame frame = Frame.of(1, 1, 3).withRange(-1, 1);
        assertThat(apply(new Distorter(Distortion.NONE, frame), image, Draw.of(0, 0, 0)))
                .containsExactly(new float[] {-1, 1, -0.6f}, within(1e-6f));
    }

    @Test
    void a_smaller_image_is_padded_and_a_larger_one_cropped_about_the_middle() {
        byte[] image = random(28 * 28, 2);
        Frame pad = new Frame(1, 28, 28, 33, 29, 0, 255);
        float[] padded = apply(new Distorter(Distortion.NONE, pad), image, Draw.of(0, 0, 0));
        for (int y = 0; y < 33; y++)
            for (int x = 0; x < 29; x++) {
                boolean inside = y >= 2 && y < 30 && x < 28;
                assertThat(padded[y * 29 + x]).isEqualTo(inside ? image[(y - 2) * 28 + x] & 0xFF : 0);
            }
        Frame crop = new Frame(1, 28, 28, 20, 24, 0, 255);
        float[] cropped = apply(new Distorter(Distortion.NONE, crop), image, Draw.of(0, 0, 0));
        for (int y = 0; y < 20; y++)
            for (int x = 0; x < 24; x++) assertThat(cropped[y * 24 + x]).isEqualTo(image[(y + 4) * 28 + x + 2] & 0xFF);
    }

    @Test
    void the_same_draw_gives_the_same_picture_whatever_came_between() {
        byte[] image = random(29 * 29, 3);
        Distorter distorter = new Distorter(EVERYTHING, 1, 29, 29);
        float[] first = apply(distorter, image, Draw.of(1, 2, 3));
        float[] other = apply(distorter, image, Draw.of(1, 2, 4));
        assertThat(other).isNotEqualTo(first);
        assertThat(apply(distorter, image, Draw.of(1, 3, 3))).isNotEqualTo(first);
        assertThat(apply(distorter, image, Draw.of(2, 2, 3))).isNotEqualTo(first);
        assertThat(apply(distorter, image, Draw.of(1, 2, 3))).isEqualTo(first);
        assertThat(apply(distorter.twin(), image, Draw.of(1, 2, 3))).isEqualTo(first);
        assertThat(apply(new Distorter(EVERYTHING, 1, 29, 29), image, Draw.of(1, 2, 3)))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"GAUSSIAN, PER_IMAGE", "GAUSSIAN, PER_BATCH", "UNIFORM, PER_IMAGE"})
    void images_in_any_order_on_any_number_of_threads_come_out_the_same(Elastic.Noise noise, Elastic.Field field)
            throws Exception {
        Distortion d = new Distortion(new Elastic(5, 30, noise, field), 10, 0.1, 0.1, 5, 1, 1, 0.1, true);
        Frame frame = Frame.of(3, 16, 16);
        int count = 400;
        byte[] images = random(count * frame.sourceSize(), 4);
        float[] inOrder = new float[count * frame.size()];
        Distorter first = new Distorter(d, frame);
        for (int i = 0; i < count; i++) distort(first, images, inOrder, i);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) order.add(i);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 3; round++) {
                Collections.shuffle(order, new Random(round));
                float[] shuffled = new float[inOrder.length];
                List<Callable<Void>> parts = new ArrayList<>();
                for (int t = 0; t < 4; t++) {
                    List<Integer> mine = order.subList(t * count / 4, (t + 1) * count / 4);
                    Distorter twin = first.twin();
                    parts.add(() -> {
                        for (int i : mine) distort(twin, images, shuffled, i);
                        return null;
                    });
                }
                for (Future<Void> part : threads.invokeAll(parts)) part.get();
                assertThat(shuffled).isEqualTo(inOrder);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void distort(Distorter distorter, byte[] images, float[] to, int i) {
        Frame frame = distorter.frame();
        distorter.apply(images, i * frame.sourceSize(), to, i * frame.size(), new Draw(7, 1, i, i / 10));
    }

    @Test
    void a_translation_moves_the_content_by_the_drawn_share_of_pixels() {
        byte[] image = random(21 * 19, 5);
        Distorter distorter = new Distorter(only(0, 0, 0, 0, 3, 0, 0, false), 1, 21, 19);
        double[] mean = new double[2];
        double[] squares = new double[2];
        int n = 2000;
        for (int i = 0; i < n; i++) {
            Displacement d = distorter.displacement(Draw.of(1, 0, i));
            for (int p = 0; p < d.dx().length; p++) {
                assertThat(d.dx()[p]).isEqualTo(d.dx()[0], within(1e-5f)).isBetween(-3f, 3f);
                assertThat(d.dy()[p]).isEqualTo(d.dy()[0], within(1e-5f)).isBetween(-3f, 3f);
            }
            mean[0] += d.dx()[0] / n;
            mean[1] += d.dy()[0] / n;
            squares[0] += d.dx()[0] * d.dx()[0] / n;
            squares[1] += d.dy()[0] * d.dy()[0] / n;
            if (i < 20) assertThatItReads(distorter, image, Draw.of(1, 0, i), d);
        }
        for (int axis = 0; axis < 2; axis++) {
            assertThat(mean[axis]).isEqualTo(0, within(0.2));
            // Uniform within ±3: a variance of 3.
            assertThat(squares[axis]).isEqualTo(3, within(0.3));
        }
    }

    @Test
    void a_rotation_turns_about_the_middle_by_at_most_its_angle() {
        byte[] image = random(29 * 29, 6);
        Distorter distorter = new Distorter(only(30, 0, 0, 0, 0, 0, 0, false), 1, 29, 29);
        double largest = 0;
        for (int i = 0; i < 300; i++) {
            Draw draw = Draw.of(1, 0, i);
            Displacement d = distorter.displacement(draw);
            // The right neighbour of the middle lies 10 pixels along the turned axis.
            double angle = Math.atan2(d.dy()[14 * 29 + 24], 10 + d.dx()[14 * 29 + 24]);
            largest = Math.max(largest, Math.abs(angle));
            for (int y = 0; y < 29; y++)
                for (int x = 0; x < 29; x++) {
                    double readX = 14 + Math.cos(angle) * (x - 14) - Math.sin(angle) * (y - 14);
                    double readY = 14 + Math.sin(angle) * (x - 14) + Math.cos(angle) * (y - 14);
                    assertThat(x + d.dx()[y * 29 + x]).isEqualTo((float) readX, within(1e-4f));
                    assertThat(y + d.dy()[y * 29 + x]).isEqualTo((float) readY, within(1e-4f));
                }
            if (i < 20) assertThatItReads(distorter, image, draw, d);
        }
        assertThat(Math.toDegrees(largest)).isBetween(29.0, 30.0);
    }

    @Test
    void scaling_and_shearing_stay_within_their_shares() {
        byte[] image = random(29 * 29, 7);
        Distorter scale = new Distorter(only(0, 0.2, 0.1, 0, 0, 0, 0, false), 1, 29, 29);
        Distorter shear = new Distorter(only(0, 0, 0, 20, 0, 0, 0, false), 1, 29, 29);
        double widest = 0;
        double slantest = 0;
        for (int i = 0; i < 300; i++) {
            Displacement s = scale.displacement(Draw.of(1, 0, i));
            double wide = 14 / (14 + s.dx()[14 * 29 + 28]);
            double high = 14 / (14 + s.dy()[28 * 29 + 14]);
            assertThat(wide).isBetween(0.7999, 1.2001);
            assertThat(high).isBetween(0.8999, 1.1001);
            assertThat(s.dx()[5 * 29 + 28]).isEqualTo(s.dx()[14 * 29 + 28], within(1e-5f));
            widest = Math.max(widest, wide);
            Displacement k = shear.displacement(Draw.of(1, 0, i));
            slantest = Math.max(slantest, Math.abs(k.dx()[14] / 14));
            assertThat(k.dx()[28 * 29]).isEqualTo(-k.dx()[0], within(1e-5f));
            for (float dy : k.dy()) assertThat(dy).isZero();
            if (i < 20) {
                assertThatItReads(scale, image, Draw.of(1, 0, i), s);
                assertThatItReads(shear, image, Draw.of(1, 0, i), k);
            }
        }
        assertThat(widest).isGreaterThan(1.19);
        assertThat(slantest).isBetween(Math.tan(Math.toRadians(19)), Math.tan(Math.toRadians(20.01)));
    }

    @Test
    void the_content_is_scaled_then_sheared_then_turned_then_moved() {
        for (int i = 0; i < 50; i++) {
            Draw draw = Draw.of(2, 0, i);
            // What was done last is undone first when reading.
            List<Displacement> undone = new ArrayList<>();
            undone.add(new Distorter(only(0, 0, 0, 0, 5, 0, 0, false), 1, 29, 29).displacement(draw));
            undone.add(new Distorter(only(40, 0, 0, 0, 0, 0, 0, false), 1, 29, 29).displacement(draw));
            undone.add(new Distorter(only(0, 0, 0, 25, 0, 0, 0, false), 1, 29, 29).displacement(draw));
            undone.add(new Distorter(only(0, 0.3, 0.2, 0, 0, 0, 0, false), 1, 29, 29).displacement(draw));
            Displacement all = new Distorter(only(40, 0.3, 0.2, 25, 5, 0, 0, false), 1, 29, 29).displacement(draw);
            for (double[] p : new double[][] {{0, 0}, {28, 0}, {3, 20}}) {
                double[] read = p;
                for (Displacement one : undone) read = read(one, read);
                assertThat(read(all, p)).containsExactly(read, within(1e-3));
            }
        }
    }

    /** Where a displacement that is linear in x and y reads a place, from what it says at three corners. */
    private static double[] read(Displacement d, double[] p) {
        double x = p[0] / 28;
        double y = p[1] / 28;
        return new double[] {
            p[0] + d.dx()[0] + x * (d.dx()[28] - d.dx()[0]) + y * (d.dx()[28 * 29] - d.dx()[0]),
            p[1] + d.dy()[0] + x * (d.dy()[28] - d.dy()[0]) + y * (d.dy()[28 * 29] - d.dy()[0])
        };
    }

    @Test
    void an_image_is_read_where_the_displacement_says_whatever_is_combined() {
        byte[] image = random(29 * 29, 8);
        Distortion d = new Distortion(
                new Elastic(5, 60, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_IMAGE), 15, 0.15, 0.2, 8, 2, 1, 0, false);
        Distorter distorter = new Distorter(d, 1, 29, 29);
        for (int i = 0; i < 50; i++)
            assertThatItReads(distorter, image, Draw.of(1, 0, i), distorter.displacement(Draw.of(1, 0, i)));
    }

    @Test
    void pixel_shifts_are_one_of_five_equally_often() {
        byte[] image = random(9 * 9, 9);
        Distorter distorter = new Distorter(only(0, 0, 0, 0, 0, 2, 0, false), 1, 9, 9);
        int[][] ways = {{0, 0}, {0, 2}, {0, -2}, {2, 0}, {-2, 0}};
        int[] counts = new int[5];
        for (int i = 0; i < 5000; i++) {
            float[] target = apply(distorter, image, Draw.of(1, 0, i));
            int way = 0;
            while (!isMoved(target, image, 9, ways[way][0], ways[way][1])) way++;
            counts[way]++;
        }
        for (int count : counts) assertThat((double) count).isEqualTo(1000, within(5 * 28.3));
    }

    private static boolean isMoved(float[] target, byte[] image, int side, int right, int down) {
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++) {
                int fromX = x - right;
                int fromY = y - down;
                boolean inside = fromX >= 0 && fromX < side && fromY >= 0 && fromY < side;
                float value = inside ? (image[fromY * side + fromX] & 0xFF) / 255f : 0;
                if (target[y * side + x] != value) return false;
            }
        return true;
    }

    @Test
    void a_flip_mirrors_every_second_image_exactly() {
        Frame frame = Frame.of(3, 8, 11);
        byte[] image = random(frame.sourceSize(), 10);
        Distorter distorter = new Distorter(only(0, 0, 0, 0, 0, 0, 0, true), frame);
        int flipped = 0;
        for (int i = 0; i < 2000; i++) {
            float[] target = apply(distorter, image, Draw.of(1, 0, i));
            boolean flip = target[0] != (image[0] & 0xFF) / 255f;
            if (flip) flipped++;
            for (int p = 0; p < target.length; p++) {
                int from = flip ? p / 11 * 11 + 10 - p % 11 : p;
                assertThat(target[p]).isEqualTo((image[from] & 0xFF) / 255f);
            }
        }
        assertThat((double) flipped).isEqualTo(1000, within(5 * 22.4));
    }

    @Test
    void the_planes_of_a_colour_image_move_together() {
        Distortion d = new Distortion(EVERYTHING.elastic(), 15, 0.1, 0.1, 5, 2, 0, 0, true);
        byte[] grey = random(32 * 32, 11);
        byte[] colour = new byte[3 * grey.length];
        for (int c = 0; c < 3; c++) System.arraycopy(grey, 0, colour, c * grey.length, grey.length);
        float[] target = apply(new Distorter(d, 3, 32, 32), colour, Draw.of(4, 5, 6));
        float[] two = new float[2 * grey.length];
        new Distorter(d, 2, 32, 32).apply(colour, 0, two, 0, Draw.of(4, 5, 6));
        for (int p = 0; p < grey.length; p++) {
            assertThat(target[p]).isEqualTo(target[p + grey.length]).isEqualTo(target[p + 2 * grey.length]);
            assertThat(two[p]).isEqualTo(two[p + grey.length]);
        }
    }

    @Test
    void beyond_its_border_a_colour_image_goes_on_and_a_grey_one_is_paper() {
        Distortion far = only(0, 0, 0, 0, 6, 0, 0, false);
        byte[] white = new byte[3 * 64];
        Arrays.fill(white, (byte) 255);
        for (int i = 0; i < 50; i++) {
            for (float v : apply(new Distorter(far, 3, 8, 8), white, Draw.of(1, 0, i)))
                assertThat(v).isEqualTo(1, within(1e-6f));
        }
        Displacement d = new Distorter(far, 1, 8, 8).displacement(Draw.of(1, 0, 0));
        float[] grey = new float[64];
        new Distorter(far, 1, 8, 8).apply(white, 0, grey, 0, Draw.of(1, 0, 0));
        int outside = d.dx()[0] < 0 ? 0 : 7;
        assertThat(Math.abs(d.dx()[0])).isGreaterThan(1);
        assertThat(grey[3 * 8 + outside]).isZero();
    }

    @Test
    void noise_has_its_deviation_and_is_clipped_to_the_range() {
        byte[] grey = new byte[900];
        Arrays.fill(grey, (byte) 128);
        Distorter distorter = new Distorter(only(0, 0, 0, 0, 0, 0, 0.1, false), 1, 30, 30);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100; i++)
            for (float v : apply(distorter, grey, Draw.of(1, 0, i))) {
                sum += v / 90_000;
                squares += v * v / 90_000.0;
            }
        assertThat(sum).isEqualTo(128 / 255.0, within(0.002));
        assertThat(Math.sqrt(squares - sum * sum)).isEqualTo(0.1, within(0.002));
        Frame signed = Frame.of(1, 30, 30).withRange(-1, 1);
        Distorter loud = new Distorter(only(0, 0, 0, 0, 0, 0, 0.8, false), signed);
        int low = 0;
        int high = 0;
        for (float v : apply(loud, grey, Draw.of(1, 0, 0))) {
            assertThat(v).isBetween(-1f, 1f);
            if (v == -1) low++;
            if (v > 0.999999f) high++;
        }
        // The share of normal numbers beyond 0.5 / 0.8 σ is 26.6 %.
        assertThat(low).isBetween(180, 300);
        assertThat(high).isBetween(180, 300);
    }

    @Test
    void changing_one_setting_leaves_what_the_others_drew() {
        Draw draw = Draw.of(3, 1, 4);
        Displacement turned = new Distorter(only(15, 0, 0, 0, 0, 0, 0, false), 1, 29, 29).displacement(draw);
        Displacement elastic = new Distorter(Distortion.elastic(6, 30), 1, 29, 29).displacement(draw);
        Distortion both = new Distortion(EVERYTHING.elastic(), 15, 0, 0, 0, 0, 0, 0.3, true);
        Displacement sum = new Distorter(both, 1, 29, 29).displacement(draw);
        for (int p = 0; p < 29 * 29; p++) {
            assertThat(sum.dx()[p]).isEqualTo(turned.dx()[p] + elastic.dx()[p], within(1e-5f));
            assertThat(sum.dy()[p]).isEqualTo(turned.dy()[p] + elastic.dy()[p], within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "2, 3", "40, 1", "64, 48", "100, 100"})
    void any_size_and_any_strength_stay_in_range(int height, int width) {
        for (Elastic.Noise noise : Elastic.Noise.values())
            for (double sigma : new double[] {0, 0.5, 3, 20}) {
                Distortion d = new Distortion(
                        new Elastic(sigma, 1e6, noise, Elastic.Field.PER_IMAGE), 180, 0.5, 0.5, 45, 1000, 3, 0.1, true);
                Distorter distorter = new Distorter(d, 3, height, width);
                byte[] image = random(3 * height * width, 12);
                for (float v : apply(distorter, image, Draw.of(1, 0, 0)))
                    assertThat(v).isBetween(0f, 1.000001f);
            }
    }

    /** Compares with bilinear interpolation in double precision of the image on paper, at the places the displacement names. */
    private static void assertThatItReads(Distorter distorter, byte[] image, Draw draw, Displacement d) {
        float[] target = apply(distorter, image, draw);
        for (int y = 0; y < d.height(); y++)
            for (int x = 0; x < d.width(); x++) {
                double readX = x + (double) d.dx()[y * d.width() + x];
                double readY = y + (double) d.dy()[y * d.width() + x];
                int left = (int) Math.floor(readX);
                int top = (int) Math.floor(readY);
                double value = 0;
                for (int v = top; v <= top + 1; v++)
                    for (int u = left; u <= left + 1; u++) {
                        if (u < 0 || u >= d.width() || v < 0 || v >= d.height()) continue;
                        value += (1 - Math.abs(u - readX))
                                * (1 - Math.abs(v - readY))
                                * (image[v * d.width() + u] & 0xFF);
                    }
                assertThat(target[y * d.width() + x]).isEqualTo((float) (value / 255), within(2e-5f));
            }
    }

    private static Distortion only(
            double rotation,
            double scaleX,
            double scaleY,
            double shear,
            double shift,
            int pixelShift,
            double noise,
            boolean flip) {
        return new Distortion(Elastic.NONE, rotation, scaleX, scaleY, shear, shift, pixelShift, noise, flip);
    }

    private static float[] apply(Distorter distorter, byte[] image, Draw draw) {
        float[] target = new float[distorter.frame().size()];
        distorter.apply(image, 0, target, 0, draw);
        return target;
    }

    private static byte[] random(int size, int seed) {
        byte[] image = new byte[size];
        new Random(seed).nextBytes(image);
        return image;
    }
}
