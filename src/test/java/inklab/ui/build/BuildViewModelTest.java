package inklab.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.Activation;
import inklab.net.Notation;
import inklab.net.WeightInit;
import inklab.ui.Selection;
import inklab.ui.SomeRecipes;
import inklab.ui.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BuildViewModelTest {
    private static final String CIRESAN = "1x29x29-20C4-MP2-40C5-MP3-150N-10N";

    private final Selection selection = new Selection(SomeRecipes.CIRESAN);
    private final BuildViewModel model = model(selection, Locale.ENGLISH);

    private static BuildViewModel model(Selection selection, Locale language) {
        return new BuildViewModel(selection, new Texts(BuildWorkspace.class, language));
    }

    private String net() {
        return Notation.print(selection.recipe().net());
    }

    private void set(String notation) {
        selection.edit(SomeRecipes.withNet(notation));
    }

    private Field field(int layer, String id) {
        return model.column().card(layer).fields().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean type(int layer, String id, String typed) {
        return model.type((Field.Entry) field(layer, id), typed);
    }

    private void choose(int layer, String id, String text) {
        model.choose(((Field.Choice) field(layer, id))
                .options().stream()
                        .filter(o -> o.text().equals(text))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void a_card_for_the_input_and_each_layer_says_shape_and_costs() {
        assertThat(model.column().cards())
                .extracting(LayerCard::code)
                .containsExactly("1x29x29", "20C4", "MP2", "40C5", "MP3", "150N", "10N");
        assertThat(model.column().cards())
                .extracting(LayerCard::shape)
                .containsExactly(
                        "1 × 29 × 29", "20 × 26 × 26", "20 × 13 × 13", "40 × 9 × 9", "40 × 3 × 3", "150", "10");
        // 20·(16+1), 40·(20·25+1), 150·(360+1), 10·(150+1): by hand.
        assertThat(model.column().cards())
                .extracting(c -> c.cost().parameters())
                .containsExactly(0L, 340L, 0L, 20_040L, 0L, 54_150L, 1_510L);
        assertThat(model.column().card(4).weightShare()).isEqualTo(1);
        assertThat(model.column().card(2).workShare()).isEqualTo(1);
        assertThat(model.column().card(0).workShare()).isEqualTo(216_320 / 1_620_000.0);
        assertThat(model.stateProperty().get()).isEqualTo("Six layers");
    }

    @Test
    void the_net_of_ciresan_is_built_by_hand_from_an_empty_stack() {
        model.clear();
        assertThat(net()).isEqualTo("1x29x29");
        model.add(LayerKind.CONVOLUTION);
        type(0, "kernel", "4");
        model.add(LayerKind.MAX_POOL);
        model.add(LayerKind.CONVOLUTION);
        model.add(LayerKind.MAX_POOL);
        // Nine does not divide by two: the pool is held, with a mend.
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-40C5");
        Placing held = model.placingProperty().get().orElseThrow();
        assertThat(held.trouble().orElseThrow().problem().what()).contains("9 does not divide by 2");
        assertThat(model.stateProperty().get()).isEqualTo("Three layers; a pool is being placed");
        model.dropMended();
        model.add(LayerKind.DENSE);
        model.add(LayerKind.OUTPUT);
        assertThat(net()).isEqualTo(CIRESAN);
        assertThat(model.column().inference().isSound()).isTrue();
    }

    @Test
    void a_layer_is_added_below_the_chosen_one_and_never_below_the_output() {
        model.choose(0);
        model.add(LayerKind.BATCH_NORM);
        assertThat(net()).isEqualTo("1x29x29-20C4-BN-MP2-40C5-MP3-150N-10N");
        assertThat(model.chosen()).isEqualTo(1);
        model.choose(6);
        model.add(LayerKind.DROPOUT);
        assertThat(net()).isEqualTo("1x29x29-20C4-BN-MP2-40C5-MP3-150N-D0.5-10N");
    }

    @Test
    void every_change_is_one_step_to_undo_and_redo() {
        model.choose(1);
        model.duplicate(1);
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-MP2-40C5-MP3-150N-10N");
        model.delete(2);
        model.choose(4);
        model.moveChosen(-1);
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-40C5-150N-MP3-10N");
        assertThat(model.chosen()).isEqualTo(3);
        model.undo();
        assertThat(net()).isEqualTo(CIRESAN);
        model.undo();
        model.undo();
        assertThat(net()).isEqualTo(CIRESAN);
        assertThat(selection.undoableProperty().get()).isFalse();
        model.redo();
        assertThat(net()).isEqualTo("1x29x29-20C4-MP2-MP2-40C5-MP3-150N-10N");
    }

    @Test
    void nothing_moves_beyond_the_ends_and_the_input_stays() {
        model.choose(0);
        model.moveChosen(-1);
        model.choose(5);
        model.moveChosen(1);
        model.choose(BuildViewModel.INPUT);
        model.moveChosen(1);
        model.duplicate(BuildViewModel.INPUT);
        model.delete(BuildViewModel.INPUT);
        model.chooseNext(-1);
        assertThat(model.chosen()).isEqualTo(BuildViewModel.INPUT);
        model.choose(99);
        assertThat(model.chosen()).isEqualTo(5);
        assertThat(net()).isEqualTo(CIRESAN);
        assertThat(selection.undoableProperty().get()).isFalse();
    }

    @Test
    void deleting_the_last_layer_chooses_the_one_that_is_last_then() {
        model.delete(5);
        assertThat(model.chosen()).isEqualTo(4);
        model.clear();
        assertThat(model.chosen()).isEqualTo(BuildViewModel.INPUT);
        assertThat(model.stateProperty().get()).isEqualTo("No layers");
    }

    @Test
    void a_dragged_layer_shows_what_would_be_wrong_where_it_is_held() {
        model.lift(1);
        assertThat(model.placingProperty().get().orElseThrow().idle()).isTrue();
        model.hover(3);
        Placing held = model.placingProperty().get().orElseThrow();
        assertThat(Notation.print(held.after())).isEqualTo("1x29x29-20C4-40C5-MP3-MP2-150N-10N");
        assertThat(held.trouble()).isPresent();
        assertThat(net()).isEqualTo(CIRESAN);
        model.hover(99);
        assertThat(model.placingProperty().get().orElseThrow().at()).isEqualTo(5);
        model.hover(0);
        model.drop();
        assertThat(net()).isEqualTo("1x29x29-MP2-20C4-40C5-MP3-150N-10N");
        assertThat(model.chosen()).isZero();
    }

    @Test
    void a_layer_let_go_is_back_where_it_was() {
        model.lift(2);
        model.hover(0);
        model.letGo();
        assertThat(net()).isEqualTo(CIRESAN);
        assertThat(model.placingProperty().get()).isEmpty();
        model.hold(LayerKind.DENSE);
        model.letGo();
        assertThat(selection.undoableProperty().get()).isFalse();
    }

    @Test
    void a_net_that_changes_elsewhere_takes_the_layer_out_of_the_hand() {
        model.hold(LayerKind.DENSE);
        set("1x28x28-100N-10N");
        assertThat(model.placingProperty().get()).isEmpty();
        assertThat(model.column().layers()).isEqualTo(2);
        assertThat(model.chosen()).isLessThan(2);
    }

    @Test
    void a_problem_stands_on_its_layer_and_its_mend_is_taken_by_a_press() {
        set("1x28x28-20C5-MP5-10N");
        assertThat(model.column().card(0).troubles()).isEmpty();
        Trouble trouble = model.column().card(1).troubles().get(0);
        assertThat(trouble.problem().isError()).isFalse();
        assertThat(trouble.fix().orElseThrow().label()).isEqualTo("Use 6 × 6");
        model.mend(trouble);
        assertThat(model.column().card(1).troubles()).isEmpty();
        assertThat(net()).isEqualTo("1x28x28-20C5-MP6-10N");
        model.undo();
        assertThat(net()).isEqualTo("1x28x28-20C5-MP5-10N");
    }

    @Test
    void a_missing_output_is_a_problem_of_the_whole_net() {
        set("1x28x28-20C5");
        model.clear();
        assertThat(model.column().troubles()).hasSize(1);
        model.mend(model.column().troubles().get(0));
        assertThat(net()).isEqualTo("1x28x28-10N");
        assertThat(model.column().troubles()).isEmpty();
    }

    @Test
    void settings_are_typed_and_chosen_on_the_card() {
        assertThat(field(0, "maps").text()).isEqualTo("20 maps");
        type(0, "maps", "32 maps");
        type(0, "kernel", "5 x 5 / 2");
        choose(0, "padding", "same");
        choose(0, "activation", "ReLU");
        type(4, "units", "200");
        type(1, "window", "3/2");
        assertThat(model.column().card(0).layer().orElseThrow())
                .isEqualTo(Notation.parse("1x29x29-32C5/2:same:relu-10N")
                        .net()
                        .orElseThrow()
                        .layers()
                        .get(0));
        assertThat(field(0, "kernel").text()).isEqualTo("5 × 5 every 2");
        assertThat(field(1, "window").text()).isEqualTo("3 × 3 every 2");
        assertThat(net()).contains("-MP3/2-").contains("-200N-");
    }

    @Test
    void what_cannot_be_understood_changes_nothing() {
        assertThat(type(0, "maps", "many")).isFalse();
        assertThat(type(0, "kernel", "4 by")).isFalse();
        assertThat(type(BuildViewModel.INPUT, "shape", "wide")).isFalse();
        assertThat(net()).isEqualTo(CIRESAN);
    }

    @Test
    void a_rate_is_read_as_a_share_or_in_percent() {
        assertThat(LayerFields.rate("0,25")).contains(0.25);
        assertThat(LayerFields.rate("25 %")).contains(0.25);
        assertThat(LayerFields.rate("40")).contains(0.4);
        assertThat(LayerFields.rate("half")).isEmpty();
    }

    @Test
    void the_inputs_shape_and_a_blocks_body_are_typed_in_notation() {
        assertThat(type(BuildViewModel.INPUT, "shape", "1x28x28")).isTrue();
        assertThat(net()).startsWith("1x28x28-20C4");
        set("3x32x32:relu:same-16C3-R(16C3-16C3:id)-10N");
        assertThat(field(1, "body").text()).isEqualTo("16C3-16C3:id");
        assertThat(type(1, "body", "16C3-BN-16C5:id")).isTrue();
        assertThat(net()).isEqualTo("3x32x32:relu:same-16C3-R(16C3-BN-16C5:id)-10N");
        assertThat(type(1, "body", "16C3-")).isFalse();
        assertThat(type(1, "body", "16C3)-R(16C3")).isFalse();
    }

    @Test
    void activation_and_first_weights_are_set_for_every_layer_at_once() {
        assertThat(model.activation()).contains(Activation.TANH);
        model.setActivation(Activation.RELU);
        model.setInit(new WeightInit(WeightInit.Kind.HE, 0));
        assertThat(net()).isEqualTo("1x29x29:relu:he-20C4-MP2-40C5-MP3-150N-10N");
        choose(0, "activation", "tanh");
        assertThat(model.activation()).isEmpty();
        assertThat(model.init()).contains(new WeightInit(WeightInit.Kind.HE, 0));
    }

    @Test
    void the_published_count_is_told_of_that_net_alone() {
        assertThat(model.published()).contains(new PublishedCount(171_940, 76_040));
        type(4, "units", "151");
        assertThat(model.published()).isEmpty();
    }

    @Test
    void a_unit_of_the_second_convolution_sees_13_pixels_and_it_is_said_why() {
        Sight sight = Sight.of(model.column(), 2, new Texts(BuildWorkspace.class, Locale.ENGLISH));
        assertThat(sight.title()).isEqualTo("What a 40C5 unit sees");
        assertThat(sight.size()).isEqualTo("13 × 13 px");
        assertThat(sight.window().orElseThrow().width()).isEqualTo(13);
        assertThat(sight.words())
                .isEqualTo("4 from the first convolution, one more through the pool, then 4 × 2 from its own kernel.");
        assertThat(sight.series()).isEqualTo(2);
        for (int layer = -1; layer < 6; layer++)
            assertThat(Sight.of(model.column(), layer, new Texts(BuildWorkspace.class, Locale.CHINESE))
                            .words())
                    .isNotBlank();
    }

    @Test
    void the_costs_are_a_table_to_copy() {
        assertThat(List.of(model.csv().split("\n")))
                .contains("20C4,20x26x26,340,216320,54080")
                .hasSize(8);
    }

    @Test
    void every_kind_of_layer_has_its_words_in_both_languages() {
        BuildViewModel chinese = model(selection, Locale.CHINESE);
        for (LayerKind kind : LayerKind.values()) {
            Placing.fresh(kind, 1, selection.recipe().net());
            model.hold(kind);
            chinese.hold(kind);
            assertThat(model.stateProperty().get()).startsWith("Six layers; ");
            assertThat(chinese.stateProperty().get()).startsWith("6 层");
            model.letGo();
            chinese.letGo();
        }
    }
}
