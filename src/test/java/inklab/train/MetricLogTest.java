package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import inklab.train.MetricLog.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricLogTest {
    @TempDir
    Path folder;

    private static StepMetrics step(long step, double loss) {
        return new StepMetrics(step, (int) (step / 10) + 1, loss, 0.5, 0.1, 1000);
    }

    private static EpochMetrics epoch(int epoch, double error) {
        return new EpochMetrics(epoch, epoch * 10L, 1, error, 1, error, 1, error, 0.1, 1000, epoch, List.of());
    }

    private Path written(int steps) throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        try (MetricLog log = new MetricLog(file, new Place(0, 0), new Metrics())) {
            for (int i = 0; i < steps; i++) {
                log.add(step(i, i));
                if (i % 10 == 9) log.add(epoch(i / 10 + 1, 0.25));
            }
            log.force();
        }
        return file;
    }

    private static Metrics.Snapshot read(Path file) throws IOException {
        Metrics metrics = new Metrics();
        MetricLog.read(file, metrics);
        return metrics.snapshot();
    }

    @Test
    void a_log_cut_off_at_any_byte_gives_its_whole_lines_and_takes_new_ones() throws IOException {
        Path file = written(12);
        byte[] whole = Files.readAllBytes(file);
        int lines = 0;
        for (int length = 0; length <= whole.length; length++) {
            if (length > 0 && whole[length - 1] == '\n') lines++;
            Path cut = folder.resolve("cut.jsonl");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            Metrics.Snapshot snapshot = read(cut);
            long found = snapshot.loss().points() + snapshot.epochs().size();
            boolean wholeButItsEnd = length < whole.length && whole[length] == '\n' && whole[length - 1] == '}';
            assertThat(found).isEqualTo(wholeButItsEnd ? lines + 1 : lines);

            try (MetricLog log = new MetricLog(cut, new Place(20, 2), new Metrics())) {
                log.add(step(20, 7));
                log.flush();
            }
            assertThat(read(cut).loss().points() + read(cut).epochs().size()).isEqualTo(lines + 1);
            assertThat(Files.readAllLines(cut)).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        }
    }

    @Test
    void lines_after_the_place_where_a_training_was_taken_up_are_void() throws IOException {
        Path file = written(30);
        Metrics resumed = new Metrics();
        try (MetricLog log = new MetricLog(file, new Place(15, 1), resumed)) {
            assertThat(resumed.snapshot().loss().points()).isEqualTo(15);
            assertThat(resumed.snapshot().epochs()).hasSize(1);
            for (int i = 15; i < 18; i++) log.add(step(i, 100 + i));
            log.force();
        }
        try (MetricLog log = new MetricLog(file, new Place(17, 1), new Metrics())) {
            log.add(step(17, 217));
            log.force();
        }
        Metrics.Snapshot snapshot = read(file);
        assertThat(snapshot.loss().mean())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 115, 116, 217);
        assertThat(snapshot.epochs()).containsExactly(epoch(1, 0.25));
    }

    @Test
    void an_epoch_that_was_logged_but_not_saved_is_void_too() throws IOException {
        Path file = written(10);
        try (MetricLog log = new MetricLog(file, new Place(10, 0), new Metrics())) {
            log.add(epoch(1, 0.125));
        }
        assertThat(read(file).epochs()).containsExactly(epoch(1, 0.125));
        assertThat(read(file).loss().points()).isEqualTo(10);
    }

    @Test
    void lines_of_nonsense_are_left_out() throws IOException {
        Path file = written(3);
        Files.writeString(file, "{\"step\":\n\u0000\u0000\u0000\n[]\n\n{\"step\":\"x\"}\n", StandardOpenOption.APPEND);
        Files.writeString(file, "{\"epoch\":3,\"validation_error\":0.5}\n", StandardOpenOption.APPEND);
        assertThat(read(file).loss().points()).isEqualTo(3);
        assertThat(read(file).epochs()).isEmpty();
    }

    @Test
    void a_full_disk_is_a_sentence() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full on this system");
        Path file = Files.createSymbolicLink(folder.resolve("metrics.jsonl"), Path.of("/dev/full"));
        try (MetricLog log = new MetricLog(file, new Place(0, 0), new Metrics())) {
            log.add(step(0, 1));
            assertThatIOException()
                    .isThrownBy(log::force)
                    .withMessageStartingWith("Cannot write " + file + " (")
                    .withMessageContaining("free some disk space");
        }
    }

    @Test
    void a_million_points_cost_no_more_than_two_thousand_and_lose_no_peak() {
        CurveBuckets buckets = new CurveBuckets(2048);
        double sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double value = i == 123_456 ? 50 : i == 777_777 ? -50 : Math.sin(i * 1e-4);
            sum += value;
            buckets.add(i, value);
        }
        Curve curve = buckets.curve();
        assertThat(curve.size()).isBetween(1024, 2048);
        assertThat(curve.points()).isEqualTo(1_000_000);
        assertThat(curve.max()).contains(50);
        assertThat(curve.min()).contains(-50);
        double weighted = 0;
        long width = curve.step()[1] - curve.step()[0];
        for (int i = 0; i < curve.size(); i++) {
            long until = i + 1 < curve.size() ? curve.step()[i + 1] : 1_000_000;
            assertThat(until - curve.step()[i]).isLessThanOrEqualTo(width);
            weighted += curve.mean()[i] * (until - curve.step()[i]);
        }
        assertThat(weighted).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void a_short_curve_is_exact() {
        CurveBuckets buckets = new CurveBuckets(8);
        for (int i = 0; i < 5; i++) buckets.add(i, i * i);
        assertThat(buckets.curve().mean()).containsExactly(0, 1, 4, 9, 16);
        assertThat(buckets.curve().step()).containsExactly(0, 1, 2, 3, 4);
    }
}
