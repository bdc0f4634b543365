package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.ImageSet;
import inklab.distort.Distorter;
import inklab.distort.Distortion;
import inklab.distort.Draw;
import inklab.distort.Elastic;
import inklab.engine.Batch;
import inklab.recipe.DataSettings.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class BatchPipelineTest {
    private static final int SIDE = 9;
    private static final ImageSet IMAGES = images(53);
    private static final Distortion DISTORTION = new Distortion(
            new Elastic(3, 9, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_BATCH), 10, 0.1, 0.1, 3, 1, 0, 0.05, true);

    /** Image i is labelled i, and its first pixel is i. */
    private static ImageSet images(int count) {
        byte[] pixels = new byte[count * SIDE * SIDE];
        new Random(3).nextBytes(pixels);
        byte[] labels = new byte[count];
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pixels[i * SIDE * SIDE] = (byte) i;
            labels[i] = (byte) i;
            classes.add("class " + i);
        }
        return new ImageSet(1, SIDE, SIDE, classes, pixels, labels);
    }

    private static BatchPipeline pipeline(Distortion distortion, int batch, long seed) {
        return new BatchPipeline(IMAGES, distortion, Pixels.UNIT, batch, seed);
    }

    /** The arrays are reused: keep a copy of what counts. */
    private static Batch copy(Batch batch) {
        return new Batch(
                batch.size(),
                Arrays.copyOf(batch.images(), batch.size() * SIDE * SIDE),
                Arrays.copyOf(batch.labels(), batch.size()));
    }

    private static List<Batch> epochs(BatchPipeline pipeline, int count) throws InterruptedException {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < count * pipeline.stepsPerEpoch(); i++) batches.add(copy(pipeline.next()));
        return batches;
    }

    private static void assertSame(Batch a, Batch b) {
        assertThat(a.labels()).isEqualTo(b.labels());
        assertThat(a.images()).isEqualTo(b.images());
    }

    @Test
    void an_epoch_has_every_image_once_with_its_own_label_and_the_last_mini_batch_what_is_left() throws Exception {
        try (BatchPipeline pipeline = pipeline(Distortion.NONE, 10, 1)) {
            assertThat(pipeline.stepsPerEpoch()).isEqualTo(6);
            for (int epoch = 0; epoch < 3; epoch++) {
                boolean[] seen = new boolean[53];
                for (int step = 0; step < 6; step++) {
                    Batch batch = pipeline.next();
                    assertThat(batch.size()).isEqualTo(step < 5 ? 10 : 3);
                    for (int i = 0; i < batch.size(); i++) {
                        int label = batch.labels()[i];
                        assertThat(seen[label]).isFalse();
                        seen[label] = true;
                        assertThat(Math.round(batch.images()[i * SIDE * SIDE] * 255))
                                .isEqualTo(label);
                    }
                }
                assertThat(seen).doesNotContain(false);
            }
        }
    }

    @Test
    void the_order_changes_from_epoch_to_epoch_and_with_the_seed() throws Exception {
        try (BatchPipeline one = pipeline(Distortion.NONE, 53, 1);
                BatchPipeline two = pipeline(Distortion.NONE, 53, 2)) {
            int[] first = one.next().labels().clone();
            int[] second = one.next().labels().clone();
            int[] other = two.next().labels().clone();
            assertThat(first).isNotEqualTo(second).isNotEqualTo(other);
            Arrays.sort(first);
            for (int i = 0; i < 53; i++) assertThat(first[i]).isEqualTo(i);
        }
    }

    @Test
    void every_place_is_equally_likely_for_an_image() throws Exception {
        int[] counts = new int[53];
        try (BatchPipeline pipeline = pipeline(Distortion.NONE, 53, 1)) {
            for (int epoch = 0; epoch < 5300; epoch++) {
                Batch batch = pipeline.next();
                for (int i = 0; i < 53; i++) if (batch.labels()[i] == 7) counts[i]++;
            }
        }
        for (int count : counts) assertThat(count).isBetween(50, 150);
    }

    @Test
    void images_are_distorted_by_seed_epoch_and_index_and_a_shared_field_by_the_mini_batch() throws Exception {
        Distorter distorter = new Distorter(DISTORTION, 1, SIDE, SIDE);
        float[] expected = new float[SIDE * SIDE];
        try (BatchPipeline pipeline = pipeline(DISTORTION, 10, 77)) {
            for (int epoch = 0; epoch < 2; epoch++)
                for (int step = 0; step < 6; step++) {
                    Batch batch = pipeline.next();
                    for (int i = 0; i < batch.size(); i++) {
                        int index = batch.labels()[i];
                        distorter.apply(IMAGES.image(index), 0, expected, 0, new Draw(77, epoch, index, step));
                        assertThat(Arrays.copyOfRange(batch.images(), i * SIDE * SIDE, (i + 1) * SIDE * SIDE))
                                .isEqualTo(expected);
                    }
                }
        }
    }

    @ParameterizedTest
    @EnumSource
    void undistorted_pixels_are_the_numbers_that_scoring_sees(Pixels pixels) throws Exception {
        float[] expected = new float[SIDE * SIDE];
        try (BatchPipeline pipeline = new BatchPipeline(IMAGES, Distortion.NONE, pixels, 53, 5)) {
            Batch batch = pipeline.next();
            for (int i = 0; i < 53; i++) {
                pixels.map(IMAGES.image(batch.labels()[i]), 0, expected, 0, expected.length);
                assertThat(Arrays.copyOfRange(batch.images(), i * SIDE * SIDE, (i + 1) * SIDE * SIDE))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void any_place_can_be_gone_to_and_shows_what_it_would_have_shown() throws Exception {
        List<Batch> whole;
        try (BatchPipeline pipeline = pipeline(DISTORTION, 8, 9)) {
            whole = epochs(pipeline, 3);
        }
        Random random = new Random(1);
        try (BatchPipeline pipeline = pipeline(DISTORTION, 8, 9)) {
            for (int round = 0; round < 200; round++) {
                int place = random.nextInt(whole.size() - 3);
                pipeline.seek(place / 7, place % 7);
                if (random.nextInt(4) == 0) Thread.sleep(random.nextInt(3));
                for (int i = 0; i < random.nextInt(4); i++) assertSame(copy(pipeline.next()), whole.get(place + i));
            }
        }
    }

    @Test
    void a_slow_or_a_fast_consumer_sees_the_same() throws Exception {
        List<Batch> fast;
        try (BatchPipeline pipeline = pipeline(DISTORTION, 7, 3)) {
            fast = epochs(pipeline, 2);
        }
        try (BatchPipeline pipeline = pipeline(DISTORTION, 7, 3)) {
            for (Batch expected : fast) {
                Batch batch = pipeline.next();
                Thread.sleep(3);
                assertSame(copy(batch), expected);
            }
        }
    }

    @Test
    void an_epoch_smaller_than_a_mini_batch_is_one_step() throws Exception {
        try (BatchPipeline pipeline = pipeline(Distortion.NONE, 1000, 3)) {
            assertThat(pipeline.stepsPerEpoch()).isEqualTo(1);
            assertThat(pipeline.next().size()).isEqualTo(53);
        }
    }

    @Test
    void closing_ends_the_thread_at_any_time() throws Exception {
        for (int i = 0; i < 50; i++) {
            BatchPipeline pipeline = pipeline(DISTORTION, 16, i);
            if (i % 3 > 0) pipeline.next();
            if (i % 3 > 1) pipeline.seek(1, 1);
            pipeline.close();
            pipeline.close();
            assertThatThrownBy(pipeline::next).isInstanceOf(IllegalStateException.class);
        }
        assertThat(workers()).isZero();
    }

    @Test
    void closing_wakes_a_consumer_that_waits() throws Exception {
        // Distorting one image of this size takes a while, so the consumer really waits.
        ImageSet large = new ImageSet(1, 600, 600, List.of("a"), new byte[360_000], new byte[1]);
        BatchPipeline pipeline = new BatchPipeline(large, Distortion.NONE, Pixels.UNIT, 1, 1);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                while (true) pipeline.next();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Thread.sleep(20);
        pipeline.close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_fault_of_the_worker_reaches_the_consumer() {
        ImageSet broken = IMAGES.select(new int[] {0, 99});
        try (BatchPipeline pipeline = new BatchPipeline(broken, Distortion.NONE, Pixels.UNIT, 2, 1)) {
            for (int i = 0; i < 2; i++)
                assertThatThrownBy(pipeline::next)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("could not be prepared")
                        .hasCauseInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(workers()).isZero();
    }

    @Test
    void impossible_places_and_sizes_are_refused() {
        try (BatchPipeline pipeline = pipeline(Distortion.NONE, 10, 1)) {
            assertThatThrownBy(() -> pipeline.seek(0, 6)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pipeline.seek(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> pipeline(Distortion.NONE, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("inklab-batches") && t.isAlive())
                .count();
    }
}
