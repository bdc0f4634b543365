package inklab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The same net in somebody else's Python, so that both are measured in the same minutes on the same machine. */
final class Peer {
    private static final String SCRIPT = "peer.py";
    /** Beside the measuring itself: importing PyTorch from a slow disk. */
    private static final int PATIENCE_SECONDS = 180;

    private final String python;

    /** @param python a Python that has PyTorch */
    Peer(String python) {
        this.python = python;
    }

    /**
     * Measures.
     *
     * @param seconds to warm up, and to measure, each
     * @return images per second
     * @throws CommandException when there is no such Python, or it has no PyTorch
     */
    double imagesPerSecond(BenchNet net, int threads, String device, double seconds)
            throws CommandException, IOException, InterruptedException {
        Path script = Files.createTempFile("inklab-", "-" + SCRIPT);
        Path faults = Files.createTempFile("inklab-", ".log");
        try {
            try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream(SCRIPT))) {
                Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
            }
            return run(
                    List.of(
                            python,
                            script.toString(),
                            net.code(),
                            Integer.toString(Benchmark.BATCH),
                            Double.toString(seconds),
                            Integer.toString(threads),
                            device),
                    faults,
                    Math.round(2 * seconds) + PATIENCE_SECONDS);
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(faults);
        }
    }

    private double run(List<String> command, Path faults, long patience)
            throws CommandException, IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(faults.toFile()).start();
        } catch (IOException e) {
            throw CommandException.wrongInput(
                    "--peer is " + python + ", which does not start: give a Python with PyTorch.");
        }
        try {
            process.getOutputStream().close();
            String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(patience, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw CommandException.failed(
                        python + " could not measure (" + last(faults) + "): give --peer a Python with PyTorch.");
            JsonNode answer = new ObjectMapper().readTree(says);
            return answer.path("images_per_s").asDouble();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String last(Path faults) throws IOException {
        List<String> lines = Files.readAllLines(faults, StandardCharsets.UTF_8);
        return lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1);
    }
}
