package inklab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import inklab.engine.tiny.TinyEngine;
import inklab.train.Result;
import inklab.train.RunFolder;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunTest {
    static final String SIX = "\"axes\": [{\"field\": \"training.schedule.rate\", \"values\": [0.02, 0.05, 0.1]},"
            + " {\"field\": \"training.seed\", \"values\": [1, 2]}]";
    private static final String HALVING =
            "\"axes\": [{\"field\": \"training.schedule.rate\", \"from\": 0.0001, \"to\": 0.3,"
                    + " \"scale\": \"log\"}], \"strategy\": {\"kind\": \"halving\", \"runs\": 9, \"keep\": 3, \"first_epochs\": 1}";

    @TempDir
    Path folder;

    /** Works on a sweep in a folder until it is done or killed. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            System.out.println("begins");
            try {
                run(TinySweeps.sweep(args[1]), new SweepFolder(Path.of(args[0])), 2, true);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    static SweepRun.Ending run(Sweep sweep, SweepFolder folder, int lanes, boolean resume) throws IOException {
        try (TinyEngine engine = new TinyEngine()) {
            return new SweepRun(sweep, folder)
                    .run(
                            () -> LocalCrew.of(
                                    engine, (recipe, cancelled) -> TinySweeps.data(recipe), folder, "cpu", lanes, 1),
                            resume);
        }
    }

    static Map<String, String> hashes(SweepFolder sweep) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Trial trial : sweep.trials()) hashes.put(trial.name(), trial.weightsSha256());
        return hashes;
    }

    private static List<JsonNode> lines(SweepFolder sweep, String event) throws IOException {
        return Ledger.read(sweep.ledger()).stream()
                .filter(line -> line.path("event").asText().equals(event))
                .toList();
    }

    @Test
    void every_member_is_a_run_like_any_other_however_many_train_side_by_side() throws Exception {
        Sweep sweep = TinySweeps.sweep(SIX);
        SweepFolder one = new SweepFolder(folder.resolve("one"));
        SweepFolder three = new SweepFolder(folder.resolve("three"));
        assertThat(run(sweep, one, 1, false)).isEqualTo(SweepRun.Ending.FINISHED);
        assertThat(run(sweep, three, 3, false)).isEqualTo(SweepRun.Ending.FINISHED);
        assertThat(hashes(one)).isEqualTo(hashes(three)).hasSize(6);

        Sweep.Member member = sweep.members().get(3);
        TrainingJob alone = new TrainingJob(
                member.recipe().orElseThrow(),
                new RunFolder(folder.resolve("alone")),
                (recipe, cancelled) -> TinySweeps.data(recipe),
                Habits.onCpu(1),
                false);
        Result result = alone.run(new TinyEngine());
        assertThat(hashes(one)).containsEntry(member.name(), result.weightsSha256());
        assertThat(one.run(member.name()).result().orElseThrow().testError()).isEqualTo(result.testError());
    }

    @Test
    void killed_again_and_again_and_resumed_it_trains_no_finished_member_twice() throws Exception {
        SweepFolder whole = new SweepFolder(folder.resolve("whole"));
        run(TinySweeps.sweep(HALVING), whole, 1, false);
        SweepFolder killed = new SweepFolder(folder.resolve("killed"));
        Random random = new Random(5);
        int kills = 0;
        while (!killed.exists() || lines(killed, "finished").isEmpty()) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            killed.path().toString(),
                            HALVING)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertThat(child.getInputStream().read()).isEqualTo('b');
                int millis = kills < 4 ? 20 + random.nextInt(60 << kills) : 600_000;
                if (!child.waitFor(millis, TimeUnit.MILLISECONDS)) kills++;
            } finally {
                child.destroyForcibly().waitFor();
            }
        }
        assertThat(kills).isPositive();
        assertThat(hashes(killed)).isEqualTo(hashes(whole));
        assertThat(lines(killed, "ended"))
                .extracting(line -> line.path("member").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void halving_gives_up_the_weak_early_and_the_survivor_is_what_it_would_have_been_alone() throws Exception {
        Sweep sweep = TinySweeps.sweep(HALVING);
        SweepFolder halved = new SweepFolder(folder.resolve("halved"));
        run(sweep, halved, 2, false);
        Map<Trial.Status, List<Trial>> by = new TreeMap<>();
        for (Trial trial : halved.trials())
            by.computeIfAbsent(trial.status(), status -> new ArrayList<>()).add(trial);
        assertThat(by.get(Trial.Status.FINISHED)).hasSize(1);
        assertThat(by.get(Trial.Status.DROPPED))
                .extracting(Trial::epochs)
                .containsOnly(1, 3)
                .hasSize(8);

        SweepFolder full = new SweepFolder(folder.resolve("full"));
        Sweep all = new Sweep(
                sweep.name(), "", sweep.base(), Map.of(), sweep.axes(), new Strategy.Random(9, 1), Sweep.Limit.NONE);
        run(all, full, 2, false);
        Trial survivor = by.get(Trial.Status.FINISHED).get(0);
        assertThat(hashes(full)).containsEntry(survivor.name(), survivor.weightsSha256());
        // Each that was given up had a worse error at its rung than every one that went on.
        double worstKept = halved.trials().stream()
                .filter(trial -> trial.status() == Trial.Status.FINISHED || trial.epochs() == 3)
                .mapToDouble(trial -> full.run(trial.name()).path().toFile().exists() ? firstError(full, trial) : 1)
                .max()
                .orElseThrow();
        assertThat(by.get(Trial.Status.DROPPED).stream().filter(trial -> trial.epochs() == 1))
                .allSatisfy(trial -> assertThat(trial.validationError()).isGreaterThanOrEqualTo(worstKept));
    }

    private static double firstError(SweepFolder full, Trial trial) {
        try {
            return full.run(trial.name()).epochErrors().validation().get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_member_that_fails_by_its_own_fault_is_a_result_and_the_others_go_on() throws Exception {
        Sweep sweep = TinySweeps.sweep(
                "\"axes\": [{\"field\": \"net\", \"values\": [\"1x6x6-9C9-4N\", \"1x6x6:relu-12N-4N\"]},"
                        + " {\"field\": \"training.schedule.rate\", \"values\": [0.01, 1000]}]");
        SweepFolder four = new SweepFolder(folder.resolve("four"));
        assertThat(run(sweep, four, 2, false)).isEqualTo(SweepRun.Ending.FINISHED);
        assertThat(four.trials())
                .extracting(Trial::status)
                .containsExactly(Trial.Status.FAILED, Trial.Status.FAILED, Trial.Status.FINISHED, Trial.Status.FAILED);
        assertThat(four.trials()).extracting(Trial::ending).containsExactly("refused", "refused", "epochs", "diverged");
        assertThat(four.trials().get(3).problem().where()).isNotEmpty();
        // Nothing is tried again.
        run(sweep, four, 2, true);
        assertThat(lines(four, "started")).hasSize(4);
    }

    @Test
    void a_half_written_last_line_of_the_ledger_is_as_if_it_were_not_there() throws Exception {
        Sweep sweep = TinySweeps.sweep(SIX);
        SweepFolder six = new SweepFolder(folder.resolve("six"));
        run(sweep, six, 1, false);
        Map<String, String> before = hashes(six);
        Path ledger = six.ledger();
        String text = Files.readString(ledger);
        int lastEnd = text.lastIndexOf("\"event\":\"ended\"");
        Files.writeString(ledger, text.substring(0, lastEnd + 20));
        assertThat(hashes(six).get("tiny-006")).isEmpty();
        run(sweep, six, 1, true);
        assertThat(hashes(six)).isEqualTo(before);
    }

    @Test
    void a_folder_keeps_to_its_sweep() throws Exception {
        SweepFolder six = new SweepFolder(folder.resolve("six"));
        run(TinySweeps.sweep(SIX), six, 2, false);
        assertThatThrownBy(() -> run(TinySweeps.sweep(SIX), six, 2, false))
                .hasMessageContaining("holds a sweep already");
        assertThatThrownBy(() -> run(TinySweeps.sweep(HALVING), six, 2, true))
                .hasMessageContaining("was begun with another sweep");
    }

    @Test
    void the_best_few_by_validation_error_answer_together() throws Exception {
        SweepFolder six = new SweepFolder(folder.resolve("six"));
        run(TinySweeps.sweep(SIX), six, 2, false);
        SweepCommittee three = SweepCommittee.of(six, 3);
        double worst = three.members().get(2).validationError();
        assertThat(six.trials().stream().filter(trial -> trial.validationError() < worst))
                .hasSizeLessThan(3);
        assertThat(three.errors().get(0))
                .isEqualTo((int) Math.round(three.members().get(0).testError() * 120));
        assertThat(Files.readString(three.write()))
                .contains(three.members().get(2).name());
    }

    @Test
    void without_validation_images_the_first_few_answer_together() throws Exception {
        SweepFolder six = new SweepFolder(folder.resolve("six"));
        run(TinySweeps.sweep(SIX + ", \"with\": {\"data.validation\": 0}"), six, 2, false);
        SweepCommittee two = SweepCommittee.of(six, 2);
        assertThat(two.members()).extracting(Trial::name).containsExactly("tiny-001", "tiny-002");
        assertThat(two.members()).extracting(Trial::validationError).containsOnly(Double.NaN);
    }

    @Test
    void the_table_has_a_line_for_each_member() throws Exception {
        Sweep sweep = TinySweeps.sweep(SIX);
        SweepFolder six = new SweepFolder(folder.resolve("six"));
        run(sweep, six, 2, false);
        List<String> lines = SweepCsv.text(sweep, six.trials()).lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).startsWith("member,training.schedule.rate,training.seed,status,epochs");
        assertThat(lines.get(2)).startsWith("tiny-002,0.02,2,finished,9,");
    }

    @Test
    void cores_are_shared_out_in_ways_that_use_them_all() {
        assertThat(Lanes.ways(16, 35))
                .extracting(Lanes::words)
                .containsExactly(
                        "one after another on 16 cores",
                        "4 side by side on 4 cores each",
                        "16 side by side on a core each");
        assertThat(Lanes.ways(1, 35)).hasSize(1);
        assertThat(Lanes.ways(8, 1)).hasSize(1);
    }
}
