package inklab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.LayerStats;
import inklab.recipe.Recipe;
import inklab.train.Curve;
import inklab.train.EpochMetrics;
import inklab.train.Metrics;
import inklab.ui.SomeRecipes;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private final Doctor doctor = new Doctor(new Texts(Doctor.class, Locale.ENGLISH));
    private final Recipe recipe = SomeRecipes.CIRESAN;

    /** A training at rate 0.181 whose losses by epoch are these, on training and on validation images. */
    private static Metrics.Snapshot seen(List<LayerStats> layers, double[] train, double[] validation) {
        List<EpochMetrics> epochs = new ArrayList<>();
        for (int e = 0; e < train.length; e++)
            epochs.add(new EpochMetrics(
                    e + 1,
                    100L * (e + 1),
                    train[e],
                    train[e] / 3,
                    validation[e],
                    validation[e] / 3,
                    1,
                    1,
                    0.181,
                    2000,
                    e,
                    layers));
        double[] losses =
                IntStream.range(0, 100).mapToDouble(i -> 1.0 / (i + 1)).toArray();
        Curve loss = curve(losses);
        Curve rate = curve(IntStream.range(0, 100).mapToDouble(i -> 0.181).toArray());
        return new Metrics.Snapshot(1, loss, loss, rate, loss, epochs, layers, List.of());
    }

    private static Curve curve(double[] values) {
        long[] steps = IntStream.range(0, values.length).asLongStream().toArray();
        return new Curve(steps, values, values, values, values.length);
    }

    private static LayerStats layer(int index, double log10, double dead) {
        return new LayerStats(index, Integer.toString(index), log10, 0.01, 0, 0.5, dead);
    }

    private static final double[] FALLING = {0.5, 0.3, 0.2};

    @Test
    void a_healthy_training_is_told_so_in_one_line() {
        List<Hint> hints = doctor.examine(recipe, seen(List.of(layer(0, -3, 0), layer(2, -2.8, 0)), FALLING, FALLING));
        assertThat(hints).hasSize(1);
        assertThat(hints.get(0).level()).isEqualTo(Hint.Level.GOOD);
        assertThat(hints.get(0).what()).contains("falls steadily");
    }

    @Test
    void a_layer_that_moves_too_far_is_named_with_a_rate_that_would_bring_it_into_the_band() {
        // 1:190 a step, and saturated: 0.181 × (0.00316 / 0.00526) is 0.109.
        List<LayerStats> layers = List.of(layer(0, -3, 0), layer(2, -Math.log10(190), 0.38));
        List<Hint> hints = doctor.examine(recipe, seen(layers, FALLING, FALLING));
        assertThat(hints.get(0).layer()).isEqualTo(2);
        assertThat(hints.get(0).what()).isEqualTo("40C5 moves 1:190 a step");
        assertThat(hints.get(0).advice())
                .isEqualTo("Above the healthy band, and 38 % of its units sit at ±1. A rate of 0.1 would calm it.");
    }

    @Test
    void large_steps_in_the_first_epoch_are_no_news() {
        List<Hint> hints = doctor.examine(recipe, seen(List.of(layer(0, -1, 0)), new double[0], new double[0]));
        assertThat(hints).allMatch(hint -> hint.level() == Hint.Level.GOOD);
    }

    @Test
    void a_layer_that_hardly_moves_is_waked() {
        List<Hint> hints = doctor.examine(recipe, seen(List.of(layer(4, -4.5, 0)), FALLING, FALLING));
        assertThat(hints.get(0).layer()).isEqualTo(4);
        // 0.181 × 10^(4.5 − 3.5)
        assertThat(hints.get(0).advice()).contains("A rate of 2 would wake it");
    }

    @Test
    void a_rising_loss_comes_before_everything_else() {
        double[] rising = {0.5, 0.2, 0.9};
        List<Hint> hints = doctor.examine(recipe, seen(List.of(layer(0, -1.5, 0)), rising, rising));
        assertThat(hints.get(0).level()).isEqualTo(Hint.Level.DANGER);
        assertThat(hints.get(0).advice()).contains("From 0.2 to 0.9").contains("0.06");
    }

    @Test
    void a_net_that_answers_one_class_for_everything_is_said_to_guess() {
        double[] chance = {2.7, 2.7};
        List<Hint> hints = doctor.examine(recipe, seen(List.of(layer(0, -3, 0)), chance, chance));
        assertThat(hints.get(0).what()).isEqualTo("It still guesses");
    }

    @Test
    void learning_by_heart_is_seen_on_validation_images() {
        double[] train = {0.5, 0.3, 0.2, 0.1, 0.05, 0.03, 0.02};
        double[] validation = {0.5, 0.35, 0.36, 0.38, 0.40, 0.42, 0.45};
        List<Hint> hints = doctor.examine(recipe, seen(List.of(layer(0, -3, 0)), train, validation));
        assertThat(hints.get(0).what()).isEqualTo("Validation is best at epoch 2");
    }

    @Test
    void silent_units_are_counted() {
        Recipe relu = SomeRecipes.withNet("1x28x28:relu-8C5-MP2-64N-10N");
        List<Hint> hints = doctor.examine(relu, seen(List.of(layer(2, -3, 0.25)), FALLING, FALLING));
        assertThat(hints.get(0).what()).isEqualTo("64N: 25 % of its units are silent");
    }

    @Test
    void nothing_is_said_before_the_first_step() {
        Curve none = curve(new double[0]);
        assertThat(doctor.examine(
                        recipe, new Metrics.Snapshot(0, none, none, none, none, List.of(), List.of(), List.of())))
                .isEmpty();
    }
}
