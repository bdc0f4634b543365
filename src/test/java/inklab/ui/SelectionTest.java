package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.distort.Distortion;
import inklab.engine.Device;
import inklab.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Recipe A = SomeRecipes.CIRESAN;
    private static final Recipe B = A.withDistortion(Distortion.elastic(6, 44));
    private static final Recipe C = SomeRecipes.withNet("1x28x28-100N-10N");

    private final Selection selection = new Selection(A);

    @Test
    void the_device_of_an_earlier_start_is_chosen_again_where_it_can_be_used() {
        Device cpu = new Device("cpu", "amd64", 1, true, "");
        Device card = new Device("cuda:0", "a card", 1, true, "");
        Selection again = new Selection(SomeRecipes.CIRESAN);
        again.remembered("cuda:0", 1);
        assertThat(again.threads()).isEqualTo(1);
        assertThat(again.deviceId()).isEqualTo("cuda:0");
        again.found(List.of(cpu, card));
        assertThat(again.deviceProperty().get()).isEqualTo(card);
        Selection gone = new Selection(SomeRecipes.CIRESAN);
        gone.remembered("cuda:0", 1_000);
        gone.found(List.of(new Device("cuda:0", "a card", 1, false, "unplugged"), cpu));
        assertThat(gone.deviceProperty().get()).isEqualTo(cpu);
        assertThat(gone.threads()).isEqualTo(gone.cores());
    }

    @Test
    void a_fresh_selection_is_unchanged_and_has_nothing_to_undo() {
        assertThat(selection.changedProperty().get()).isFalse();
        assertThat(selection.undoableProperty().get()).isFalse();
        selection.undo();
        selection.redo();
        assertThat(selection.recipe()).isEqualTo(A);
    }

    @Test
    void edits_of_any_workspace_are_undone_and_redone_in_turn() {
        selection.edit(B);
        selection.edit(C);
        assertThat(selection.changedProperty().get()).isTrue();
        selection.undo();
        assertThat(selection.recipe()).isEqualTo(B);
        selection.undo();
        assertThat(selection.recipe()).isEqualTo(A);
        assertThat(selection.changedProperty().get()).isFalse();
        selection.redo();
        selection.redo();
        assertThat(selection.recipe()).isEqualTo(C);
        assertThat(selection.redoableProperty().get()).isFalse();
    }

    @Test
    void undo_has_no_limit() {
        for (int i = 1; i <= 100_000; i++)
            selection.edit(A.withTraining(A.training().withSeed(1000 + i)));
        for (int i = 1; i <= 100_000; i++) selection.undo();
        assertThat(selection.recipe()).isEqualTo(A);
        assertThat(selection.undoableProperty().get()).isFalse();
    }

    @Test
    void a_new_edit_after_an_undo_forgets_what_was_undone() {
        selection.edit(B);
        selection.undo();
        selection.edit(C);
        assertThat(selection.redoableProperty().get()).isFalse();
        selection.undo();
        assertThat(selection.recipe()).isEqualTo(A);
    }

    @Test
    void an_equal_recipe_is_no_step() {
        selection.edit(A.withDistortion(Distortion.elastic(8, 36)));
        assertThat(selection.undoableProperty().get()).isFalse();
    }

    @Test
    void one_drag_of_a_slider_is_one_step_and_the_next_drag_another() {
        Object drag = new Object();
        for (int alpha = 1; alpha <= 30; alpha++) selection.edit(A.withDistortion(Distortion.elastic(8, alpha)), drag);
        Object next = new Object();
        for (int sigma = 1; sigma < 8; sigma++) selection.edit(A.withDistortion(Distortion.elastic(sigma, 30)), next);
        selection.undo();
        assertThat(selection.recipe().distortion()).isEqualTo(Distortion.elastic(8, 30));
        selection.undo();
        assertThat(selection.recipe()).isEqualTo(A);
    }

    @Test
    void a_drag_that_goes_on_after_an_undo_starts_a_new_step() {
        Object drag = new Object();
        selection.edit(B, drag);
        selection.undo();
        selection.edit(C, drag);
        selection.undo();
        assertThat(selection.recipe()).isEqualTo(A);
    }

    @Test
    void saving_makes_the_recipe_unchanged_and_undoing_past_it_changed_again() {
        selection.edit(B);
        selection.saved(Path.of("b.json"));
        assertThat(selection.changedProperty().get()).isFalse();
        assertThat(selection.fileProperty().get()).contains(Path.of("b.json"));
        selection.undo();
        assertThat(selection.changedProperty().get()).isTrue();
        assertThat(selection.fileProperty().get()).contains(Path.of("b.json"));
        selection.redo();
        assertThat(selection.changedProperty().get()).isFalse();
    }

    @Test
    void opening_another_recipe_can_be_undone_with_its_file_and_its_changes() {
        selection.saved(Path.of("a.json"));
        selection.edit(B);
        selection.open(C, Optional.of(Path.of("c.json")));
        assertThat(selection.changedProperty().get()).isFalse();
        assertThat(selection.fileProperty().get()).contains(Path.of("c.json"));
        selection.undo();
        assertThat(selection.recipe()).isEqualTo(B);
        assertThat(selection.changedProperty().get()).isTrue();
        assertThat(selection.fileProperty().get()).contains(Path.of("a.json"));
        assertThat(selection.savedRecipe()).isEqualTo(A);
    }

    @Test
    void whoever_watches_the_recipe_sees_the_rest_of_the_selection_already_in_step() {
        StringBuilder seen = new StringBuilder();
        selection
                .recipeProperty()
                .addListener(
                        (o, was, now) -> seen.append(selection.changedProperty().get() ? "changed " : "same ")
                                .append(selection.undoableProperty().get() ? "undoable;" : "first;"));
        selection.edit(B);
        selection.undo();
        assertThat(seen).hasToString("changed undoable;same first;");
    }
}
