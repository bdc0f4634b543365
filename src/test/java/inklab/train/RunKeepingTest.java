package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.engine.tiny.TinyEngine;
import inklab.train.Runs.Run;
import inklab.train.Trainer.Habits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunKeepingTest {
    @TempDir
    Path root;

    private RunFolder trained(String name) throws IOException {
        RunFolder folder = new RunFolder(root.resolve(name));
        new TrainingJob(Tiny.recipe(2), folder, (recipe, cancelled) -> Tiny.data(), Habits.onCpu(1), false)
                .run(new TinyEngine());
        return folder;
    }

    private List<String> names() throws IOException {
        return new Runs(root)
                .list().stream().map(e -> e.path().getFileName().toString()).toList();
    }

    @Test
    void a_renamed_run_is_the_same_run_by_another_name() throws IOException {
        RunFolder before = trained("a");
        before.star(true);
        Result result = before.result().orElseThrow();
        RunFolder renamed = RunKeeping.rename(before, "b");
        assertThat(names()).containsExactly("b");
        assertThat(renamed.result().orElseThrow().run()).isEqualTo("b");
        assertThat(renamed.result().orElseThrow()).isEqualTo(result.withRun("b"));
        assertThat(renamed.isStarred()).isTrue();
        assertThat(renamed.best()).isPresent();
        assertThat(renamed.outputs().orElseThrow().test().error()).isEqualTo(result.testError());
    }

    @Test
    void a_name_that_is_no_folders_name_or_taken_is_refused_in_a_sentence() throws IOException {
        RunFolder run = trained("a");
        trained("b");
        for (String wrong : List.of("", " ", ".hidden", "a/b", "a\\b", "x ", "x.", "con", "nul.txt", "a\nb", "b"))
            assertThatThrownBy(() -> RunKeeping.rename(run, wrong))
                    .as(wrong)
                    .isInstanceOf(RunException.class)
                    .hasMessageEndingWith(".");
        assertThat(RunKeeping.fault(run, "a")).isEmpty();
        assertThat(RunKeeping.fault(run, "3 nets, 18 px")).isEmpty();
        assertThat(RunKeeping.fault(run, "小网")).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_deleted_run_is_gone_and_can_be_put_back_whole() throws IOException {
        RunFolder run = trained("a");
        Result result = run.result().orElseThrow();
        RunFolder trashed = RunKeeping.trash(run);
        assertThat(names()).isEmpty();
        assertThat(Files.exists(run.path())).isFalse();
        assertThat(trashed.path()).startsWith(root.resolve(RunKeeping.TRASH));
        trained("a");
        RunFolder second = RunKeeping.trash(new RunFolder(root.resolve("a")));
        assertThat(second.path()).isNotEqualTo(trashed.path());
        RunFolder back = RunKeeping.restore(second, "a");
        assertThat(back.path()).isEqualTo(run.path());
        RunFolder other = RunKeeping.restore(trashed, "a");
        assertThat(names()).containsExactlyInAnyOrder("a", "a-2");
        assertThat(other.result().orElseThrow()).isEqualTo(result);
    }

    @Test
    void a_run_that_is_trained_now_stays_where_it_is() throws IOException {
        RunFolder run = new RunFolder(root.resolve("a"));
        try (RunWriter writer = run.open(Tiny.recipe(1), false)) {
            assertThat(writer.folder().isTraining()).isTrue();
            assertThatThrownBy(() -> RunKeeping.trash(run)).hasMessageContaining("being trained");
            assertThatThrownBy(() -> RunKeeping.rename(run, "b")).hasMessageContaining("being trained");
        }
        assertThat(RunKeeping.trash(run).path()).exists();
        assertThatThrownBy(() -> RunKeeping.trash(run)).hasMessageContaining("no run a any more");
    }

    @Test
    void a_list_that_is_made_from_an_earlier_one_is_the_same_as_a_new_one() throws IOException {
        trained("a");
        RunFolder b = trained("b");
        Runs runs = new Runs(root);
        List<Runs.Entry> before = runs.list();
        assertThat(runs.list(before).get(0)).isSameAs(before.get(0));
        b.star(true);
        RunKeeping.rename(new RunFolder(root.resolve("a")), "c");
        List<Runs.Entry> after = runs.list(before);
        assertThat(after).extracting(e -> e.path().getFileName().toString()).containsExactlyInAnyOrder("b", "c");
        assertThat(after).allMatch(e -> ((Run) e).starred() == e.path().endsWith("b"));
        Files.delete(root.resolve("b/result.json"));
        assertThat(runs.list(after)).anyMatch(e -> ((Run) e).status() == Runs.Status.UNFINISHED);
    }

    @Test
    void the_errors_after_each_epoch_are_those_of_the_log() throws IOException {
        RunFolder run = trained("a");
        List<EpochMetrics> log = run.metrics().snapshot().epochs();
        EpochErrors errors = run.epochErrors();
        assertThat(errors.validation()).hasSize(2);
        for (int e = 0; e < 2; e++) {
            assertThat(errors.validation().get(e)).isEqualTo(log.get(e).validationError());
            assertThat(errors.test().get(e)).isEqualTo(log.get(e).testError());
        }
        assertThat(new RunFolder(root.resolve("none")).epochErrors().test()).isEmpty();
    }
}
