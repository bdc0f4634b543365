package inklab.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.evaluate.Committee;
import inklab.evaluate.Subsets;
import inklab.recipe.DataSettings;
import inklab.recipe.Measured;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.Results;
import inklab.recipe.Row;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.ui.Texts;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What stands on the cards, without runs on disk. */
class ReproductionCardTest {
    private final Presets presets = new Presets();
    private final ReproductionCard.Maker maker =
            new ReproductionCard.Maker(presets, Results.NONE, new Texts(RunsWorkspace.class, Locale.ENGLISH));

    private static RunRow row(String name, Recipe recipe, int epochs, double test) {
        Path path = Path.of("runs", name);
        Runs.Run run = new Runs.Run(
                new RunFolder(path),
                FileTime.fromMillis(0),
                recipe,
                Runs.Status.FINISHED,
                epochs,
                epochs,
                test,
                test,
                60,
                false);
        return new RunRow(run, "", "", true);
    }

    private Recipe preset(String name, long seed) {
        Recipe recipe = presets.find(name).orElseThrow();
        return recipe.withTraining(recipe.training().withSeed(seed));
    }

    private static String value(ReproductionCard card, String name) {
        return card.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void a_run_stands_with_the_other_seeds_of_its_recipe_beside_the_published_figure() {
        List<RunRow> all = new ArrayList<>();
        all.add(row("a", preset("ciresan-elastic", 1), 60, 0.0062));
        all.add(row("b", preset("ciresan-elastic", 2), 60, 0.0080));
        all.add(row("c", preset("ciresan-elastic", 3), 60, 0.0070));
        all.add(row("other", preset("mlp-512", 1), 20, 0.02));
        ReproductionCard card = maker.single(all.get(1), all);
        assertThat(card.ours()).isEqualTo(0.0070);
        assertThat(card.each()).containsExactly(0.0062, 0.0080, 0.0070);
        Row published = presets.rows().of(preset("ciresan-elastic", 1), presets).orElseThrow();
        assertThat(card.published()).isEqualTo(published.figure());
        assertThat(value(card, "Epochs")).isEqualTo("60 of " + published.epochs());
        assertThat(value(card, "Seeds")).isEqualTo("1 to 3, one each");
        assertThat(value(card, "Each seed, %")).isEqualTo("0.62, 0.80, 0.70");
        assertThat(card.deviations()).isEqualTo(published.deviations());
    }

    @Test
    void what_is_trained_otherwise_is_said_as_a_deviation() {
        Recipe preset = preset("ciresan-elastic", 1);
        Recipe little = preset.withData(new DataSettings("mnist", 5000, 10000, 0, DataSettings.Pixels.UNIT));
        ReproductionCard card = maker.single(row("a", little, 3, 0.02), List.of(row("a", little, 3, 0.02)));
        assertThat(card.published()).isPresent();
        assertThat(card.deviations()).anyMatch(words -> words.contains("data.train") && words.contains("5000"));
    }

    @Test
    void nothing_published_is_said_and_the_figure_is_ours_alone() {
        RunRow run = row("mine", SomeRuns.recipe("mine", 1, "pictures/tiny"), 2, 0.2);
        ReproductionCard card = maker.single(run, List.of(run));
        assertThat(card.published()).isEmpty();
        assertThat(card.about()).contains("mine").contains("nothing is published");
        assertThat(card.ours()).isEqualTo(0.2);
        assertThat(value(card, "Epochs")).isEqualTo("2");
    }

    @Test
    void a_committee_of_widths_stands_beside_the_published_one() {
        List<RunRow> members = new ArrayList<>();
        for (String width : List.of("14", "16", "18", "20"))
            members.add(row("w" + width, preset("ciresan-w" + width, members.size() + 1), 40, 0.006));
        Subsets.Subset full = new Subsets.Subset(List.of(0, 1, 2, 3), 31, 35);
        Subsets subsets = new Subsets(10000, List.of(new Subsets.Size(4, 1, List.of(full))));
        Standing standing = new Standing(members, subsets, new Committee.Single(0, true), null, null, List.of(), "");
        ReproductionCard averaged = maker.committee(standing, false);
        Row published = presets.rows().find("ciresan-committee").orElseThrow();
        assertThat(averaged.published()).isEqualTo(published.figure());
        assertThat(averaged.ours()).isEqualTo(0.0031);
        assertThat(maker.committee(standing, true).ours()).isEqualTo(0.0035);
        assertThat(value(averaged, "Members")).isEqualTo("4, widths 14 to 20");
        assertThat(value(averaged, "Seeds")).isEqualTo("1 to 4, one each");
    }

    @Test
    void several_published_figures_are_told_with_what_each_is_of() {
        ReproductionCard single = maker.single(row("a", preset("nielsen-fc100", 1), 60, 0.02), List.of());
        assertThat(value(single, "Published, book")).isEqualTo("2.20 %");
        assertThat(value(single, "Published, re-run")).isEqualTo("2.33 %");
        List<RunRow> members = new ArrayList<>();
        for (String name : List.of("column", "w20", "w18", "w16", "w14", "w12", "w10"))
            members.add(row(name, preset("relu-" + name, 1), 40, 0.006));
        Subsets.Subset full = new Subsets.Subset(List.of(0, 1, 2, 3, 4, 5, 6), 31, 35);
        Subsets subsets = new Subsets(10000, List.of(new Subsets.Size(7, 1, List.of(full))));
        Standing seven = new Standing(members, subsets, new Committee.Single(0, true), null, null, List.of(), "");
        assertThat(value(maker.committee(seven, false), "Published, 35 nets")).isEqualTo("0.23 %");
        ReproductionCard plain = maker.single(row("b", preset("deep-big-simple", 1), 64, 0.006), List.of());
        assertThat(plain.lines()).noneMatch(line -> line.name().startsWith("Published"));
    }

    @Test
    void what_several_members_are_trained_otherwise_is_said_once() {
        List<RunRow> members = new ArrayList<>();
        for (String width : List.of("14", "16", "18", "20")) {
            Recipe recipe = preset("ciresan-w" + width, 1);
            Recipe all = recipe.withData(new DataSettings(
                    "mnist", 0, 0, Integer.parseInt(width), recipe.data().pixels()));
            members.add(row("w" + width, width.equals("20") ? recipe : all, 40, 0.006));
        }
        Subsets.Subset full = new Subsets.Subset(List.of(0, 1, 2, 3), 31, 35);
        Subsets subsets = new Subsets(10000, List.of(new Subsets.Size(4, 1, List.of(full))));
        Standing standing = new Standing(members, subsets, new Committee.Single(0, true), null, null, List.of(), "");
        List<String> expected = new ArrayList<>(
                presets.rows().find("ciresan-committee").orElseThrow().deviations());
        expected.add("Three of four members: data.validation is 0, not 10000.");
        assertThat(maker.committee(standing, false).deviations()).isEqualTo(expected);
    }

    @Test
    void what_came_with_inklab_says_when_it_is_not_trained_as_long_as_published() {
        Row row = presets.rows().find("ciresan-elastic").orElseThrow();
        Measured measured = new Measured(
                row.id(),
                "",
                1,
                43,
                row.epochs(),
                32,
                0.006,
                0.0058,
                10000,
                520,
                6531,
                LocalDate.EPOCH,
                new Measured.Machine("A processor", 2, "", ""),
                "",
                List.of());
        ReproductionCard.Maker knowing = new ReproductionCard.Maker(
                presets, Results.NONE.with(measured), new Texts(RunsWorkspace.class, Locale.ENGLISH));
        RunRow run = row("a", preset("ciresan-elastic", 1), 60, 0.0062);
        ReproductionCard card = knowing.single(run, List.of(run));
        assertThat(value(card, "Epochs there")).isEqualTo("43 of " + row.epochs());
    }

    @Test
    void names_are_shortened_by_what_all_begin_with_but_never_to_a_number() {
        assertThat(RunWords.shortNames(List.of("ciresan-elastic", "ciresan-plain")))
                .containsExactly("elastic", "plain");
        assertThat(RunWords.shortNames(List.of("net-1", "net-2"))).containsExactly("net-1", "net-2");
        assertThat(RunWords.shortNames(List.of("a", "ab"))).containsExactly("a", "ab");
        assertThat(RunWords.shortNames(List.of("small-net", "small-net-2")))
                .containsExactly("small-net", "small-net-2");
        assertThat(RunWords.p(0.0271)).isEqualTo("= 0.027");
        assertThat(RunWords.p(0.53)).isEqualTo("= 0.53");
        assertThat(RunWords.p(0.00012)).isEqualTo("= 0.00012");
        assertThat(RunWords.p(1)).isEqualTo("= 1");
        assertThat(RunWords.p(1e-9)).isEqualTo("< 0.000001");
    }
}
