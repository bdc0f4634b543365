package inklab.train;

import inklab.fuzz.Fuzzed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fuzz target: what a run folder holds beside recipe and weights. */
public final class RunFuzz {
    private static final EpochMetrics EPOCH =
            new EpochMetrics(1, 10, 2.3, 0.9, Double.NaN, Double.NaN, 2, 0.8, 0.1, 100, 1, List.of());

    private RunFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("metrics.jsonl", data, file -> MetricLog.read(file, new Metrics()));
        Fuzzed.read("result.json", data, file -> new RunFolder(file.getParent()).result());
        Fuzzed.read("state.json", data, file -> {
            Path weights = file.resolveSibling("weights.safetensors");
            Files.write(weights, data);
            Checkpoint checkpoint = new Checkpoint(file.getParent(), 1, 0);
            checkpoint.state();
            checkpoint.weights();
        });
        Fuzzed.read("outputs.safetensors", data, file -> new RunFolder(file.getParent()).outputs());
    }

    public static List<byte[]> seeds() throws IOException {
        RunState state = new RunState(
                2,
                1,
                10,
                "data",
                List.of(0.5, Double.NaN),
                List.of(0.5, 0.25),
                RunState.Tally.NONE,
                new RunState.Clock(2, 1, 100));
        return List.of(
                ("{\"step\":0,\"epoch\":1,\"loss\":2.3,\"error\":0.9,\"rate\":0.1,\"images_per_s\":100.0}\n"
                                + "{\"resumed_at_step\":1,\"epochs_done\":0}\n"
                                + Json.MAPPER.writeValueAsString(EPOCH) + "\n")
                        .getBytes(StandardCharsets.UTF_8),
                Json.MAPPER.writeValueAsBytes(Result.nothing("run", Result.Ending.EPOCHS, null)),
                ("{\"state\":" + Json.MAPPER.writeValueAsString(state)
                                + ",\"weights_sha256\":\"00\",\"optimizer_sha256\":\"00\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
