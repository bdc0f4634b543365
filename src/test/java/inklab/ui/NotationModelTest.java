package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.Notation;
import inklab.net.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotationModelTest {
    private final Selection selection = new Selection(SomeRecipes.CIRESAN);
    private final NotationModel model = new NotationModel(selection);

    @Test
    void layers_with_weights_take_the_series_in_order_and_the_others_none() {
        assertThat(model.line().pieces())
                .extracting(NotationModel.Piece::text)
                .containsExactly("1x29x29", "20C4", "MP2", "40C5", "MP3", "150N", "10N");
        assertThat(model.line().pieces())
                .extracting(NotationModel.Piece::series)
                .containsExactly(0, 1, 0, 2, 0, 3, 4);
        assertThat(model.line().pieces()).extracting(NotationModel.Piece::layer).containsExactly(-1, 0, 1, 2, 3, 4, 5);
    }

    @Test
    void the_summary_counts_every_weight_and_bias() {
        long byHand = 20 * (16 + 1) + 40 * (20 * 25 + 1) + 150 * (40 * 9 + 1) + 10 * (150 + 1);
        assertThat(model.line().weights()).isEqualTo(byHand).isEqualTo(76_040);
        assertThat(model.line().activation()).isEqualTo("tanh");
    }

    @Test
    void the_line_follows_the_recipe_and_its_text_reads_back_as_the_net() {
        selection.edit(SomeRecipes.withNet("3x32x32:relu:same-32C3-BN-MP2-R(32C3-32C3:id)-relu-GAP-10N"));
        assertThat(Notation.parse(model.line().text()).net())
                .contains(selection.recipe().net());
        assertThat(model.line().pieces())
                .extracting(NotationModel.Piece::series)
                .containsExactly(0, 1, 0, 0, 2, 0, 0, 3);
    }

    @Test
    void text_becomes_the_net_as_one_step_to_undo() {
        assertThat(model.commit("1x28x28-64N-64N-10N")).isEmpty();
        assertThat(selection.recipe().net().layers()).hasSize(3);
        selection.undo();
        assertThat(model.line().text()).isEqualTo("1x29x29-20C4-MP2-40C5-MP3-150N-10N");
    }

    @Test
    void text_that_is_no_net_changes_nothing_and_says_where_it_goes_wrong() {
        Optional<Problem> problem = model.commit("1x29x29-20Q4-10N");
        assertThat(problem).isPresent();
        assertThat(problem.get().column()).isBetween(9, 12);
        assertThat(model.problem("1x29x29-20Q4-10N")).isPresent();
        assertThat(model.problem("1x29x29-20C4-10N")).isEmpty();
        assertThat(selection.undoableProperty().get()).isFalse();
    }

    @Test
    void the_seventh_layer_with_weights_takes_the_first_colour_again() {
        selection.edit(SomeRecipes.withNet("1x28x28-9N-9N-9N-9N-9N-9N-10N"));
        assertThat(LayerSeries.of(selection.recipe().net())).containsExactly(1, 2, 3, 4, 5, 6, 1);
    }
}
