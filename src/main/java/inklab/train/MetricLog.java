package inklab.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code metrics.jsonl}: a line for each step, a line for each epoch, and a line wherever a training was taken up again, which
 * makes the lines from that step on void. Lines are only ever added, whole; a last line without its end is the trace of a crash, and is
 * ignored on reading and cut off before the next one is added.
 */
final class MetricLog implements AutoCloseable {
    private static final String RESUMED = "{\"resumed_at_step\":";
    private static final String STEP = "{\"step\":";
    private static final String EPOCH = "{\"epoch\":";
    private static final ObjectReader STEPS = Json.MAPPER.readerFor(StepMetrics.class);
    private static final ObjectReader EPOCHS = Json.MAPPER.readerFor(EpochMetrics.class);
    private static final int BUFFER = 1 << 15;
    private static final long FLUSH_NANOS = 250_000_000;

    /**
     * A place in a training.
     *
     * @param step how many steps are done
     * @param epochs how many epochs are done, scored and all
     */
    record Place(long step, int epochs) {
        private static final Place END = new Place(Long.MAX_VALUE, Integer.MAX_VALUE);

        private Place earlier(Place other) {
            return new Place(Math.min(step, other.step), Math.min(epochs, other.epochs));
        }
    }

    private final Path file;
    private final Metrics metrics;
    private final RandomAccessFile out;
    private final StringBuilder lines = new StringBuilder(BUFFER + 512);
    private long flushed = System.nanoTime();

    /**
     * Opens the log to add to it.
     *
     * @param place what will be added next; what the file says of it and of all later is void from now on
     * @param metrics receives what the file already says, and all that is added
     */
    MetricLog(Path file, Place place, Metrics metrics) throws IOException {
        this.file = file;
        this.metrics = metrics;
        try {
            out = new RandomAccessFile(file.toFile(), "rw");
        } catch (IOException e) {
            throw Durable.cannotWrite(file, e);
        }
        try {
            cutHalfLine();
            if (out.length() > 0) {
                lines.append(RESUMED).append(place.step());
                lines.append(",\"epochs_done\":").append(place.epochs()).append("}\n");
                flush();
            }
            read(file, metrics);
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    void add(StepMetrics step) throws IOException {
        metrics.add(step);
        lines.append(STEP).append(step.step()).append(",\"epoch\":").append(step.epoch());
        lines.append(",\"loss\":").append((float) step.loss());
        lines.append(",\"error\":").append((float) step.error());
        lines.append(",\"rate\":").append(step.rate());
        lines.append(",\"images_per_s\":").append((float) step.imagesPerSecond());
        lines.append("}\n");
        if (lines.length() > BUFFER || System.nanoTime() - flushed > FLUSH_NANOS) flush();
    }

    void add(EpochMetrics epoch) throws IOException {
        metrics.add(epoch);
        lines.append(Json.MAPPER.writeValueAsString(epoch)).append('\n');
        flush();
    }

    /** Hands all lines to the operating system: another process sees them now. */
    void flush() throws IOException {
        flushed = System.nanoTime();
        try {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Durable.cannotWrite(file, e);
        }
        lines.setLength(0);
    }

    /** Flushes, and waits until the disk has it all. */
    void force() throws IOException {
        flush();
        try {
            out.getFD().sync();
        } catch (IOException e) {
            throw Durable.cannotWrite(file, e);
        }
    }

    /** Closes the file; lines not flushed are lost, as in a crash. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    private void cutHalfLine() throws IOException {
        long length = out.length();
        long end = length;
        byte[] block = new byte[4096];
        while (end > 0) {
            int size = (int) Math.min(block.length, end);
            out.seek(end - size);
            out.readFully(block, 0, size);
            int i = size;
            while (i > 0 && block[i - 1] != '\n') i--;
            end -= size - i;
            if (i > 0) break;
        }
        if (end < length) out.setLength(end);
        out.seek(end);
    }

    /**
     * Reads a log into memory, void lines and lines that are not whole left out; a file that does not exist holds nothing.
     */
    static void read(Path file, Metrics metrics) throws IOException {
        if (!Files.isRegularFile(file)) return;
        List<Place> resumes = resumes(file);
        int seen = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line; (line = reader.readLine()) != null; ) {
                if (line.startsWith(RESUMED)) seen++;
                else add(line, seen < resumes.size() ? resumes.get(seen) : Place.END, metrics);
            }
        }
    }

    /** For the lines before each place where the training was taken up: the earliest place taken up afterwards. */
    private static List<Place> resumes(Path file) throws IOException {
        List<Place> places = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line; (line = reader.readLine()) != null; )
                if (line.startsWith(RESUMED)) places.add(resumedAt(line));
        }
        for (int i = places.size() - 2; i >= 0; i--) places.set(i, places.get(i).earlier(places.get(i + 1)));
        return places;
    }

    private static Place resumedAt(String line) {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            return new Place(
                    node.path("resumed_at_step").asLong(Long.MAX_VALUE),
                    node.path("epochs_done").asInt(Integer.MAX_VALUE));
        } catch (JsonProcessingException e) {
            return Place.END; // Half a line makes nothing void.
        }
    }

    private static void add(String line, Place end, Metrics metrics) {
        try {
            if (line.startsWith(STEP)) {
                StepMetrics step = STEPS.readValue(line);
                if (step.step() < end.step()) metrics.add(step);
            } else if (line.startsWith(EPOCH)) {
                EpochMetrics epoch = EPOCHS.readValue(line);
                if (epoch.epoch() <= end.epochs()) metrics.add(epoch);
            }
        } catch (JsonProcessingException e) {
            // Not a whole line: what a crash left behind is no measurement.
        }
    }
}
