package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.distort.Distortion;
import inklab.net.Optimizer;
import inklab.recipe.RecipeDifference.Field;
import org.junit.jupiter.api.Test;

class RecipeFieldsTest {
    private final Recipe quick = new Presets().find("quick-ink").orElseThrow();

    @Test
    void a_recipe_does_not_differ_from_itself_by_another_name() {
        Recipe named = new Recipe("other", "words", quick.data(), quick.distortion(), quick.net(), quick.training());
        assertThat(RecipeDifference.fields(quick, named)).isEmpty();
    }

    @Test
    void every_field_that_differs_is_named_with_its_default_where_it_is_left_out() {
        TrainingSettings t = quick.training();
        Recipe other = quick.withDistortion(Distortion.elastic(8, 36))
                .withData(new DataSettings("ink", 40000, 10000, 0, DataSettings.Pixels.SIGNED))
                .withTraining(new TrainingSettings(
                        t.batch(),
                        t.epochs() + 1,
                        t.minutes(),
                        t.patience(),
                        new Optimizer.Sgd(),
                        new Schedule.Constant(0.05),
                        t.l2(),
                        t.clip(),
                        7));
        assertThat(RecipeDifference.fields(quick, other))
                .containsExactly(
                        new Field("data.pixels", "0..1", "-1..1"),
                        new Field("data.validation", "2000", "10000"),
                        new Field("distortion.elastic.sigma", "0", "8"),
                        new Field("distortion.elastic.alpha", "0", "36"),
                        new Field("training.epochs", "8", "9"),
                        new Field("training.optimizer.kind", "momentum", "sgd"),
                        new Field("training.schedule.kind", "cosine", "constant"),
                        new Field("training.seed", "1", "7"));
        Recipe brisk = quick.withTraining(new TrainingSettings(
                t.batch(),
                t.epochs(),
                t.minutes(),
                t.patience(),
                new Optimizer.Momentum(0.5),
                t.schedule(),
                t.l2(),
                t.clip(),
                1));
        assertThat(RecipeDifference.fields(quick, brisk))
                .containsExactly(new Field("training.optimizer.momentum", "0.9", "0.5"));
        assertThat(RecipeDifference.fields(brisk, other)).contains(new Field("training.optimizer.momentum", "0.5", ""));
    }
}
