package inklab.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds NVIDIA's cards by asking the driver's own tool, within a moment, without loading CUDA. Whatever goes wrong, there are simply no
 * cards, or cards about which less is known.
 */
public final class NvidiaCards {
    private static final List<String> TOOL = List.of(
            "nvidia-smi",
            "--query-gpu=index,name,memory.total,compute_cap,driver_version",
            "--format=csv,noheader,nounits");
    private static final Path DRIVER = Path.of("/proc/driver/nvidia/gpus");
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final List<String> tool;
    private final Path driver;
    private final Duration patience;
    private List<Card> found;

    /**
     * A card.
     *
     * @param index as CUDA counts
     * @param memoryBytes 0 when unknown
     * @param capability compute capability, such as {@code 9.0}; empty when unknown
     * @param driver the driver's version, such as {@code 580.95.05}; empty when unknown
     */
    public record Card(int index, String name, long memoryBytes, String capability, String driver) {
        /** As a device, usable so far. */
        public Device device() {
            return new Device("cuda:" + index, name, memoryBytes, capability, true, "");
        }

        /** Whether the compute capability is known, and less than this. */
        public boolean isOlderThan(double least) {
            try {
                return !capability.isEmpty() && Double.parseDouble(capability) < least;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        /** The driver's main version; 0 when unknown. */
        public int driverVersion() {
            String main = driver.split("\\.", 2)[0];
            return main.matches("\\d{1,6}") ? Integer.parseInt(main) : 0;
        }
    }

    /** Those of this computer. */
    public NvidiaCards() {
        this(TOOL, DRIVER, PATIENCE);
    }

    /**
     * @param tool a command that prints a line a card
     * @param driver where Linux's driver lists its cards
     * @param patience how long the command may take
     */
    NvidiaCards(List<String> tool, Path driver, Duration patience) {
        this.tool = tool;
        this.driver = driver;
        this.patience = patience;
    }

    /** Never throws, and is done within its patience; asked again, it answers as before, at once. */
    public synchronized List<Card> find() {
        if (found == null) {
            List<Card> told = told();
            found = told.isEmpty() ? listed() : told;
        }
        return found;
    }

    private List<Card> told() {
        Process process = null;
        try {
            process = new ProcessBuilder(tool)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            Process running = process;
            // Read while it runs: a tool that hangs must not keep us, nor one that says much be kept itself.
            CompletableFuture<String> says = CompletableFuture.supplyAsync(() -> read(running));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0)
                return List.of();
            List<Card> cards = new ArrayList<>();
            for (String line :
                    says.get(patience.toMillis(), TimeUnit.MILLISECONDS).split("\n"))
                card(line).ifPresent(cards::add);
            return cards;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (Exception e) {
            return List.of(); // No such tool here.
        } finally {
            if (process != null) process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readNBytes(1 << 16), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Card> card(String line) {
        String[] fields = line.strip().split("\\s*,\\s*", -1);
        if (fields.length != 5 || !fields[0].matches("\\d{1,3}")) return Optional.empty();
        long memory = fields[2].matches("\\d{1,9}") ? Long.parseLong(fields[2]) << 20 : 0;
        String capability = fields[3].matches("\\d+\\.\\d+") ? fields[3] : "";
        return Optional.of(new Card(Integer.parseInt(fields[0]), fields[1], memory, capability, fields[4]));
    }

    /** What Linux's driver itself lists: names alone. */
    private List<Card> listed() {
        if (!Files.isDirectory(driver)) return List.of();
        List<Card> cards = new ArrayList<>();
        try (Stream<Path> folders = Files.list(driver)) {
            for (Path folder : folders.sorted().toList())
                for (String line : Files.readAllLines(folder.resolve("information")))
                    if (line.startsWith("Model:"))
                        cards.add(new Card(cards.size(), line.substring(6).strip(), 0, "", ""));
            return cards;
        } catch (IOException e) {
            return cards;
        }
    }
}
