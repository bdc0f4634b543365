package inklab.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** This computer's processor, in words for people. */
public final class Processor {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final List<String> MAC = List.of("sysctl", "-n", "machdep.cpu.brand_string");

    private Processor() {}

    /** Its model, as the system calls it. */
    public static String name() {
        return linux().or(Processor::mac)
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElseGet(() -> System.getProperty("os.arch"));
    }

    /** The computer's memory; 0 when Java cannot tell. */
    public static long memoryBytes() {
        try {
            Object total = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize");
            return total instanceof Long bytes ? bytes : 0;
        } catch (JMException e) {
            return 0;
        }
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
