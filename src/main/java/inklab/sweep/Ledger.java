package inklab.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in a sweep, a JSON object a line, appended to and never changed: {@code began} (how, why), {@code started}, {@code rested},
 * {@code ended}, {@code dropped} (member and, of an outcome, its figures), {@code paused}, {@code finished}. {@code at} is the clock's time,
 * {@code s} the seconds that the sweep has been at work, breaks not counted. A half-written last line is ignored.
 */
final class Ledger implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final FileOutputStream out;
    private final double before;
    private final long started = System.nanoTime();

    /** Opens it to append; a half-written last line is cut off. */
    Ledger(Path file) throws IOException {
        this.file = file;
        try {
            List<JsonNode> lines = Files.exists(file) ? read(file) : List.of();
            before = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("s").asDouble();
            cutHalfLine(file);
            out = new FileOutputStream(file.toFile(), true);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Seconds that the sweep has been at work, breaks not counted. */
    double seconds() {
        return before + (System.nanoTime() - started) / 1e9;
    }

    void began(String how, int members) throws IOException {
        add(line("began").put("members", members).put("how", how));
    }

    void started(Assignment assignment) throws IOException {
        ObjectNode line = line("started").put("member", assignment.member());
        if (assignment.until() > 0) line.put("until", assignment.until());
        add(line);
    }

    /** @param event {@code ended} or {@code rested} */
    void outcome(String event, Outcome outcome, Map<String, JsonNode> values) throws IOException {
        ObjectNode line = line(event).put("member", outcome.member());
        values.forEach(line.putObject("values")::set);
        line.put("ending", outcome.ending()).put("epochs", outcome.epochs()).put("best_epoch", outcome.bestEpoch());
        number(line, "validation_error", outcome.validationError());
        number(line, "test_error", outcome.testError());
        number(line, "images_per_s", outcome.imagesPerSecond());
        number(line, "wall_s", outcome.wallSeconds());
        line.put("weights_sha256", outcome.weightsSha256()).put("where", outcome.where());
        Problem problem = outcome.problem();
        if (problem != null)
            line.putObject("problem")
                    .put("where", problem.where())
                    .put("what", problem.what())
                    .put("how", problem.how());
        add(line);
    }

    void dropped(String member) throws IOException {
        add(line("dropped").put("member", member));
    }

    void over(String event, String why) throws IOException {
        add(line(event).put("why", why));
    }

    /** How each member stands after all these lines. */
    static List<Trial> trials(Path file, List<Sweep.Member> members) throws IOException {
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (Sweep.Member member : members) trials.put(member.name(), Trial.waiting(member));
        for (JsonNode line : Files.exists(file) ? read(file) : List.<JsonNode>of()) {
            String name = line.path("member").asText();
            if (trials.containsKey(name)) trials.put(name, after(trials.get(name), line));
        }
        return new ArrayList<>(trials.values());
    }

    private static Trial after(Trial trial, JsonNode line) {
        return switch (line.path("event").asText()) {
            case "started" -> trial.in(Trial.Status.STARTED);
            case "dropped" -> trial.in(Trial.Status.DROPPED);
            case "rested" -> outcome(trial, line, Trial.Status.RESTING);
            case "ended" ->
                outcome(trial, line, line.hasNonNull("problem") ? Trial.Status.FAILED : Trial.Status.FINISHED);
            default -> trial;
        };
    }

    private static Trial outcome(Trial trial, JsonNode line, Trial.Status status) {
        JsonNode problem = line.path("problem");
        return new Trial(
                trial.member(),
                status,
                line.path("epochs").asInt(),
                line.path("best_epoch").asInt(),
                line.path("validation_error").asDouble(Double.NaN),
                line.path("test_error").asDouble(Double.NaN),
                line.path("images_per_s").asDouble(Double.NaN),
                line.path("wall_s").asDouble(),
                line.path("weights_sha256").asText(),
                line.path("ending").asText(),
                problem.isObject()
                        ? new Problem(
                                problem.path("where").asText(),
                                problem.path("what").asText(),
                                problem.path("how").asText())
                        : null,
                line.path("s").asDouble(),
                line.path("where").asText());
    }

    /** The last line of this kind; a missing node when there is none. */
    static JsonNode last(Path file, String event) throws IOException {
        JsonNode last = MAPPER.missingNode();
        for (JsonNode line : read(file)) if (line.path("event").asText().equals(event)) last = line;
        return last;
    }

    /** Every whole line; none where there is no ledger yet. */
    static List<JsonNode> read(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(
                    file + " is damaged, it is not text in UTF-8: put back a copy, or begin the sweep in a new folder.",
                    e);
        }
        List<JsonNode> lines = new ArrayList<>();
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            boolean half = i == all.size() - 1 && !text.endsWith("\n");
            if (half || all.get(i).isBlank()) continue;
            try {
                lines.add(MAPPER.readTree(all.get(i)));
            } catch (JsonProcessingException e) {
                throw new IOException(
                        file + " is damaged in line " + (i + 1) + ": delete that line, then resume the sweep.", e);
            }
        }
        return lines;
    }

    private static void cutHalfLine(Path file) throws IOException {
        if (!Files.exists(file)) return;
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') end--;
        if (end == bytes.length) return;
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.setLength(end);
        }
    }

    private ObjectNode line(String event) {
        return MAPPER.createObjectNode()
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("s", Math.round(seconds() * 10) / 10.0)
                .put("event", event);
    }

    private void add(ObjectNode line) throws IOException {
        try {
            out.write((MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    static IOException cannotWrite(Path file, IOException cause) {
        return new IOException(
                "Cannot write " + file + " ("
                        + String.valueOf(cause.getMessage()).replace(file + " ", "")
                        + "): free some disk space or check the folder's permissions, then resume the sweep.",
                cause);
    }

    private static void number(ObjectNode line, String name, double value) {
        if (Double.isFinite(value)) line.put(name, value);
        else line.putNull(name);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
