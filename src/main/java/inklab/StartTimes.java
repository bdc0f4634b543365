package inklab;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long Inklab takes to start, from the moment its process is asked for.
 *
 * @param visibleMillis until the window has been drawn
 * @param readyMillis until the engine is open too, and a press on Train trains at once
 */
record StartTimes(double visibleMillis, double readyMillis) {
    /** The system property that makes the window say when it is visible and when it is ready; its value is a folder for what it writes. */
    static final String MEASURED = "inklab.start.measured";

    private static final int STARTS = 3;
    private static final int PATIENCE_SECONDS = 60;

    /** The middle ones of three starts, after one that brings the files into memory. */
    static StartTimes measure(Path scratch) throws IOException {
        once(scratch);
        List<StartTimes> all = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) all.add(once(scratch));
        return new StartTimes(
                all.stream()
                        .mapToDouble(StartTimes::visibleMillis)
                        .sorted()
                        .skip(STARTS / 2)
                        .findFirst()
                        .orElseThrow(),
                all.stream()
                        .mapToDouble(StartTimes::readyMillis)
                        .sorted()
                        .skip(STARTS / 2)
                        .findFirst()
                        .orElseThrow());
    }

    private static StartTimes once(Path scratch) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(scratch)).redirectError(ProcessBuilder.Redirect.DISCARD);
        long begun = System.nanoTime();
        Process process = builder.start();
        // Nothing may keep the measurement waiting for ever; its end ends the reading below.
        Thread guard = new Thread(() -> endLate(process), "inklab-start-guard");
        guard.setDaemon(true);
        guard.start();
        double visible = Double.NaN;
        double ready = Double.NaN;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (Double.isNaN(visible) || Double.isNaN(ready)) {
                String line = said.readLine();
                if (line == null) throw new IOException("The window did not open in a process of its own.");
                double now = (System.nanoTime() - begun) / 1e6;
                if (line.equals("visible")) visible = now;
                if (line.equals("ready")) ready = now;
            }
        } finally {
            process.destroyForcibly();
        }
        // Without a window there is nothing to press.
        return new StartTimes(visible, Math.max(visible, ready));
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** As this process was started, without arguments. */
    private static List<String> command(Path scratch) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + MEASURED + "=" + scratch);
        String classes = System.getProperty("java.class.path");
        if (classes.endsWith(".jar") && !classes.contains(File.pathSeparator)) command.addAll(List.of("-jar", classes));
        else command.addAll(List.of("-cp", classes, "inklab.Main"));
        return command;
    }
}
