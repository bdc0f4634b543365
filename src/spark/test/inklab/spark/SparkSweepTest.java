package inklab.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.sweep.Cluster;
import inklab.sweep.Crew;
import inklab.sweep.LocalCrew;
import inklab.sweep.NamedRecipes;
import inklab.sweep.Sweep;
import inklab.sweep.SweepFile;
import inklab.sweep.SweepFolder;
import inklab.sweep.SweepRun;
import inklab.sweep.Trial;
import inklab.train.CatalogueImages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The same sweep on this machine, on Spark within this process, and on a master with two workers, one of which is killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkSweepTest {
    private static final String SIX = """
            {"format": 1, "name": "six", "recipe": "quick-ink",
             "with": {"data.train": 3000, "data.validation": 500, "training.epochs": 4,
                      "net": "1x28x28:relu-8C5-MP2-50N-10N"},
             "axes": [{"field": "training.schedule.rate", "values": [0.02, 0.05, 0.1]},
                      {"field": "training.seed", "values": [1, 2]}]}""";
    private static final String FAILING = """
            {"format": 1, "name": "failing", "recipe": "quick-ink",
             "with": {"data.train": 500, "data.validation": 100, "training.epochs": 1},
             "axes": [{"field": "net", "values": ["1x28x28:id-50N-50N-10N", "1x28x28-9C99-10N"]},
                      {"field": "training.schedule.rate", "values": [0.02, 1000]}]}""";

    @TempDir
    static Path folder;

    private static Map<String, String> alone;
    private static Path data;

    @BeforeAll
    static void train_them_on_this_machine() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        SweepFolder here = new SweepFolder(folder.resolve("here"));
        try (Dl4jEngine engine = new Dl4jEngine()) {
            Catalogue catalogue = new Catalogue(
                    new DataFolder(data),
                    (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed),
                    notice -> {});
            new SweepRun(sweep(SIX), here)
                    .run(() -> LocalCrew.of(engine, new CatalogueImages(catalogue), here, "cpu", 1, 2), false);
        }
        alone = hashes(here);
        assertThat(alone).hasSize(6).doesNotContainValue("");
    }

    private static Sweep sweep(String text) {
        return SweepFile.parse(text, new NamedRecipes()).sweep().orElseThrow();
    }

    private static Map<String, String> hashes(SweepFolder sweep) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Trial trial : sweep.trials()) hashes.put(trial.name(), trial.weightsSha256());
        return hashes;
    }

    /** The members that ended, as often as they did. */
    private static List<String> ended(SweepFolder sweep) throws IOException {
        List<String> members = new ArrayList<>();
        for (String line : Files.readAllLines(sweep.path().resolve("ledger.jsonl"))) {
            var json = new ObjectMapper().readTree(line);
            if (json.path("event").asText().equals("ended"))
                members.add(json.path("member").asText());
        }
        return members;
    }

    private static Crew open(String master, SweepFolder sweep, String shared) throws IOException {
        Cluster cluster = ServiceLoader.load(Cluster.class).findFirst().orElseThrow();
        return cluster.open(master, Cluster.address(data), sweep, shared);
    }

    @Test
    @Order(1)
    void two_cores_of_this_process_train_the_same_weights() throws Exception {
        SweepFolder local = new SweepFolder(folder.resolve("local"));
        assertThat(new SweepRun(sweep(SIX), local).run(() -> open("local[2]", local, null), false))
                .isEqualTo(SweepRun.Ending.FINISHED);
        assertThat(hashes(local)).isEqualTo(alone);
        assertThat(ended(local)).hasSize(6).doesNotHaveDuplicates();
        // Curves and checkpoints came back: every member is a run like any other.
        assertThat(local.run("six-003").metrics().snapshot().epochs()).hasSize(4);
        assertThat(local.run("six-003").best()).isPresent();
        assertThat(local.run("six-003").outputs()).isPresent();
    }

    @Test
    @Order(2)
    void what_is_kept_elsewhere_comes_back_here_and_own_faults_are_results() throws Exception {
        SweepFolder four = new SweepFolder(folder.resolve("four"));
        String shared = Cluster.address(folder.resolve("elsewhere"));
        assertThat(new SweepRun(sweep(FAILING), four).run(() -> open("local[2]", four, shared), false))
                .isEqualTo(SweepRun.Ending.FINISHED);
        assertThat(four.trials()).extracting(Trial::ending).containsExactly("epochs", "diverged", "refused", "refused");
        assertThat(four.run("failing-001").result()).isPresent();
        assertThat(folder.resolve("elsewhere/failing-001/result.json")).exists();
    }

    @Test
    @Order(3)
    void a_worker_is_killed_and_all_six_end_with_the_right_weights_none_twice() throws Exception {
        SweepFolder six = new SweepFolder(folder.resolve("standalone"));
        try (SparkMachines machines = new SparkMachines(Files.createDirectories(folder.resolve("machines")))) {
            Process first = machines.worker("first");
            machines.worker("second");
            SweepRun run = new SweepRun(sweep(SIX), six);
            CompletableFuture<SweepRun.Ending> ending = CompletableFuture.supplyAsync(() -> {
                try {
                    return run.run(() -> open(machines.master(), six, null), false);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            // In the middle: one has ended, and another is past its first checkpoint.
            long begun = System.nanoTime();
            while (!ending.isDone() && !isInTheMiddle(six, run)) {
                assertThat(System.nanoTime() - begun)
                        .isLessThan(Duration.ofMinutes(8).toNanos());
                Thread.sleep(50);
            }
            assertThat(ending.isDone() ? ending.get() : null)
                    .as("there was no middle")
                    .isNull();
            SparkMachines.kill(first);
            assertThat(ending.get()).isEqualTo(SweepRun.Ending.FINISHED);
        }
        assertThat(hashes(six)).isEqualTo(alone);
        assertThat(ended(six)).hasSize(6).doesNotHaveDuplicates();
    }

    private static boolean isInTheMiddle(SweepFolder six, SweepRun run) throws IOException {
        if (run.standing().over() == 0) return false;
        for (Trial trial : run.standing().trials())
            if (trial.status() == Trial.Status.STARTED
                    && six.run(trial.name()).last().isPresent()) return true;
        return false;
    }

    @Test
    @Order(4)
    void a_master_that_does_not_answer_is_named_within_twenty_seconds() throws Exception {
        SweepFolder none = new SweepFolder(folder.resolve("none"));
        long begun = System.nanoTime();
        try (ServerSocket dumb = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String master = "spark://127.0.0.1:" + dumb.getLocalPort();
            assertThatThrownBy(() -> open(master, none, null))
                    .hasMessage("The Spark master " + master
                            + " does not answer: check that it runs, its host and its port.");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThatThrownBy(() -> open("spark://127.0.0.1:1", none, null)).hasMessageContaining("does not answer");
        assertThatThrownBy(() -> open("sprak://x", none, null)).hasMessageContaining("is no Spark master");
        assertThatThrownBy(() -> open("local[1]", none, "nowhere")).hasMessageContaining("has no scheme");
    }
}
