package inklab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inklab.data.ink.InkDigits;
import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EngineSource;
import inklab.engine.dl4j.Dl4jEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs commands in this process, in a folder of their own, and keeps what they say. Ink's test part has but 200 images here. */
final class Terminal {
    static final int TEST_IMAGES = 200;

    /** Learns a little in well under a second. */
    static final String RECIPE = """
            {"format": 1, "name": "small", "data": {"dataset": "ink", "train": 1000, "validation": 200},
             "net": "1x28x28:relu-32N-10N",
             "training": {"batch": 50, "epochs": 2, "optimizer": {"kind": "momentum"},
                          "schedule": {"kind": "constant", "rate": 0.05}}}
            """;

    /** What the window is said to be measured as. */
    static final Map<String, Double> WINDOW_FIGURES = Map.of("fx_gap_ms_p95", 16.66);

    private final Path folder;
    private final List<Path> toured = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Supplier<Engine> engine = Dl4jEngine::new;

    /** What a command did. */
    record Said(int exit, String out, String err) {
        /** The last line of standard output. */
        JsonNode json() {
            List<String> lines = out.lines().toList();
            return parse(lines.get(lines.size() - 1));
        }

        List<JsonNode> jsonLines() {
            return out.lines().map(Said::parse).toList();
        }

        private static JsonNode parse(String line) {
            try {
                return new ObjectMapper().readTree(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "exit " + exit + "\n" + out + err;
        }
    }

    Terminal(Path folder) {
        this.folder = folder;
        environment.put("INKLAB_DATA", folder.resolve("data").toString());
    }

    Terminal withVariable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Terminal withEngine(Supplier<Engine> other) {
        engine = other;
        return this;
    }

    /** Where the window was walked for. */
    List<Path> toured() {
        return toured;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), text);
    }

    /** The engine under its usual name, or another that calls itself so. */
    private record Source(Supplier<Engine> opens) implements EngineSource {
        @Override
        public String id() {
            return "dl4j";
        }

        @Override
        public List<Device> devices() {
            return List.of(
                    Device.processor(),
                    new Device("cuda:0", "A card", 1L << 33, "3.5", false, "It is too old: rest it"));
        }

        @Override
        public Engine open() {
            return opens.get();
        }
    }

    Said run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment,
                System.getProperties(),
                (train, validation, test, seed) -> InkDigits.open().make(train, validation, TEST_IMAGES, seed),
                List.of(new Source(engine)),
                place -> toured.add(place) ? 0 : 1,
                says -> {
                    says.accept("drawing");
                    return WINDOW_FIGURES;
                },
                (thread, fault) -> Optional.of(folder.resolve("crash.txt")));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) words[i] = arguments[i].toString();
        int exit = new Cli(surroundings).run(words);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
