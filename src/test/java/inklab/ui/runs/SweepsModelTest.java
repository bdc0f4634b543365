package inklab.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.engine.tiny.TinyEngine;
import inklab.sweep.LocalCrew;
import inklab.sweep.SweepFolder;
import inklab.sweep.Trial;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Selection;
import inklab.ui.Texts;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps without a window; work runs on the calling thread. */
class SweepsModelTest {
    private static final String SIX = """
            {"format": 1, "name": "six", "recipe": {"format": 1, "name": "tiny",
               "data": {"dataset": "pictures/tiny", "validation": 100}, "net": "1x6x6:tanh-12N-4N",
               "training": {"batch": 16, "epochs": 3, "schedule": {"rate": 0.05}}},
             "axes": [{"field": "training.schedule.rate", "values": [0.001, 0.02, 0.2]},
                      {"field": "training.seed", "values": [1, 2]}]}""";

    @TempDir
    Path folder;

    private final Notices notices = new Notices();
    private final Texts texts = new Texts(RunsWorkspace.class, Locale.ENGLISH);
    private final Selection selection = new Selection(SomeRuns.recipe("current", 9, "pictures/tiny"));
    private final List<Throwable> lost = new ArrayList<>();

    private SweepsModel model() {
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, lost::add);
        SweepCrews crews =
                (sweep, at) -> () -> LocalCrew.of(new TinyEngine(), (recipe, cancelled) -> data(), at, "cpu", 1, 1);
        return new SweepsModel(folder.resolve("sweeps"), crews, selection, jobs, jobs, notices, texts);
    }

    private static Dataset data() {
        return new Dataset("pictures/tiny", images(330), images(100), images(120));
    }

    private static ImageSet images(int count) {
        byte[] pixels = new byte[count * 36];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 4);
            for (int p = 0; p < 36; p++)
                pixels[i * 36 + p] = (byte) ((i * 31 + p * 17) % 90 + (p / 9 == i % 4 ? 40 : 0));
        }
        return new ImageSet(1, 6, 6, List.of("a", "b", "c", "d"), pixels, labels);
    }

    private SweepsModel planned() throws IOException {
        SweepsModel model = model();
        model.plan(Files.writeString(folder.resolve("six.json"), SIX));
        return model;
    }

    @Test
    void a_plan_shows_what_would_be_trained_and_trains_nothing() throws IOException {
        SweepsModel model = planned();
        SweepShown shown = model.shownProperty().get();
        assertThat(shown.trials()).hasSize(6).allMatch(trial -> trial.status() == Trial.Status.WAITING);
        assertThat(shown.epochs()).isEqualTo(18);
        assertThat(shown.there()).isFalse();
        assertThat(model.downProperty().get()).isEqualTo("training.schedule.rate");
        assertThat(model.acrossProperty().get()).isEqualTo("training.seed");
        assertThat(folder.resolve("sweeps")).doesNotExist();
    }

    @Test
    void started_it_is_trained_and_its_best_answer_together() throws IOException {
        SweepsModel model = planned();
        model.start();
        model.refresh();
        assertThat(lost).isEmpty();
        SweepShown shown = model.shownProperty().get();
        assertThat(shown.isOver()).isTrue();
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(notices.shown()).extracting(Notice::what).containsExactly("The sweep six is over.");
        assertThat(model.folders()).extracting(SweepFolder::name).containsExactly("six");

        model.membersProperty().set(3);
        model.committee();
        assertThat(notices.shown()).extracting(Notice::what).last().asString().contains("The best 3 together misread");
        assertThat(folder.resolve("sweeps/six/best-3.committee.json")).exists();
        model.csv(folder.resolve("six.csv"));
        assertThat(Files.readAllLines(folder.resolve("six.csv"))).hasSize(7);

        Trial best = shown.best().orElseThrow();
        model.choose(best);
        assertThat(selection.runProperty().get())
                .isEqualTo(folder.resolve("sweeps/six").resolve(best.name()));
        assertThat(shown.trials())
                .allSatisfy(trial -> assertThat(best.validationError()).isLessThanOrEqualTo(trial.validationError()));
        assertThat(shown.isOnFront(best) || shown.trials().stream().anyMatch(t -> t.wallSeconds() < best.wallSeconds()))
                .isTrue();
        assertThat(shown.records()).last().extracting(Trial::validationError).isEqualTo(best.validationError());
    }

    @Test
    void the_front_holds_whom_nobody_beats_in_both() throws IOException {
        SweepsModel model = planned();
        model.start();
        model.refresh();
        SweepShown shown = model.shownProperty().get();
        List<Trial> front = shown.trials().stream().filter(shown::isOnFront).toList();
        assertThat(front).isNotEmpty();
        for (Trial one : front)
            assertThat(shown.trials())
                    .noneMatch(other ->
                            other.validationError() < one.validationError() && other.wallSeconds() < one.wallSeconds());
    }

    @Test
    void a_sweep_that_cannot_be_is_told_with_its_place() throws IOException {
        SweepsModel model = model();
        model.plan(Files.writeString(folder.resolve("bad.json"), SIX.replace("[1, 2]", "[]")));
        assertThat(model.shownProperty().get()).isNull();
        assertThat(notices.shown()).hasSize(1);
        assertThat(notices.shown().get(0).what()).isEqualTo("bad.json cannot be used");
        assertThat(notices.shown().get(0).how()).contains("axes[1].values", "This axis is empty");
    }

    @Test
    void drawn_numbers_fall_into_equal_parts_of_their_range() throws IOException {
        SweepsModel model = model();
        model.plan("learning-rate");
        SweepShown shown = model.shownProperty().get();
        SweepBins rates = new SweepBins(shown.sweep().axes().get(0), shown.trials());
        assertThat(rates.words()).hasSize(8);
        assertThat(rates.low()).isEqualTo("0.001");
        assertThat(rates.high()).isEqualTo("1");
        for (Trial trial : shown.trials()) {
            double rate = trial.member().values().get("training.schedule.rate").asDouble();
            assertThat(rates.of(trial)).isEqualTo((int) Math.min(7, Math.log10(rate / 0.001) / 3 * 8));
        }
        SweepBins batches = new SweepBins(shown.sweep().axes().get(1), shown.trials());
        assertThat(batches.words()).containsExactly("16", "32", "64", "128", "256");
    }
}
