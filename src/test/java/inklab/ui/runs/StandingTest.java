package inklab.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.evaluate.PairedTest;
import inklab.train.Outputs;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.ui.Texts;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Against whom a committee is tested. */
class StandingTest {
    private static final Texts TEXTS = new Texts(RunsWorkspace.class, Locale.ENGLISH);
    /** Four images of two classes, all of class 0. The first member misreads three of them, the second none, and is the surer one. */
    private static final Outputs OFTEN =
            new Outputs(2, new float[] {.4f, .6f, .4f, .6f, .4f, .6f, .9f, .1f}, new int[] {0, 0, 0, 0});

    private static final Outputs NEVER =
            new Outputs(2, new float[] {.9f, .1f, .9f, .1f, .9f, .1f, .9f, .1f}, new int[] {0, 0, 0, 0});

    private static RunRow row(String name, double validation) {
        Runs.Run run = new Runs.Run(
                new RunFolder(Path.of("runs", name)),
                FileTime.fromMillis(0),
                SomeRuns.recipe(name, 1, "pictures/tiny"),
                Runs.Status.FINISHED,
                2,
                2,
                validation,
                0.1,
                60,
                false);
        return new RunRow(run, "", "", true);
    }

    @Test
    void a_committee_is_tested_against_its_best_member_by_validation() {
        Standing standing = Standing.of(
                        List.of(row("often", 0.3), row("never", 0.1)), List.of(OFTEN, NEVER), () -> false)
                .orElseThrow();
        assertThat(standing.test(false)).isEqualTo(new PairedTest(0, 0));
        assertThat(Verdict.of(standing, standing.test(false), TEXTS))
                .startsWith("Against never, its best member by validation:");
    }

    @Test
    void where_none_was_validated_it_is_tested_against_the_first_and_says_so() {
        Standing standing = Standing.of(
                        List.of(row("often", Double.NaN), row("never", Double.NaN)), List.of(OFTEN, NEVER), () -> false)
                .orElseThrow();
        assertThat(standing.test(false)).isEqualTo(new PairedTest(3, 0));
        assertThat(Verdict.of(standing, standing.test(false), TEXTS))
                .startsWith("Against often, its first member (none was validated):");
    }
}
