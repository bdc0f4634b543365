package inklab.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@link Results} as JSON, a line for each net and each committee:
 *
 * <pre>
 * format 1
 * runs: row recipe seed epochs epochs_published best_epoch validation_error test_error images wall_s images_per_s date machine
 *       weights deviations
 * committees: row members averaged_error votes_error images by_size date machine deviations
 *   members: name recipe seed epochs test_error      by_size: size committees lowest mean highest
 * machine: cpu cores os java
 * </pre>
 *
 * Every field is required but validation_error, which a run without validation images has not. The program writes the file; nobody else needs to.
 */
public final class ResultsFile {
    /** The version that is written and read. */
    public static final int FORMAT = 1;

    private static final String FILE = "/presets/results.json";

    /**
     * What a text says.
     *
     * @param results if nothing is wrong
     * @param problems all that is wrong
     */
    public record Parsed(Optional<Results> results, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    private ResultsFile() {}

    /** The results that come with Inklab. */
    public static Results own() {
        try (InputStream in = ResultsFile.class.getResourceAsStream(FILE)) {
            if (in == null) return Results.NONE;
            Parsed parsed = parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return parsed.results()
                    .orElseThrow(() -> new IllegalStateException("Inklab's own file " + FILE + ": "
                            + parsed.problems().get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException("Inklab's own file " + FILE + " cannot be read", e);
        }
    }

    /** Reads results; never throws. */
    public static Parsed parse(String json) {
        StrictJson.Parsed parsed = StrictJson.parse(json, "list of measured results");
        if (parsed.object().isEmpty()) return new Parsed(Optional.empty(), parsed.problems());
        return new ResultsReader().read(parsed.object().get());
    }

    /**
     * Reads a file; where there is none, nothing was measured yet.
     *
     * @throws IOException in one sentence, when it cannot be read or is damaged
     */
    public static Results read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Results.NONE;
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: check that it is a text file, and its permissions.", e);
        }
        Parsed parsed = parse(text);
        return parsed.results()
                .orElseThrow(
                        () -> new IOException(file + ", " + parsed.problems().get(0)));
    }

    /** The text, with a line for each net and committee. */
    public static String text(Results results) {
        return "{\n  \"format\": " + FORMAT + ",\n  \"runs\": "
                + list(results.runs().stream().map(ResultsWriter::run)) + ",\n  \"committees\": "
                + list(results.committees().stream().map(ResultsWriter::committee)) + "\n}\n";
    }

    private static String list(Stream<ObjectNode> objects) {
        List<String> lines =
                objects.map(object -> "\n    " + RecipeWriter.line(object)).toList();
        return lines.isEmpty() ? "[]" : "[" + String.join(",", lines) + "\n  ]";
    }

    /**
     * Writes a file: beside, then moved into place whole.
     *
     * @throws IOException when that fails; its message names the file
     */
    public static void write(Path file, Results results) throws IOException {
        WholeFile.write(file, text(results), "The list of results");
    }
}
