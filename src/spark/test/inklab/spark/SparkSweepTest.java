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
import inklab.train.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The same sweep on this machine, on Spark within this process, and on a master with two workers, of which one, or the driver, is killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkSweepTest {
    private static final int EPOCHS = 16;
    private static final String SIX = """
            {"format": 1, "name": "six", "recipe": "quick-ink",
             "with": {"data.train": 2000, "data.validation": 500, "training.epochs": %d,
                      "net": "1x28x28:relu-8C5-MP2-50N-10N"},
             "axes": [{"field": "training.schedule.rate", "values": [0.02, 0.05, 0.1]},
                      {"field": "training.seed", "values": [1, 2]}]}""".formatted(EPOCHS);
    private static final String FAILING = """
            {"format": 1, "name": "failing", "recipe": "quick-ink",
             "with": {"data.train": 500, "data.validation": 100, "training.epochs": 1},
             "axes": [{"field": "net", "values": ["1x28x28:id-50N-50N-10N", "1x28x28-9C99-10N"]},
                      {"field": "training.schedule.rate", "values": [0.02, 1000]}]}""";

    @TempDir
    static Path folder;

    private static Map<String, String> alone;
    private static Path data;
    private static SparkMachines machines;
    private static Process first;

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

    /** The members of which the ledger says this, as often as it does. */
    private static List<String> members(SweepFolder sweep, String event) throws IOException {
        List<String> members = new ArrayList<>();
        for (String line : Files.readAllLines(sweep.path().resolve("ledger.jsonl"))) {
            var json = new ObjectMapper().readTree(line);
            if (json.path("event").asText().equals(event))
                members.add(json.path("member").asText());
        }
        return members;
    }

    /** A master and two workers of a core each; they stay for the tests that follow. */
    private static SparkMachines machines() throws Exception {
        if (machines != null) return machines;
        machines = new SparkMachines(Files.createDirectories(folder.resolve("machines")));
        first = machines.worker("first");
        machines.worker("second");
        return machines;
    }

    @AfterAll
    static void stop_the_machines() {
        if (machines != null) machines.close();
    }

    /** Waits for a member that is past a checkpoint, but not past half of its epochs, while another has ended. */
    private static String awaitMiddle(SweepFolder six, Predicate<String> which, BooleanSupplier over) throws Exception {
        long begun = System.nanoTime();
        while (true) {
            boolean late = over.getAsBoolean();
            for (Trial trial : six.exists() ? six.trials() : List.<Trial>of())
                if (trial.status() == Trial.Status.STARTED
                        && six.run(trial.name())
                                .last()
                                .filter(SparkSweepTest::isEarly)
                                .isPresent()
                        && !members(six, "ended").isEmpty()
                        && which.test(trial.name())) return trial.name();
            assertThat(late).as("it was over before there was a middle").isFalse();
            assertThat(System.nanoTime() - begun)
                    .isLessThan(Duration.ofMinutes(5).toNanos());
            Thread.sleep(50);
        }
    }

    private static boolean isEarly(Checkpoint checkpoint) {
        return checkpoint.epochs() <= EPOCHS / 2;
    }

    /** What lies in the first worker's folder of work: of tasks that were killed, too. */
    private static Set<Path> tasksAtFirst() {
        try (var inWork = Files.list(machines.work("first"))) {
            return inWork.collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a task of the first worker that is not one of the old has this file. */
    private static boolean isAtFirst(String file, Set<Path> old) {
        return tasksAtFirst().stream().anyMatch(task -> !old.contains(task) && Files.exists(task.resolve(file)));
    }

    /** A member that the first worker has not ended, which is at a standstill now: what is killed next is in the middle of it. */
    private static String heldMiddle(SweepFolder six, Set<Path> old, BooleanSupplier over) throws Exception {
        while (true) {
            String member = awaitMiddle(six, each -> isAtFirst(each, old), over);
            SparkMachines.freeze(first);
            if (isAtFirst(member, old) && !isAtFirst(member + "/result.json", old)) return member;
            SparkMachines.thaw(first);
        }
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
        assertThat(members(local, "ended")).hasSize(6).doesNotHaveDuplicates();
        // Curves and checkpoints came back: every member is a run like any other.
        assertThat(local.run("six-003").metrics().snapshot().epochs()).hasSize(EPOCHS);
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
    void a_driver_is_killed_and_another_resumes_and_no_member_is_trained_twice() throws Exception {
        SweepFolder six = new SweepFolder(folder.resolve("driven"));
        Path file = Files.writeString(folder.resolve("six.json"), SIX);
        String[] sweep = {
            "sweep",
            file.toString(),
            "--spark",
            machines().master(),
            "--out",
            six.path().toString(),
            "--data",
            data.toString(),
            "--resume",
            "--json"
        };
        Path log = folder.resolve("driver.log");
        Process driver = machines().driver(log, sweep);
        try {
            awaitMiddle(six, member -> true, () -> !driver.isAlive());
        } catch (AssertionError e) {
            throw new AssertionError(Files.readString(log), e);
        }
        SparkMachines.kill(driver);
        Map<String, String> before = hashes(six);
        before.values().removeIf(String::isEmpty);
        assertThat(before).isNotEmpty().hasSizeLessThan(6);
        Map<String, FileTime> written = new TreeMap<>();
        for (String member : before.keySet())
            written.put(member, Files.getLastModifiedTime(six.path().resolve(member + "/result.json")));

        Process second = machines().driver(log, sweep);
        assertThat(second.waitFor(8, TimeUnit.MINUTES)).as(log.toString()).isTrue();
        assertThat(second.exitValue()).as(Files.readString(log)).isZero();
        assertThat(hashes(six)).isEqualTo(alone);
        assertThat(members(six, "ended")).hasSize(6).doesNotHaveDuplicates();
        for (String member : before.keySet()) {
            assertThat(members(six, "started")).containsOnlyOnce(member);
            assertThat(Files.getLastModifiedTime(six.path().resolve(member + "/result.json")))
                    .isEqualTo(written.get(member));
        }
    }

    @Test
    @Order(4)
    void a_worker_is_killed_and_all_six_end_with_the_right_weights_none_twice() throws Exception {
        SweepFolder six = new SweepFolder(folder.resolve("standalone"));
        Set<Path> old = tasksAtFirst();
        SweepRun run = new SweepRun(sweep(SIX), six);
        String master = machines().master();
        CompletableFuture<SweepRun.Ending> ending = CompletableFuture.supplyAsync(() -> {
            try {
                return run.run(() -> open(master, six, null), false);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        String killed = heldMiddle(six, old, ending::isDone);
        SparkMachines.kill(first);
        assertThat(ending.get()).isEqualTo(SweepRun.Ending.FINISHED);
        assertThat(hashes(six)).isEqualTo(alone);
        assertThat(members(six, "ended")).hasSize(6).doesNotHaveDuplicates();
        // Another machine went on with it from its checkpoint.
        assertThat(Files.readString(six.path().resolve(killed + "/metrics.jsonl")))
                .containsPattern("\"resumed_at_step\":[1-9]");
    }

    @Test
    @Order(5)
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
