package inklab.cli;

import inklab.distort.DistortBenchmark;
import inklab.engine.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast training, distortion and reading are on this machine. */
@Command(
        description =
                "Measures training with elastic distortion (batch 128), distortion alone, and reading one image while training.")
final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--nets",
            paramLabel = "NET",
            split = ",",
            description = "Which networks: ciresan,keras,mlp512,deepbig; all when not given.")
    private List<String> nets = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long to measure each, after as long a warm-up; 10 when not given.")
    private double seconds;

    @Option(names = "--threads", paramLabel = "N", description = "How many cores to train on; all when not given.")
    private Integer threads;

    @Option(
            names = "--window",
            description =
                    "Measures the window instead, for about a minute and a half: how well it keeps up while a net is trained.")
    private boolean window;

    @Option(
            names = "--peer",
            paramLabel = "PYTHON",
            description = "Measures the same nets in this Python's PyTorch, too, on undistorted images: python3.")
    private String peer;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--json", description = "The last line of output is a JSON object.")
    private boolean json;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        if (window) return window();
        if (!(seconds > 0 && seconds <= 3600))
            throw CommandException.wrongInput("--seconds is " + seconds + ": give a number above 0 and up to 3600.");
        int cores = Threads.count(threads);
        List<BenchNet> measured = new ArrayList<>();
        for (String net : nets) measured.add(BenchNet.named(net));
        if (measured.isEmpty()) measured = List.of(BenchNet.values());
        StatusLine status = new StatusLine(surroundings);
        try (Engine opened = engine.open(surroundings)) {
            Benchmark benchmark = new Benchmark(opened, engine.device(), surroundings.ink(), cores, seconds);
            List<Benchmark.Training> training = new ArrayList<>();
            Map<BenchNet, Double> peers = new EnumMap<>(BenchNet.class);
            for (BenchNet net : measured) {
                status.show("training " + net.code());
                training.add(benchmark.training(net));
                if (peer == null) continue;
                status.show("training " + net.code() + " in PyTorch");
                peers.put(net, new Peer(peer).imagesPerSecond(net, cores, engine.device(), seconds));
            }
            status.show("distorting");
            DistortBenchmark.Result distort = DistortBenchmark.elastic(29, 8, 36, seconds);
            status.show("reading while training " + measured.get(0).code());
            Benchmark.Latency latency = benchmark.latency(measured.get(0));
            status.clear();
            report(training, peers, distort, latency);
        }
        return Cli.DONE;
    }

    private int window() throws CommandException, IOException {
        if (!nets.isEmpty() || threads != null)
            throw CommandException.wrongInput(
                    "--window is measured on all cores with a net of its own: leave --nets and --threads out.");
        StatusLine status = new StatusLine(surroundings);
        Map<String, Double> figures = surroundings.windowBench().measure(status::show);
        status.clear();
        if (json) {
            JsonLine line = new JsonLine();
            figures.forEach((name, value) -> line.put(name, Math.rint(10 * value) / 10));
            line.print(surroundings.out());
        } else
            figures.forEach((name, value) ->
                    surroundings.out().println(String.format(Locale.ROOT, "%-32s %8.1f", name, value)));
        return Cli.DONE;
    }

    private void report(
            List<Benchmark.Training> training,
            Map<BenchNet, Double> peers,
            DistortBenchmark.Result distort,
            Benchmark.Latency latency) {
        if (json) {
            JsonLine line = new JsonLine();
            for (Benchmark.Training one : training) {
                JsonLine entry = line.element("train")
                        .put("net", one.net().code())
                        .put("batch", Benchmark.BATCH)
                        .put("threads", one.threads())
                        .put("images_per_s", one.imagesPerSecond());
                if (!Double.isNaN(one.idle())) entry.put("device_idle", one.idle());
                if (peers.containsKey(one.net())) entry.put("peer_images_per_s", peers.get(one.net()));
            }
            line.object("distort")
                    .put("side", distort.side())
                    .put("sigma", distort.sigma())
                    .put("alpha", distort.alpha())
                    .put("us_per_image", distort.microseconds());
            line.object("predict")
                    .put("net", latency.net().code())
                    .put("ms_p50", latency.median())
                    .put("ms_p95", latency.p95());
            line.print(surroundings.out());
            return;
        }
        for (Benchmark.Training one : training)
            surroundings
                    .out()
                    .println("train    %-8s  batch %d, %d threads: %s images/s%s%s"
                            .formatted(
                                    one.net().code(),
                                    Benchmark.BATCH,
                                    one.threads(),
                                    Sentences.count(one.imagesPerSecond()),
                                    CardLoad.say(one.idle()),
                                    peers.containsKey(one.net())
                                            ? ", PyTorch " + Sentences.count(peers.get(one.net()))
                                            : ""));
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "distort  %d×%d, σ %.0f, α %.0f: %.2f µs an image on one core",
                        distort.side(),
                        distort.side(),
                        distort.sigma(),
                        distort.alpha(),
                        distort.microseconds()));
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "predict  %-8s  one image while training on %d threads: median %.2f ms, 95th percentile %.2f ms",
                        latency.net().code(),
                        latency.threads(),
                        latency.median(),
                        latency.p95()));
    }
}
