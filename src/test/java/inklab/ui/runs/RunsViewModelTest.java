package inklab.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.evaluate.Committee;
import inklab.evaluate.CommitteeFile;
import inklab.evaluate.PairedTest;
import inklab.recipe.Recipe;
import inklab.train.Outputs;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.ui.Notices;
import inklab.ui.Selection;
import inklab.ui.Texts;
import inklab.ui.widget.Picture;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table, its committee and its comparisons without a window; work runs on the calling thread. */
class RunsViewModelTest {
    @TempDir
    Path folder;

    private final Set<Path> used = new HashSet<>();
    private final Notices notices = new Notices();
    private final Texts texts = new Texts(RunsWorkspace.class, Locale.ENGLISH);
    private final Selection selection = new Selection(SomeRuns.recipe("current", 9, "pictures/tiny"));
    private final List<Throwable> lost = new ArrayList<>();
    private Path root;
    private RunsViewModel model;
    private CommitteeModel committee;
    private CurvesModel curves;
    private CompareModel compare;

    private static final class NoPictures implements Looks {
        @Override
        public List<Picture> seen(Recipe recipe) throws IOException {
            throw new IOException("There are no images here: fetch them.");
        }

        @Override
        public Map<Integer, Picture> test(Recipe recipe, List<Integer> images) {
            return Map.of();
        }
    }

    @BeforeEach
    void open() throws IOException {
        root = folder.resolve("runs");
        SomeRuns.train(root, "net-2", 2);
        SomeRuns.train(root, "net-10", 10);
        SomeRuns.train(root, "net-9", 9);
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, lost::add);
        model = new RunsViewModel(new Runs(root), selection, used::contains, jobs, notices, texts);
        curves = new CurvesModel(model, jobs);
        committee = new CommitteeModel(model, jobs, folder.resolve("committees"), notices, texts);
        compare = new CompareModel(model, new NoPictures(), jobs);
        model.refresh();
        assertThat(lost).isEmpty();
    }

    private RunRow row(String name) {
        return model.all().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        return model.shown().stream().map(RunRow::name).toList();
    }

    private Outputs stored(String name) throws IOException {
        return new RunFolder(root.resolve(name)).outputs().orElseThrow().test();
    }

    @Test
    void rows_are_sorted_by_any_column_with_numbers_in_names_as_numbers() {
        assertThat(model.shown()).isSortedAccordingTo((a, b) -> Double.compare(a.test(), b.test()));
        model.sortBy(SortBy.NAME);
        assertThat(shown()).containsExactly("net-2", "net-9", "net-10");
        model.sortBy(SortBy.NAME);
        assertThat(shown()).containsExactly("net-10", "net-9", "net-2");
        for (SortBy column : SortBy.values()) {
            model.sortBy(column);
            assertThat(shown()).hasSize(3);
        }
    }

    @Test
    void the_search_finds_every_word_and_the_filter_a_data_set() throws IOException {
        SomeRuns.train(root, "other", 3, "pictures/else", 1);
        model.refresh();
        assertThat(model.datasets()).containsExactly("pictures/else", "pictures/tiny");
        model.filterProperty().set("net 1");
        assertThat(shown()).containsExactly("net-10");
        model.filterProperty().set("ELSE");
        assertThat(shown()).containsExactly("other");
        model.filterProperty().set("");
        model.datasetProperty().set("pictures/tiny");
        assertThat(shown()).hasSize(3);
    }

    @Test
    void the_committee_errs_as_its_stored_outputs_averaged_and_by_votes() throws IOException {
        model.tick(row("net-2"), true);
        model.tick(row("net-9"), true);
        model.tick(row("net-10"), true);
        Standing standing = committee.standing();
        Committee expected = new Committee(List.of(stored("net-2"), stored("net-9"), stored("net-10")));
        assertThat(standing.errors(false)).isEqualTo(expected.average().errors());
        assertThat(standing.errors(true)).isEqualTo(expected.votes().errors());
        assertThat(standing.subsets().all()).hasSize(7);
        String best = standing.members().get(standing.single().member()).name();
        double least = standing.members().stream()
                .mapToDouble(RunRow::validation)
                .min()
                .orElseThrow();
        assertThat(row(best).validation()).isEqualTo(least);
        assertThat(standing.averaged()).isEqualTo(PairedTest.of(stored(best), expected.average()));
        assertThat(model.stateProperty().get()).isEqualTo("3 finished, 3 ticked");
        model.tick(row("net-9"), false);
        assertThat(committee.standing().errors(false))
                .isEqualTo(new Committee(List.of(stored("net-2"), stored("net-10")))
                        .average()
                        .errors());
    }

    @Test
    void runs_of_other_data_or_without_outputs_cannot_join_and_say_why() throws IOException {
        SomeRuns.train(root, "other", 3, "pictures/else", 1);
        Files.delete(root.resolve("net-9/outputs.safetensors"));
        Files.delete(root.resolve("net-9/result.json"));
        model.refresh();
        assertThat(model.refusal(row("other"))).isEmpty();
        model.tick(row("net-2"), true);
        assertThat(model.refusal(row("other"))).contains("Reads else, not tiny.");
        assertThat(model.refusal(row("net-9"))).get().asString().contains("outputs are stored");
        model.tick(row("other"), true);
        model.tick(row("net-9"), true);
        assertThat(model.members()).extracting(RunRow::name).containsExactly("net-2");
    }

    @Test
    void other_test_images_of_the_same_name_are_refused_in_words() throws IOException {
        SomeRuns.train(root, "copy", 3, "pictures/tiny", 2);
        model.refresh();
        model.tick(row("net-2"), true);
        model.tick(row("copy"), true);
        assertThat(committee.standing().isCounted()).isFalse();
        assertThat(committee.standing().trouble()).contains("same test images");
        assertThat(lost).isEmpty();
    }

    @Test
    void colours_stay_while_others_are_unticked() {
        model.tick(row("net-2"), true);
        model.tick(row("net-9"), true);
        model.tick(row("net-2"), false);
        assertThat(model.series(row("net-9"))).isEqualTo(1);
        model.tick(row("net-10"), true);
        assertThat(model.series(row("net-10"))).isZero();
        assertThat(curves.curvesProperty().get()).anySatisfy(curve -> {
            assertThat(curve.row().name()).isEqualTo("net-9");
            assertThat(curve.data().points()).isEqualTo(2);
        });
    }

    @Test
    void a_ticked_run_that_trains_on_shows_it_at_the_next_look() throws IOException {
        model.tick(row("net-9"), true);
        SomeRuns.goOn(root, "net-9", 9, 5);
        assertThat(row("net-9").epochs()).isEqualTo(2);
        model.refresh();
        assertThat(row("net-9").epochs()).isEqualTo(5);
        assertThat(model.isTicked(row("net-9"))).isTrue();
        assertThat(curves.curvesProperty().get())
                .first()
                .satisfies(curve -> assertThat(curve.data().points()).isEqualTo(5));
    }

    @Test
    void a_star_stays_with_the_run_and_filters() {
        model.actions().star(row("net-9"), true);
        assertThat(row("net-9").starred()).isTrue();
        model.starredOnlyProperty().set(true);
        assertThat(shown()).containsExactly("net-9");
        model.actions().rename(row("net-9"), "best one");
        assertThat(shown()).containsExactly("best one");
    }

    @Test
    void a_renamed_run_stays_ticked_chosen_and_looked_at() {
        model.tick(row("net-2"), true);
        model.choose(row("net-2"));
        model.actions().rename(row("net-2"), "renamed");
        assertThat(model.members()).extracting(RunRow::name).containsExactly("renamed");
        assertThat(model.chosen().orElseThrow().name()).isEqualTo("renamed");
        assertThat(selection.runProperty().get()).isEqualTo(root.resolve("renamed"));
        model.actions().rename(row("renamed"), "net-9");
        assertThat(shown()).contains("renamed", "net-9");
        assertThat(notices.shown()).anyMatch(notice -> notice.what().contains("already"));
    }

    @Test
    void a_deleted_run_leaves_the_committee_and_can_be_put_back() {
        model.tick(row("net-2"), true);
        model.tick(row("net-9"), true);
        model.choose(row("net-9"));
        model.actions().trash(row("net-9"));
        assertThat(shown()).containsExactlyInAnyOrder("net-2", "net-10");
        assertThat(committee.standing().members()).hasSize(1);
        assertThat(selection.runProperty().get()).isNull();
        notices.shown().get(0).action().orElseThrow().run().run();
        assertThat(shown()).contains("net-9");
        assertThat(model.actions().lastTrashed()).isEmpty();
    }

    @Test
    void a_run_in_use_is_neither_renamed_nor_deleted() {
        used.add(root.resolve("net-9"));
        model.actions().trash(row("net-9"));
        model.actions().rename(row("net-9"), "x");
        assertThat(shown()).contains("net-9").doesNotContain("x");
        assertThat(notices.shown()).hasSize(1);
        assertThat(notices.shown().get(0).what()).contains("net-9").contains("trained");
    }

    @Test
    void a_saved_committee_ticks_its_members_again() throws IOException {
        model.tick(row("net-9"), true);
        model.tick(row("net-2"), true);
        committee.save();
        Path file = folder.resolve("committees/pictures-tiny-2-nets" + CommitteeFile.ENDING);
        assertThat(CommitteeFile.read(file).members()).containsExactly("net-9", "net-2");
        assertThat(CommitteeFile.read(file).errors())
                .isEqualTo(committee.standing().errors(false));
        model.untickAll();
        committee.open(file);
        assertThat(model.members()).extracting(RunRow::name).containsExactly("net-9", "net-2");
    }

    @Test
    void two_recipes_are_compared_field_by_field_even_without_their_images() {
        model.choose(row("net-2"));
        model.compareWith(row("net-9"));
        CompareModel.Comparison two = compare.comparisonProperty().get().orElseThrow();
        assertThat(two.first().name()).isEqualTo("net-9");
        assertThat(two.second().name()).isEqualTo("net-2");
        assertThat(two.fields()).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("training.seed");
            assertThat(field.first()).isEqualTo("9");
            assertThat(field.second()).isEqualTo("2");
        });
        assertThat(two.firstSeen()).isEmpty();
        assertThat(RunsCsv.of(two).lines())
                .containsExactly(
                        "field,net-9,net-2",
                        "training.seed,9,2",
                        "test_error," + row("net-9").test() + "," + row("net-2").test());
    }

    @Test
    void a_broken_run_is_a_row_with_its_fault() throws IOException {
        Files.writeString(root.resolve("net-9/recipe.json"), "{\"format\":");
        model.refresh();
        assertThat(row("net-9").trouble()).contains("damaged");
        assertThat(model.refusal(row("net-9"))).isPresent();
        assertThat(RunsCsv.of(model.shown()).lines()).hasSize(4).allMatch(line -> line.split(",", -1).length == 13);
    }

    @Test
    void the_csv_has_the_figures_unrounded() {
        String csv = RunsCsv.of(List.of(row("net-2")));
        String[] cells = csv.split("\r\n", -1)[1].split(",", -1);
        assertThat(cells[0]).isEqualTo("net-2");
        assertThat(Double.parseDouble(cells[11])).isEqualTo(row("net-2").test());
        assertThat(cells[7]).isEqualTo("2");
    }
}
