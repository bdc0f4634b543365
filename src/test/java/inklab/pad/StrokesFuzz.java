package inklab.pad;

import inklab.fuzz.Fuzzed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Fuzz target: files of pen strokes, and what the pad makes of them. */
public final class StrokesFuzz {
    private StrokesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("some.strokes.jsonl", data, file -> {
            try (StrokesReader reader = new StrokesReader(file)) {
                for (Optional<Strokes> next = reader.next(); next.isPresent(); next = reader.next())
                    prepare(next.get());
            }
        });
    }

    private static void prepare(Strokes strokes) {
        if (PadPreparation.standard().steps(strokes).isPresent() == strokes.isBlank())
            throw new AssertionError("blank or not?");
    }

    public static List<byte[]> seeds() {
        return List.of(
                "{\"strokes\":[[[1,2],[3.5,4e1]],[[-5,6,0.5]]],\"label\":\"7\"}\n".getBytes(StandardCharsets.UTF_8),
                "\n{\"label\":\"a\\u0041\",\"strokes\":[]}\n\n{\"strokes\":[[[0,0]]]}"
                        .getBytes(StandardCharsets.UTF_8));
    }
}
