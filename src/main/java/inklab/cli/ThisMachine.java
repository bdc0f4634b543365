package inklab.cli;

import inklab.recipe.Measured.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What this process runs on, in words for people. */
final class ThisMachine {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final List<String> MAC = List.of("sysctl", "-n", "machdep.cpu.brand_string");

    private ThisMachine() {}

    static Machine now() {
        return new Machine(
                cpu(),
                Surroundings.cores(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java " + System.getProperty("java.version"));
    }

    private static String cpu() {
        return linux().or(ThisMachine::mac)
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElseGet(() -> System.getProperty("os.arch"));
    }

    private static Optional<String> linux() {
        try {
            return Files.readAllLines(LINUX).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // Another system.
        }
    }

    private static Optional<String> mac() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")) return Optional.empty();
        try {
            Process process = new ProcessBuilder(MAC).redirectErrorStream(true).start();
            String name = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
