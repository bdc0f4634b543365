package inklab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepFileTest {
    private static final String RATES = "{\"field\": \"training.schedule.rate\", \"values\": [0.01, 0.1]}";

    @Test
    void a_grid_has_every_combination_and_its_last_axis_runs_fastest() {
        Sweep sweep =
                TinySweeps.sweep("\"axes\": [" + RATES + ", {\"field\": \"training.seed\", \"values\": [1, 2, 3]}]");
        assertThat(sweep.members())
                .extracting(member -> member.name() + ": " + member.words())
                .containsExactly(
                        "tiny-001: rate 0.01, seed 1",
                        "tiny-002: rate 0.01, seed 2",
                        "tiny-003: rate 0.01, seed 3",
                        "tiny-004: rate 0.1, seed 1",
                        "tiny-005: rate 0.1, seed 2",
                        "tiny-006: rate 0.1, seed 3");
        assertThat(sweep.members().get(4).recipe().orElseThrow().training().seed())
                .isEqualTo(2);
        assertThat(sweep.members()
                        .get(4)
                        .recipe()
                        .orElseThrow()
                        .training()
                        .schedule()
                        .rate())
                .isEqualTo(0.1);
    }

    @Test
    void a_range_of_factors_has_equal_factors_between_its_points() {
        Sweep sweep = TinySweeps.sweep(
                "\"axes\": [{\"field\": \"training.schedule.rate\", \"from\": 0.001, \"to\": 1, \"steps\": 4, \"scale\": \"log\"}]");
        assertThat(sweep.axes().get(0).points()).extracting(Axis::words).containsExactly("0.001", "0.01", "0.1", "1");
    }

    @Test
    void draws_are_a_function_of_the_seed_and_stay_within_the_range() {
        String rest = "\"axes\": [{\"field\": \"training.batch\", \"from\": 8, \"to\": 64, \"whole\": true}, " + RATES
                + "], \"strategy\": {\"kind\": \"random\", \"runs\": 30, \"seed\": 7}";
        List<Sweep.Member> once = TinySweeps.sweep(rest).members();
        assertThat(once).isEqualTo(TinySweeps.sweep(rest).members()).hasSize(30);
        assertThat(once).isNotEqualTo(TinySweeps.sweep(rest.replace("7}", "8}")).members());
        assertThat(once)
                .allSatisfy(member -> assertThat(
                                member.recipe().orElseThrow().training().batch())
                        .isBetween(8, 64));
    }

    @Test
    void whole_nets_and_whole_recipes_can_be_axes() {
        Sweep nets = TinySweeps.sweep("\"axes\": [{\"field\": \"net\", \"values\": [\"1x6x6-4N\", \"1x6x6-9N-4N\"]}]");
        assertThat(nets.members()).extracting(Sweep.Member::words).containsExactly("net 1x6x6-4N", "net 1x6x6-9N-4N");
        Sweep recipes = TinySweeps.sweep(
                "\"with\": {\"training.epochs\": 2}, \"axes\": [{\"field\": \"recipe\", \"values\": [\"quick-ink\", \"ciresan-w14\"]}]");
        assertThat(recipes.members())
                .extracting(member -> member.words() + ", "
                        + member.recipe().orElseThrow().training().epochs() + " epochs of "
                        + member.recipe().orElseThrow().data().dataset())
                .containsExactly("recipe quick-ink, 2 epochs of ink", "recipe ciresan-w14, 2 epochs of mnist");
    }

    @Test
    void a_net_that_cannot_be_is_its_members_own_problem() {
        Sweep sweep =
                TinySweeps.sweep("\"axes\": [{\"field\": \"net\", \"values\": [\"1x6x6-4N\", \"1x6x6-9C9-4N\"]}]");
        assertThat(sweep.members().get(0).problem()).isEmpty();
        assertThat(sweep.members().get(1).problem())
                .hasValueSatisfying(p -> assertThat(p.where()).isEqualTo("net[0]"));
    }

    @Test
    void text_means_the_same_when_it_is_read_again() {
        for (Sweep sweep : new SweepPresets().all()) {
            SweepFile.Parsed again = SweepFile.parse(SweepFile.text(sweep), new NamedRecipes());
            assertThat(again.problems()).isEmpty();
            assertThat(again.sweep().orElseThrow().members()).isEqualTo(sweep.members());
            assertThat(SweepFile.isSame(sweep, again.sweep().orElseThrow())).isTrue();
            assertThat(sweep.members()).allMatch(member -> member.problem().isEmpty());
        }
    }

    @Test
    void the_committee_of_the_paper_has_five_nets_for_each_of_seven_widths() {
        assertThat(new SweepPresets().find("committee-35").orElseThrow().members())
                .hasSize(35);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"field\": \"training.schedule.rat\", \"values\": [1]} | axes[0].field | Did you mean training.schedule.rate?",
                "{\"field\": \"sigma\", \"values\": [1]} | axes[0].field | “sigma” is no field of a recipe.",
                "{\"field\": \"training.seed\", \"values\": []} | axes[0].values | This axis is empty: nothing could be trained.",
                "{\"field\": \"training.seed\", \"values\": [3, 1, 1]} | axes[0].values | 1 is there twice.",
                "{\"field\": \"training.l2\", \"values\": [1, 1.0]} | axes[0].values | 1 is there twice.",
                "{\"field\": \"training.batch\", \"from\": 1, \"to\": 4, \"steps\": 9, \"whole\": true} | axes[0].steps | Of 9 points on this range only 4 differ.",
                "{\"field\": \"training.l2\", \"from\": -1, \"to\": 1, \"scale\": \"log\", \"steps\": 3} | axes[0].from | cannot begin at 0",
                "{\"field\": \"training.l2\", \"from\": 1, \"to\": 0.1, \"steps\": 3} | axes[0].to | The range ends before it begins.",
                "{\"field\": \"training.l2\", \"from\": 0, \"to\": 1, \"steps\": 1} | axes[0].steps | A range has 2 points or more",
                "{\"field\": \"training.seed\"} | axes[0].values | This axis has neither values nor a range.",
                "{\"field\": \"training.seed\", \"from\": 1, \"to\": 9} | axes[0].steps | A grid needs to know how many points",
                "{\"field\": \"training.batch\", \"values\": [8, \"many\"]} | axes[0].values | training.batch cannot be many.",
                "{\"field\": \"net\", \"values\": [\"1x6x6-9X9\"]} | axes[0].values | net cannot be 1x6x6-9X9.",
                "{\"field\": \"training.l2\", \"from\": 0, \"to\": 1, \"scale\": \"log\", \"steps\": 3} | axes[0].from | cannot begin at 0",
                "{\"field\": \"recipe\", \"values\": [\"quick-inc\"]} | axes[0].values[0] | Did you mean quick-ink?",
                "{\"field\": \"training.seed\", \"values\": [1], \"valeus\": [2]} | axes[0].valeus | There is no such field.",
            })
    void an_axis_that_cannot_be_is_refused_with_its_place(String axis, String where, String says) {
        SweepFile.Parsed parsed = TinySweeps.parsed("\"axes\": [" + axis + "]");
        assertThat(parsed.sweep()).isEmpty();
        assertThat(parsed.problems()).anySatisfy(problem -> {
            assertThat(problem.where()).isEqualTo(where);
            assertThat(problem.toString()).contains(says);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"strategy\": {\"kind\": \"bayes\"} | strategy.kind | grid, random, halving",
                "\"strategy\": {\"kind\": \"random\"} | strategy.runs | runs",
                "\"strategy\": {\"kind\": \"random\", \"runs\": 0} | strategy.runs | A sweep cannot have 0 runs here.",
                "\"strategy\": {\"kind\": \"random\", \"runs\": 1000000} | strategy.runs | A sweep cannot have 1000000 runs here.",
                "\"strategy\": {\"kind\": \"halving\", \"keep\": 1} | strategy.keep | This number is too small: 1.",
                "\"limit\": {\"hours\": -1} | limit.hours | There are no negative hours.",
                "\"with\": {\"training.epoch\": 3} | with: training.epoch | There is no such field.",
                "\"stratgey\": {} | stratgey | There is no such field.",
            })
    void what_else_cannot_be_is_refused_with_its_place(String rest, String where, String says) {
        SweepFile.Parsed parsed = TinySweeps.parsed("\"axes\": [" + RATES + "], " + rest);
        assertThat(parsed.sweep()).isEmpty();
        assertThat(parsed.problems()).anySatisfy(problem -> {
            assertThat(problem.where()).isEqualTo(where);
            assertThat(problem.toString()).contains(says);
        });
    }

    @Test
    void a_sweep_without_axes_or_with_one_twice_is_refused() {
        assertThat(TinySweeps.parsed("\"axes\": []").problems().get(0).toString())
                .startsWith("axes: There is no axis.");
        assertThat(TinySweeps.parsed("\"axes\": [" + RATES + ", " + RATES + "]")
                        .problems()
                        .get(0)
                        .toString())
                .startsWith("axes[1].field: There is an axis of training.schedule.rate already.");
    }

    @Test
    void a_grid_of_a_million_runs_is_refused_with_the_count() {
        String range = "\"from\": 1, \"to\": 1024, \"steps\": 1024, \"whole\": true}";
        SweepFile.Parsed parsed = TinySweeps.parsed("\"axes\": [{\"field\": \"training.seed\", " + range
                + ", {\"field\": \"training.epochs\", " + range + "]");
        assertThat(parsed.sweep()).isEmpty();
        assertThat(parsed.problems().get(0).toString())
                .isEqualTo("axes: This grid has 1,048,576 runs; a sweep has at most 10,000. Take fewer values, or draw"
                        + " some of them: \"strategy\": {\"kind\": \"random\", \"runs\": 50}.");
    }

    @Test
    void halving_states_its_budget() {
        Strategy.Halving halving = new Strategy.Halving(27, 1, 3, 1);
        assertThat(halving.rungs(27, 12))
                .extracting(rung -> rung.members() + "×" + rung.epochs())
                .containsExactly("27×1", "9×3", "3×9", "1×12");
        // 27 for an epoch, 9 for two more, 3 for six more, 1 for three more.
        assertThat(halving.budget(27, 12)).isEqualTo(27 + 18 + 18 + 3);
    }
}
