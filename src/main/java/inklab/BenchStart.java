package inklab;

import inklab.ui.tour.WindowFigures;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Wires the measuring of the window: starts in processes of their own, then one window in this process. */
final class BenchStart {
    /** Figures by name; what they mean is said in {@link WindowFigures} and {@link StartTimes}. */
    Map<String, Double> measure(Consumer<String> says) throws IOException {
        Path scratch = Files.createTempDirectory("inklab-bench");
        try {
            says.accept("starting");
            StartTimes start = StartTimes.measure(scratch.resolve("start"));
            WindowFigures window = new WindowStart().measured(scratch.resolve("window"), says);
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("fx_gap_ms_p95", window.gapP95());
            figures.put("fx_gap_ms_max", window.gapMost());
            figures.put("pen_idle_ms_p95", window.penIdleP95());
            figures.put("pen_training_ms_p95", window.penTrainingP95());
            figures.put("wall_ms", window.wallP95());
            figures.put("training_loss_percent", window.lossPercent());
            figures.put("visible_ms", start.visibleMillis());
            figures.put("ready_ms", start.readyMillis());
            figures.put("pen_idle_painted_ms_p95", window.penIdleSeenP95());
            figures.put("pen_training_painted_ms_p95", window.penTrainingSeenP95());
            figures.put("wall_painted_ms_p95", window.wallSeenP95());
            figures.put("training_loss_dragging_percent", window.lossDraggingPercent());
            return figures;
        } catch (Toolkit.Missing missing) {
            throw new IOException(missing.getMessage(), missing);
        } finally {
            Folders.remove(scratch);
        }
    }
}
