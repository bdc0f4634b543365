package inklab.train;

import inklab.ui.widget.CurveChart;
import inklab.ui.widget.CurveData;
import inklab.ui.widget.CurveSeries;
import inklab.ui.widget.Role;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * A million steps measured, kept and drawn, and what that takes: run by hand, without a display. {@code MillionPoints FOLDER} leaves the
 * log in the folder.
 */
final class MillionPoints {
    private static final int POINTS = 1_000_000;
    private static final int PARTS = 10;
    private static final double MB = 1024 * 1024;

    private MillionPoints() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]).resolve("metrics.jsonl");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Toolkit.headless(1000, 600);
        Toolkit.start().join();
        Metrics metrics = new Metrics();
        say("points  heap MB  log MB  us to log one  us to sample all");
        try (MetricLog log = new MetricLog(file, new MetricLog.Place(0, 0), metrics)) {
            say(line(0, file, 0, metrics));
            for (int part = 0; part < PARTS; part++) {
                long begun = System.nanoTime();
                for (int i = 0; i < POINTS / PARTS; i++) log.add(step(part * (POINTS / PARTS) + i));
                double each = (System.nanoTime() - begun) / 1e3 / (POINTS / PARTS);
                log.flush();
                say(line((part + 1) * (POINTS / PARTS), file, each, metrics));
            }
        }
        long begun = System.nanoTime();
        Metrics read = new Metrics();
        MetricLog.read(file, read);
        say("read again: %,d points in %.1f s", read.snapshot().loss().points(), (System.nanoTime() - begun) / 1e9);
        draw("sampled ten times a second, as the window does", metrics, false);
        draw("every point in the chart", metrics, true);
        System.exit(0);
    }

    private static StepMetrics step(int i) {
        double loss = 2 * Math.exp(-i / 2e5) + 0.1 + 0.05 * Math.sin(i * 0.7) * Math.sin(i * 0.013);
        return new StepMetrics(i, i / 1000 + 1, loss, loss / 3, 0.1, 8000);
    }

    private static String line(int points, Path file, double each, Metrics metrics)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int looks = 100;
        long sum = 0;
        for (int i = 0; i < looks; i++) sum += metrics.snapshot().loss().size();
        double look = (System.nanoTime() - begun) / 1e3 / looks;
        if (sum < 0) throw new IllegalStateException();
        return String.format(
                Locale.ROOT,
                "%,9d  %6.1f  %6.1f  %6.2f  %6.0f",
                points,
                heap() / MB,
                Files.size(file) / MB,
                each,
                look);
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Ten times a second the chart gets more; the pulses in between are timed, and how long the chart's own drawing takes. */
    private static void draw(String what, Metrics metrics, boolean all) throws InterruptedException {
        List<Double> gaps = new ArrayList<>();
        List<Double> layouts = new ArrayList<>();
        CurveData data = new CurveData();
        Curve curve = metrics.snapshot().loss();
        CurveChart chart = Toolkit.run(() -> {
            CurveChart made = new CurveChart();
            Scene scene = new Scene(made, 1000, 600);
            Stage stage = new Stage();
            stage.setScene(scene);
            long[] begun = new long[1];
            scene.addPreLayoutPulseListener(() -> begun[0] = System.nanoTime());
            scene.addPostLayoutPulseListener(() -> layouts.add((System.nanoTime() - begun[0]) / 1e6));
            if (all) for (int i = 0; i < POINTS; i++) data.add(i, step(i).loss());
            made.setSeries(List.of(
                    CurveSeries.line("loss", Role.SERIES_1, data).withBand().smoothed(64)));
            stage.show();
            new AnimationTimer() {
                private long last;

                @Override
                public void handle(long now) {
                    long real = System.nanoTime();
                    if (last != 0) gaps.add((real - last) / 1e6);
                    last = real;
                }
            }.start();
            return made;
        });
        for (int look = 0; look < 80; look++) {
            int from = POINTS + look * 100;
            Toolkit.run(() -> {
                if (all)
                    for (int i = 0; i < 100; i++)
                        data.add(from + i, step(from + i).loss());
                else {
                    data.clear();
                    for (int k = 0; k < curve.size(); k++)
                        data.add((double) curve.step()[k], curve.mean()[k], curve.min()[k], curve.max()[k]);
                }
                chart.refresh();
                return null;
            });
            Thread.sleep(100);
        }
        Toolkit.run(() -> {
            say(
                    "%s: pulse gap p95 %.1f ms, longest %.1f ms; layout and painting p95 %.1f ms",
                    what,
                    quantile(gaps.subList(20, gaps.size()), 0.95),
                    quantile(gaps.subList(20, gaps.size()), 1),
                    quantile(layouts.subList(20, layouts.size()), 0.95));
            return null;
        });
        say("heap %.1f MB", heap() / MB);
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static void say(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
