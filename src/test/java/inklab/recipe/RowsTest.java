package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.distort.Distortion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
    private static final Presets PRESETS = new Presets();
    private static final String GOOD = """
            {"format": 1,
             "families": [{"id": "book", "title": "A book", "source": "Somebody"}],
             "rows": [{"id": "one", "family": "book", "title": "one net", "presets": ["a"], "epochs": 60,
                       "published": [{"label": "first", "error": 0.02, "up_to": 0.03}, {"error": 0.01}]},
                      {"id": "five", "family": "book", "title": "five nets", "kind": "committee", "presets": ["a"],
                       "members": 5}]}
            """;

    private static Rows.Parsed parse(String json) {
        return Rows.parse(json, List.of("a", "b"));
    }

    private static Recipe preset(String name) {
        return PRESETS.find(name).orElseThrow();
    }

    @Test
    void rows_are_read_with_their_defaults() {
        Rows rows = parse(GOOD).rows().orElseThrow();
        Row one = rows.rows().get(0);
        assertThat(one.figures())
                .containsExactly(new PublishedFigure("first", 0.02, 0.03), new PublishedFigure("", 0.01, 0.01));
        assertThat(one.figure().orElseThrow().isRange()).isTrue();
        assertThat(one.members()).isEqualTo(1);
        assertThat(one.isCommittee()).isFalse();
        assertThat(one.deviations()).isEmpty();
        assertThat(rows.find("five").orElseThrow().members()).isEqualTo(5);
        assertThat(rows.of(rows.families().get(0))).hasSize(2);
        assertThat(rows.family(one).source()).isEqualTo("Somebody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\": 1|\"format\": 2|format",
                "\"id\": \"five\"|\"id\": \"one\"|rows[1].id",
                "\"title\": \"one net\", |  |rows[0].title",
                "\"family\": \"book\", \"title\": \"one|\"family\": \"film\", \"title\": \"one|rows[0].family",
                "[\"a\"], \"epochs\"|[\"c\"], \"epochs\"|rows[0].presets",
                "[\"a\"], \"epochs\"|[\"a\", \"b\"], \"epochs\"|rows[0].presets",
                "[\"a\"], \"epochs\"|[1], \"epochs\"|rows[0].presets",
                "\"members\": 5|\"members\": 1|rows[1].members",
                "\"committee\"|\"jury\"|rows[1].kind",
                "\"error\": 0.02|\"error\": 2|rows[0].published[0].error",
                "\"up_to\": 0.03|\"up_to\": 0.01|rows[0].published[0].up_to",
                "\"error\": 0.01|\"label\": \"x\"|rows[0].published[1].error",
                "\"epochs\": 60|\"epochs\": -1|rows[0].epochs",
                "\"epochs\": 60|\"epoch\": 60|rows[0].epoch",
                "\"families\": [{|\"families\": [7, {|families",
            })
    void a_mistake_is_told_where_it_is(String right, String wrong, String where) {
        assertThat(GOOD).contains(right);
        Rows.Parsed parsed = parse(GOOD.replace(right, wrong == null ? "" : wrong));
        assertThat(parsed.rows()).isEmpty();
        assertThat(parsed.problems()).anyMatch(problem -> problem.where().equals(where));
    }

    @Test
    void text_that_is_no_json_is_a_problem() {
        assertThat(parse("").problems()).hasSize(1);
        assertThat(parse("{").rows()).isEmpty();
        assertThat(parse("[]").problems().get(0).what()).contains("list of published results");
    }

    @Test
    void every_preset_but_a_plain_one_to_begin_with_has_a_row() {
        Set<String> used = new HashSet<>();
        for (Row row : Rows.own().rows()) used.addAll(row.presets());
        Set<String> unused = new HashSet<>(PRESETS.names());
        unused.removeAll(used);
        assertThat(unused).containsExactly("mlp-512");
    }

    @Test
    void every_preset_of_a_single_net_is_found_as_its_own_row() {
        for (Row row : Rows.own().rows())
            if (!row.isCommittee())
                assertThat(PRESETS.rows().of(preset(row.presets().get(0)), PRESETS))
                        .contains(row);
    }

    @Test
    void a_row_is_found_whatever_name_seed_and_epochs() {
        Recipe relu = preset("nielsen-relu");
        Recipe mine = new Recipe(
                "mine",
                "",
                relu.data(),
                relu.distortion(),
                relu.net(),
                relu.training().withSeed(9).withEpochs(3));
        assertThat(PRESETS.rows().of(mine, PRESETS).orElseThrow().id()).isEqualTo("nielsen-relu");
    }

    @Test
    void a_recipe_that_trains_otherwise_is_only_near_its_row() {
        Recipe batch = preset("ciresan-batch12");
        assertThat(PRESETS.rows().of(batch, PRESETS).orElseThrow().id()).isEqualTo("ciresan-batch12");
        Recipe other = preset("ciresan-w20").withTraining(preset("keras-64-64").training());
        assertThat(PRESETS.rows().of(other, PRESETS)).isEmpty();
        assertThat(PRESETS.rows().nearest(other, PRESETS).orElseThrow().id()).isEqualTo("ciresan-w20");
    }

    @Test
    void the_published_figure_of_a_recipe_is_its_rows_main_one() {
        assertThat(Published.of(preset("nielsen-conv2"), PRESETS))
                .contains(new Published(0.0094, "Nielsen, chapter 6, book"));
        assertThat(Published.of(preset("deep-big-simple"), PRESETS))
                .contains(new Published(0.0035, "Deep, big, simple"));
        assertThat(Published.of(preset("keras-64-64"), PRESETS)).isEmpty();
        assertThat(Published.of(preset("nielsen-conv2").withDistortion(Distortion.elastic(8, 36)), PRESETS))
                .isEmpty();
    }

    @Test
    void a_cosine_over_fewer_epochs_is_another_recipe() {
        Recipe recipe = preset("cifar-cnn");
        Recipe shorter = recipe.withTraining(recipe.training().withEpochs(5));
        assertThat(RecipeDifference.of(recipe, shorter)).containsExactly("training.epochs is 5, not 20.");
        Recipe seed = recipe.withTraining(recipe.training().withSeed(5));
        assertThat(RecipeDifference.of(recipe, seed)).isEmpty();
    }

    @Test
    void differences_are_told_in_the_words_of_the_file() {
        assertThat(RecipeDifference.of(preset("ciresan-elastic"), preset("ciresan-plain")))
                .containsExactly("distortion.elastic is left out, not sigma 8, alpha 36.");
        assertThat(RecipeDifference.of(preset("ciresan-elastic"), preset("ciresan-batch12")))
                .containsExactly("training.batch is 12, not 128.");
        assertThat(RecipeDifference.of(preset("nielsen-conv2"), preset("nielsen-relu")))
                .contains(
                        "training.l2 is 0.00002, not 0.",
                        "training.schedule is constant, rate 0.03, not constant, rate 0.1.");
    }

    @Test
    void a_cosine_in_place_of_another_schedule_is_one_difference_whatever_its_epochs() {
        Recipe elastic = preset("ciresan-elastic");
        TrainingSettings cosine = preset("cifar-cnn").training();
        TrainingSettings own = elastic.training();
        Recipe other = elastic.withTraining(new TrainingSettings(
                own.batch(), 7, 0, 0, own.optimizer(), cosine.schedule(), own.l2(), own.clip(), own.seed()));
        assertThat(RecipeDifference.of(elastic, other))
                .containsExactly("training.schedule is cosine, rate 0.001, not exponential, rate 0.2, factor 0.91.");
    }
}
