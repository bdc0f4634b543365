package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.net.Problem;
import inklab.net.Shape;
import inklab.recipe.DataSettings.Pixels;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecipeCheckTest {
    private static final Recipe GOOD = new Presets().find("ciresan-elastic").orElseThrow();

    private static NetSpec net(String notation) {
        return Notation.parse(notation).net().orElseThrow();
    }

    private static Dataset data(int channels, int height, int width, String... classes) {
        ImageSet one = new ImageSet(
                channels, height, width, List.of(classes), new byte[channels * height * width], new byte[1]);
        return new Dataset("pictures/cats", one, one, one);
    }

    @Test
    void without_validation_images_nothing_may_wait_for_them() {
        Recipe recipe = new Presets().find("quick-ink").orElseThrow();
        TrainingSettings t = recipe.training();
        Recipe all = recipe.withData(new DataSettings("ink", 0, 0, 0, Pixels.UNIT));
        assertThat(RecipeCheck.of(all)).isEmpty();
        Schedule plateau = new Schedule.Plateau(0.1, 0.5, 5, 0);
        assertThat(RecipeCheck.of(all.withTraining(new TrainingSettings(
                        t.batch(), t.epochs(), t.minutes(), 3, t.optimizer(), plateau, t.l2(), t.clip(), t.seed()))))
                .extracting(Problem::where)
                .containsExactlyInAnyOrder("training.patience", "training.schedule.kind");
    }

    @Test
    void random_sound_recipes_have_no_errors() {
        Random random = new Random(9);
        for (int i = 0; i < 2_000; i++) {
            Recipe recipe = RandomRecipes.recipe(random);
            assertThat(RecipeCheck.of(recipe)).as("%s", recipe).noneMatch(Problem::isError);
        }
    }

    @Test
    void no_numbers_whatever_make_it_throw_or_pass() {
        double[] bad = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1, 1e300};
        int[] ints = {Integer.MIN_VALUE, -1, Integer.MAX_VALUE};
        for (double x : bad)
            for (int n : ints) {
                Elastic elastic = new Elastic(x, x, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_IMAGE);
                for (Optimizer optimizer : List.of(
                        new Optimizer.Momentum(x),
                        new Optimizer.Nesterov(x),
                        new Optimizer.RmsProp(x, x),
                        new Optimizer.Adam(x, x, x)))
                    for (Schedule schedule : List.of(
                            new Schedule.Constant(x),
                            new Schedule.Exponential(x, x, x),
                            new Schedule.StepDown(x, x, n),
                            new Schedule.Linear(x, x),
                            new Schedule.Cosine(x, x),
                            new Schedule.Plateau(x, x, n, x))) {
                        Recipe recipe = new Recipe(
                                " ",
                                "",
                                new DataSettings("no such", n, n, n, n, Pixels.UNIT),
                                new Distortion(elastic, x, x, x, x, x, n, x, true),
                                new NetSpec(new Shape(n, n, n), List.of()),
                                new TrainingSettings(n, n, x, n, optimizer, schedule, x, x, n));
                        List<Problem> problems = RecipeCheck.of(recipe);
                        assertThat(problems)
                                .map(Problem::where)
                                .contains(
                                        "name",
                                        "data.dataset",
                                        "data.train",
                                        "data.validation",
                                        "data.ink",
                                        "distortion.elastic.sigma",
                                        "distortion.rotation",
                                        "distortion.scale_x",
                                        "distortion.scale_y",
                                        "distortion.shear",
                                        "distortion.shift",
                                        "distortion.pixel_shift",
                                        "distortion.noise",
                                        "net.input",
                                        "training.epochs",
                                        "training.batch",
                                        "training.schedule.rate",
                                        "training.l2",
                                        "training.clip");
                        assertThat(problems).anyMatch(p -> p.where().startsWith("training.optimizer."));
                    }
            }
    }

    @Test
    void images_that_are_there_are_checked_for_colours_and_classes() {
        Recipe recipe = GOOD.withData(new DataSettings("pictures/cats", 0, 100, 0, Pixels.UNIT));
        assertThat(RecipeCheck.of(recipe)).isEmpty();
        assertThat(RecipeCheck.fit(recipe, data(1, 29, 29, "a", "b", "c")))
                .containsExactly(Problem.atLayer(
                        5, "The data set pictures/cats has 3 classes; this output has 10.", "End the net with 3N."));
        Recipe three = recipe.withNet(net("3x64x64-3N"));
        assertThat(RecipeCheck.fit(three, data(1, 29, 29, "a", "b", "c"))).isEmpty();
        assertThat(RecipeCheck.of(recipe.withNet(net("2x64x64-3N"))))
                .map(Problem::where)
                .containsExactly("net.input");
    }

    @Test
    void a_net_that_fills_the_memory_is_warned_of() {
        List<Problem> problems = RecipeCheck.of(GOOD.withNet(net("1x28x28:same-10000C3-8000C3-MP2-10N")));
        assertThat(problems).map(Problem::where).containsExactly("training.batch");
        // 128 images × (784 + 7,840,000 + 6,272,000 + 1,568,000 + 10) numbers × 8 bytes is 16.06 GB; 735,788,010
        // weights × 8 are 5.89 GB.
        assertThat(problems.get(0).what()).contains("mini-batches of 128 takes 21 GB");
        assertThat(problems.get(0).isError()).isFalse();
    }

    @Test
    void more_images_than_can_be_held_are_an_error() {
        assertThat(RecipeCheck.of(GOOD.withNet(net("1x300x300-10N"))))
                .filteredOn(Problem::isError)
                .map(Problem::where)
                .containsExactly("data.train");
    }
}
