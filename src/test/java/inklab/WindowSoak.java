package inklab;

import inklab.distort.Distortion;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.RunProgress;
import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import org.bytedeco.javacpp.Pointer;

/**
 * Hours of training in the window, and what memory does meanwhile: {@code WindowSoak FOLDER MINUTES} writes a line a minute to
 * {@code FOLDER/soak.csv}. Run by hand, at low priority.
 */
final class WindowSoak {
    private static final double MB = 1024 * 1024;
    private static final List<Place> ROUND = List.of(Place.TRAIN, Place.DRAW, Place.DISTORT, Place.BUILD, Place.TRAIN);

    private WindowSoak() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int minutes = Integer.parseInt(args[1]);
        Files.createDirectories(folder);
        Path csv = folder.resolve("soak.csv");
        Files.writeString(
                csv, "minute,steps,epochs,heap_after_gc_mb,metaspace_mb,direct_mb,javacpp_mb,rss_mb,threads\n");
        long begun = System.nanoTime();
        WindowStart start = new WindowStart();
        LabWindow window = start.openIn(folder);
        Toolkit.run(() -> {
            start.training().start(recipe());
            return null;
        });
        // Whatever keeps it from training must not look like hours of rest.
        while (start.training().liveProperty().get() == null
                || start.training().liveProperty().get().epoch() < 1) {
            Toolkit.run(() -> null);
            Thread.sleep(200);
            if (System.nanoTime() - begun > 300e9) throw new IllegalStateException("nothing is trained");
        }
        for (int minute = 0; minute <= minutes; minute++) {
            Files.writeString(csv, line(minute, start), StandardOpenOption.APPEND);
            for (int i = 0; i < 12; i++) {
                Place place = ROUND.get((minute * 12 + i) % ROUND.size());
                Toolkit.run(() -> {
                    ((ToggleButton) window.scene().lookup("#rail-" + place.id())).fire();
                    return null;
                });
                Thread.sleep(5_000);
            }
        }
        System.exit(0);
    }

    private static Recipe recipe() {
        return new Recipe(
                "soak",
                "",
                new DataSettings("ink", 20_000, 200, 0, DataSettings.Pixels.UNIT),
                Distortion.elastic(6, 20),
                Notation.parse("1x28x28:relu-4C5-MP2-20N-10N").net().orElseThrow(),
                new TrainingSettings(16, 10_000, 0, 0, new Optimizer.Sgd(), new Schedule.Constant(0.01), 0, 0, 1));
    }

    private static String line(int minute, WindowStart start) throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            System.gc();
            Thread.sleep(200);
        }
        var job = start.training().jobProperty().get();
        RunProgress at = job == null ? null : job.control().progress();
        long steps = at == null ? 0 : (long) Math.max(0, at.epoch() - 1) * at.stepsPerEpoch() + at.step();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long meta = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.NON_HEAP)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        long rss = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%.1f,%.1f,%.1f,%.1f,%.1f,%d%n",
                minute,
                steps,
                at == null ? 0 : at.epoch(),
                heap / MB,
                meta / MB,
                direct / MB,
                Pointer.totalBytes() / MB,
                rss / MB,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
