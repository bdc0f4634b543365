package inklab.ui.distort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.data.ImageSet;
import inklab.data.ink.InkDigits;
import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.engine.NetworkSettings;
import inklab.engine.tiny.TinyEngine;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.ui.Selection;
import inklab.ui.SomeRecipes;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistortViewModelTest {
    private static final Recipe RECIPE = ink(SomeRecipes.withNet("1x29x29:relu-6N-10N"));

    private final List<Throwable> lost = new ArrayList<>();
    private final Jobs jobs = new Jobs(Runnable::run, Runnable::run, lost::add);
    private final Selection selection = new Selection(RECIPE);
    private final DistortViewModel model = new DistortViewModel(
            selection, DistortViewModelTest::digits, (recipe, run) -> Optional.empty(), jobs, jobs);

    private static Recipe ink(Recipe recipe) {
        return recipe.withData(new DataSettings("ink", 0, 0, 0, DataSettings.Pixels.UNIT));
    }

    private static Sample digits(Recipe recipe, java.util.function.BooleanSupplier cancelled) throws IOException {
        if (!recipe.data().dataset().equals("ink")) throw new IOException("mnist is not here: fetch it.");
        ImageSet train = InkDigits.open().make(70, 0, 1, 1).train();
        return new Sample(recipe.data(), Preparation.of(recipe).apply(train));
    }

    private static Optional<Reader> net(Recipe recipe) {
        return Optional.of(
                new Reader("tiny", recipe, new TinyEngine().network(recipe.net(), NetworkSettings.forPredicting())));
    }

    private byte[] wall(int i) {
        return model.wallProperty().get().images().get(i);
    }

    @Test
    void shown_it_draws_64_training_images_with_the_recipe_s_distortion() {
        model.show();
        assertThat(model.wallProperty().get().pictures()).hasSize(64);
        assertThat(model.wallProperty().get().ask().distortion()).isEqualTo(RECIPE.distortion());
        assertThat(model.differsProperty().get()).isFalse();
        assertThat(lost).isEmpty();
    }

    @Test
    void turning_sigma_changes_the_wall_and_not_the_recipe() {
        model.show();
        byte[] before = wall(3);
        model.turn(Knob.SIGMA, 4);
        assertThat(wall(3)).isNotEqualTo(before);
        assertThat(selection.recipe()).isEqualTo(RECIPE);
        assertThat(model.differsProperty().get()).isTrue();
    }

    @Test
    void every_knob_sets_its_own_number_alone() {
        for (Knob knob : Knob.values()) {
            Distortion turned = knob.in(Distortion.elastic(8, 36), knob.max());
            assertThat(knob.of(turned)).isEqualTo(knob.max());
            for (Knob other : Knob.values())
                if (other != knob)
                    assertThat(other.of(turned))
                            .as("%s by %s", other, knob)
                            .isEqualTo(other.of(Distortion.elastic(8, 36)));
        }
    }

    @Test
    void what_does_not_slide_is_chosen_alone_and_goes_into_the_recipe() {
        model.show();
        Distortion d = Distortion.elastic(8, 36);
        Distortion uniform = Kinds.with(d, Elastic.Noise.UNIFORM);
        assertThat(uniform.elastic().noise()).isEqualTo(Elastic.Noise.UNIFORM);
        assertThat(Kinds.with(uniform, Elastic.Noise.GAUSSIAN)).isEqualTo(d);
        Distortion shared = Kinds.with(d, Elastic.Field.PER_BATCH);
        assertThat(shared.elastic().field()).isEqualTo(Elastic.Field.PER_BATCH);
        assertThat(Kinds.with(shared, Elastic.Field.PER_IMAGE)).isEqualTo(d);
        Distortion more = Kinds.mirrored(Kinds.moved(uniform, 2), true);
        assertThat(more.flip()).isTrue();
        assertThat(more.pixelShift()).isEqualTo(2);
        assertThat(Kinds.mirrored(Kinds.moved(more, 0), false)).isEqualTo(uniform);
        model.change(more);
        model.adopt();
        assertThat(selection.recipe().distortion()).isEqualTo(more);
    }

    @Test
    void originals_are_the_images_themselves() {
        model.show();
        model.originalProperty().set(true);
        assertThat(wall(5)).isEqualTo(model.sampleProperty().get().images().image(5));
        model.originalProperty().set(false);
        assertThat(wall(5)).isNotEqualTo(model.sampleProperty().get().images().image(5));
    }

    @Test
    void frozen_the_same_values_give_the_same_wall_and_reshuffled_another() {
        model.show();
        byte[] before = wall(0);
        model.turn(Knob.ALPHA, 50);
        model.turn(Knob.ALPHA, 36);
        assertThat(wall(0)).isEqualTo(before);
        model.reshuffle();
        assertThat(wall(0)).isNotEqualTo(before);
    }

    @Test
    void set_free_every_change_has_new_random_numbers() {
        model.show();
        byte[] before = wall(0);
        model.frozenProperty().set(false);
        model.turn(Knob.ALPHA, 50);
        model.turn(Knob.ALPHA, 36);
        assertThat(wall(0)).isNotEqualTo(before);
    }

    @Test
    void adopting_puts_the_values_into_the_recipe_in_one_step_to_undo() {
        model.show();
        model.turn(Knob.SIGMA, 6);
        model.turn(Knob.ROTATION, 10);
        model.turn(Knob.SCALE_X, 0.12);
        model.adopt();
        assertThat(selection.recipe().distortion())
                .isEqualTo(new Distortion(Distortion.elastic(6, 36).elastic(), 10, 0.12, 0.12, 0, 0, 0, 0, false));
        assertThat(model.differsProperty().get()).isFalse();
        selection.undo();
        assertThat(selection.recipe()).isEqualTo(RECIPE);
        assertThat(model.distortionProperty().get()).isEqualTo(RECIPE.distortion());
    }

    @Test
    void width_and_height_are_scaled_alike_until_they_are_set_apart_and_by_the_larger_share_when_alike_again() {
        model.turn(Knob.SCALE_X, 0.12);
        assertThat(Knob.SCALE_Y.of(model.distortionProperty().get())).isEqualTo(0.12);
        model.setApart(true);
        model.turn(Knob.SCALE_Y, 0.2);
        model.turn(Knob.SCALE_X, 0.05);
        model.adopt();
        assertThat(selection.recipe().distortion().scaleX()).isEqualTo(0.05);
        assertThat(selection.recipe().distortion().scaleY()).isEqualTo(0.2);
        model.setApart(false);
        assertThat(Knob.SCALE_X.of(model.distortionProperty().get())).isEqualTo(0.2);
        assertThat(Knob.SCALE_Y.of(model.distortionProperty().get())).isEqualTo(0.2);
    }

    @Test
    void undo_takes_both_shares_back_and_the_sliders_follow_what_the_recipe_has() {
        model.setApart(true);
        model.turn(Knob.SCALE_Y, 0.2);
        model.adopt();
        selection.undo();
        assertThat(model.distortionProperty().get()).isEqualTo(RECIPE.distortion());
        assertThat(model.apartProperty().get()).isFalse();
        selection.redo();
        assertThat(Knob.SCALE_Y.of(model.distortionProperty().get())).isEqualTo(0.2);
        assertThat(model.apartProperty().get()).isTrue();
    }

    @Test
    void sliders_that_meet_while_one_is_turned_stay_apart() {
        model.setApart(true);
        model.turn(Knob.SCALE_X, 0.1);
        model.turn(Knob.SCALE_Y, 0.1);
        model.turn(Knob.SCALE_Y, 0.15);
        assertThat(Knob.SCALE_X.of(model.distortionProperty().get())).isEqualTo(0.1);
    }

    @Test
    void reverting_goes_back_to_the_recipe() {
        model.turn(Knob.NOISE, 0.2);
        model.revert();
        assertThat(model.distortionProperty().get()).isEqualTo(RECIPE.distortion());
        assertThat(model.differsProperty().get()).isFalse();
    }

    @Test
    void a_recipe_without_elastic_distortion_has_a_sigma_to_begin_with_and_gets_none_back() {
        Selection bare = new Selection(RECIPE.withDistortion(Distortion.NONE));
        DistortViewModel it =
                new DistortViewModel(bare, DistortViewModelTest::digits, (r, run) -> Optional.empty(), jobs, jobs);
        assertThat(Knob.SIGMA.of(it.distortionProperty().get())).isEqualTo(6);
        assertThat(it.differsProperty().get()).isFalse();
        it.turn(Knob.ROTATION, 5);
        it.adopt();
        assertThat(bare.recipe().distortion().elastic()).isEqualTo(Distortion.NONE.elastic());
    }

    @Test
    void a_recipe_edited_elsewhere_is_followed_until_something_is_tried() {
        model.show();
        selection.edit(RECIPE.withDistortion(Distortion.elastic(5, 30)));
        assertThat(model.distortionProperty().get()).isEqualTo(Distortion.elastic(5, 30));
        model.turn(Knob.ALPHA, 60);
        selection.edit(RECIPE.withDistortion(Distortion.elastic(7, 20)));
        assertThat(model.distortionProperty().get()).isEqualTo(Distortion.elastic(5, 60));
        assertThat(model.recipeDistortionProperty().get()).isEqualTo(Distortion.elastic(7, 20));
    }

    @Test
    void images_that_cannot_be_had_are_said_and_replaced_by_ink() {
        Selection far = new Selection(SomeRecipes.CIRESAN);
        DistortViewModel it =
                new DistortViewModel(far, DistortViewModelTest::digits, (r, run) -> Optional.empty(), jobs, jobs);
        it.show();
        assertThat(it.problemProperty().get()).isEqualTo("mnist is not here: fetch it.");
        assertThat(it.sampleProperty().get().data().dataset()).isEqualTo("ink");
        assertThat(it.loadingProperty().get()).isFalse();
    }

    @Test
    void a_pure_shift_moves_every_pixel_alike_and_its_rms_is_its_length() {
        model.show();
        model.change(new Distortion(Distortion.NONE.elastic(), 0, 0, 0, 0, 3, 0, 0, false));
        Wall wall = model.wallProperty().get();
        double dx = wall.moves().dx()[0];
        double dy = wall.moves().dy()[0];
        assertThat(Math.max(Math.abs(dx), Math.abs(dy))).isLessThanOrEqualTo(3);
        assertThat(wall.rms()).isCloseTo(Math.hypot(dx, dy), within(1e-5));
    }

    @Test
    void the_sheet_has_a_picture_for_every_pair_and_a_cell_is_gone_to() {
        model.show();
        assertThat(model.sheetProperty().get().pictures()).hasSize(25);
        assertThat(Sheet.nearest(Distortion.elastic(8, 36))).isEqualTo(new Sheet.Cell(1, 2));
        assertThat(Sheet.nearest(Distortion.elastic(6, 44))).isEqualTo(new Sheet.Cell(2, 3));
        model.go(new Sheet.Cell(4, 0));
        assertThat(model.distortionProperty().get()).isEqualTo(Distortion.elastic(2, 12));
    }

    @Test
    void with_a_net_every_digit_has_its_word_and_flips_are_those_that_differ_from_the_label() {
        DistortViewModel it =
                new DistortViewModel(selection, DistortViewModelTest::digits, (recipe, run) -> net(recipe), jobs, jobs);
        it.show();
        Words words = it.wordsProperty().get();
        Sample sample = it.sampleProperty().get();
        assertThat(words.says()).hasSize(64);
        long wrong = IntStream.range(0, 64)
                .filter(i -> words.says().get(i) != sample.images().label(i))
                .count();
        assertThat(words.flips()).isEqualTo((int) wrong);
        it.originalProperty().set(true);
        assertThat(it.wordsProperty().get().flips()).isEqualTo(words.before());
        assertThat(it.gridProperty().get().cells()).hasSize(25);
        assertThat(it.hereProperty().get().here())
                .isEqualTo(it.hereProperty().get().recipe());
        assertThat(lost).isEmpty();
    }

    @Test
    void a_net_s_word_is_the_class_it_gives_the_most_to() throws IOException {
        Sample sample = digits(RECIPE, () -> false);
        try (Reader reader = net(RECIPE).orElseThrow()) {
            byte[] image = sample.images().image(0);
            float[] input = Preparation.of(RECIPE).numbers(image);
            float[] answer = new TinyEngine()
                    .network(RECIPE.net(), NetworkSettings.forPredicting())
                    .predict(input, 1);
            int best = IntStream.range(0, answer.length)
                    .reduce((a, b) -> answer[b] > answer[a] ? b : a)
                    .orElseThrow();
            assertThat(reader.read(sample, List.of(image))).containsExactly(best);
        }
    }

    @Test
    void nets_of_other_images_are_not_asked() {
        Recipe fashion = RECIPE.withData(new DataSettings("fashion-mnist", 0, 0, 0, DataSettings.Pixels.UNIT));
        assertThat(RunReaders.fits(RECIPE, SomeRecipes.CIRESAN)).isTrue();
        assertThat(RunReaders.fits(RECIPE, fashion)).isFalse();
        assertThat(RunReaders.fits(fashion, fashion)).isTrue();
    }
}
