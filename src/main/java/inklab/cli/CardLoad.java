package inklab.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How much of the time a card has nothing to do: asks NVIDIA's driver several times a second in how much of the time since it was asked
 * before any kernel ran. Where nobody answers, nothing is known.
 */
final class CardLoad implements AutoCloseable {
    private final Process process;
    private final Thread listener;
    private double busy;
    private int answers;

    /** @param device a device's id, such as {@code cuda:0} */
    CardLoad(String device) {
        process = start(device);
        listener = new Thread(this::listen, "inklab-card-load");
        listener.setDaemon(true);
        listener.start();
    }

    private static Process start(String device) {
        if (!device.startsWith("cuda:")) return null;
        try {
            return new ProcessBuilder(List.of(
                            "nvidia-smi",
                            "--id=" + device.substring("cuda:".length()),
                            "--query-gpu=utilization.gpu",
                            "--format=csv,noheader,nounits",
                            "--loop-ms=200"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null;
        }
    }

    private void listen() {
        if (process == null) return;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
                if (line.strip().matches("\\d{1,3}")) heard(Integer.parseInt(line.strip()));
        } catch (IOException e) {
            // It was closed: what has been heard counts.
        }
    }

    private synchronized void heard(int percent) {
        busy += percent;
        answers++;
    }

    /** The share of the time so far without work, 0 to 1; NaN when unknown. */
    synchronized double idleShare() {
        return answers == 0 ? Double.NaN : 1 - busy / answers / 100;
    }

    /** In words; empty when unknown. */
    static String say(double idle) {
        return Double.isNaN(idle) ? "" : String.format(Locale.ROOT, ", card idle %.0f %% of the time", 100 * idle);
    }

    @Override
    public void close() {
        if (process != null) process.destroyForcibly();
    }
}
