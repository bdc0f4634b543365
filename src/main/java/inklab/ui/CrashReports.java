package inklab.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Faults of ours, written to a file each, so that none dies silently and none is reported twice. */
public final class CrashReports {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    /** A fault that comes with every frame must not fill the disk. */
    private static final int MOST = 20;

    private final Path folder;
    private final Clock clock;
    private final Set<String> known = new HashSet<>();

    public CrashReports(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Writes a report; empty when the same fault, or too many others, were reported since the start, or nothing can be written. */
    public synchronized Optional<Path> write(Thread thread, Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String signature = fault.getClass().getName() + (trace.length == 0 ? "" : trace[0].toString());
        if (known.size() >= MOST || !known.add(signature)) return Optional.empty();
        LocalDateTime now = LocalDateTime.now(clock);
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            out.println("Inklab "
                    + Optional.ofNullable(CrashReports.class.getPackage().getImplementationVersion())
                            .orElse("from its classes"));
            out.println(now);
            for (String key : new String[] {"os.name", "os.version", "os.arch", "java.version", "javafx.version"})
                out.println(key + " " + System.getProperty(key, "unknown"));
            out.println("thread " + thread.getName());
            out.println();
            fault.printStackTrace(out);
        }
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("crash-" + STAMP.format(now) + "-" + known.size() + ".txt");
            Files.writeString(file, text.toString());
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
