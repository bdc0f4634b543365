package inklab.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.tiny.TinyEngine;
import inklab.net.Shape;
import inklab.recipe.Recipe;
import inklab.ui.Live;
import inklab.ui.Selection;
import inklab.ui.SomeRecipes;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private static final Specimen THREE = new Specimen("MNIST", 7, "3", new Shape(1, 28, 28), three(), 50_000, false);

    private final Selection selection = new Selection(SomeRecipes.withNet("1x28x28-12N-10N"));
    private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>();
    private final Jobs jobs = new Jobs(Runnable::run, Runnable::run, fault -> {
        throw new AssertionError(fault);
    });
    private final List<Recipe> measured = new ArrayList<>();
    private Specimen specimen = THREE;

    private static byte[] three() {
        byte[] image = new byte[28 * 28];
        for (int i = 300; i < 420; i++) image[i] = (byte) 200;
        return image;
    }

    private Trials trials(Specimens specimens, SpeedMeter meter) {
        return new Trials(
                selection, live.getReadOnlyProperty(), jobs, specimens, new EngineLooker(TinyEngine::new), meter, 0);
    }

    private Trials trials() {
        return trials(recipe -> specimen, (recipe, sample, cancelled) -> {
            measured.add(recipe);
            return Optional.of(new Speed(2_000, 20_000, 5));
        });
    }

    @Test
    void an_image_is_followed_through_the_net_once_somebody_looks() {
        Trials trials = trials();
        assertThat(trials.depthsProperty().get()).isEmpty();
        trials.watch();
        Depths depths = trials.depthsProperty().get().orElseThrow();
        assertThat(depths.input()).isEqualTo(THREE.pixels());
        assertThat(depths.trained()).isFalse();
        assertThat(depths.layers()).extracting(Depths.Layer::shape).containsExactly(Shape.vector(12), Shape.vector(10));
        float sum = 0;
        for (float p : depths.layers().get(1).values()) sum += p;
        assertThat(sum).isBetween(0.999f, 1.001f);
    }

    @Test
    void blank_paper_differs_from_itself_nowhere() {
        specimen = new Specimen("MNIST", 7, "3", new Shape(1, 28, 28), new byte[784], 50_000, false);
        Trials trials = trials();
        trials.watch();
        assertThat(trials.depthsProperty().get().orElseThrow().layers().get(0).values())
                .containsOnly(0f);
    }

    @Test
    void of_an_unfinished_net_the_sound_layers_are_shown() {
        selection.edit(SomeRecipes.withNet("1x28x28-12N:tanh"));
        Trials trials = trials();
        trials.watch();
        assertThat(trials.depthsProperty().get().orElseThrow().layers()).hasSize(1);
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Unfinished());
        assertThat(measured).isEmpty();
    }

    @Test
    void an_epochs_time_is_what_was_measured_times_its_images() {
        Trials trials = trials();
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Measuring());
        trials.watch();
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Epoch(25.5));
        assertThat(trials.totalsProperty().get().weights()).isEqualTo(12 * 785 + 10 * 13);
    }

    @Test
    void without_the_data_set_the_rate_is_all_there_is_to_say() {
        specimen = new Specimen("MNIST", 7, "3", new Shape(1, 28, 28), three(), 0, true);
        Trials trials = trials();
        trials.watch();
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Rate(2_000));
    }

    @Test
    void a_speed_once_measured_is_kept_and_what_does_not_matter_is_not_measured_again() {
        Trials trials = trials();
        trials.watch();
        selection.edit(
                selection.recipe().withTraining(selection.recipe().training().withEpochs(99)));
        selection.edit(SomeRecipes.withNet("1x28x28-13N-10N"));
        selection.undo();
        assertThat(measured).hasSize(2);
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Epoch(25.5));
    }

    @Test
    void nothing_is_measured_while_training_has_the_computer() {
        live.set(new Live("run", 1, 4, 0.1, 60, false));
        Trials trials = trials();
        trials.watch();
        assertThat(measured).isEmpty();
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Busy());
        live.set(null);
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Epoch(25.5));
    }

    @Test
    void out_of_view_it_follows_nothing_and_in_view_again_it_catches_up() {
        Trials trials = trials();
        trials.watch();
        trials.rest();
        selection.edit(SomeRecipes.withNet("1x28x28-20N-10N"));
        assertThat(trials.depthsProperty().get().orElseThrow().layers().get(0).shape())
                .isEqualTo(Shape.vector(12));
        trials.watch();
        assertThat(trials.depthsProperty().get().orElseThrow().layers().get(0).shape())
                .isEqualTo(Shape.vector(20));
    }

    @Test
    void a_fault_of_the_files_is_a_sentence_and_no_picture() {
        Trials trials = trials(
                recipe -> {
                    throw new IOException("train-images is cut off: fetch it again.");
                },
                (recipe, sample, cancelled) -> Optional.empty());
        trials.watch();
        assertThat(trials.faultProperty().get()).isEqualTo("train-images is cut off: fetch it again.");
        assertThat(trials.depthsProperty().get()).isEmpty();
    }

    @Test
    void a_measurement_that_fails_is_told_as_unknown() {
        Trials trials = trials(recipe -> specimen, (recipe, sample, cancelled) -> {
            throw new IllegalStateException("no memory");
        });
        trials.watch();
        assertThat(trials.totalsProperty().get().timing()).isEqualTo(new Totals.Timing.Unknown());
    }

    @Test
    void a_real_network_is_timed_and_one_too_large_is_not_tried() throws InterruptedException {
        EngineSpeedMeter meter = new EngineSpeedMeter(TinyEngine::new, 1);
        Speed speed = meter.measure(selection.recipe(), THREE, () -> false).orElseThrow();
        assertThat(speed.imagesPerSecond()).isPositive();
        assertThat(speed.steps()).isGreaterThanOrEqualTo(3);
        assertThat(meter.measure(selection.recipe(), THREE, () -> true)).isEmpty();
        Recipe vast = SomeRecipes.withNet("1x28x28-30000N-30000N-10N");
        assertThat(meter.measure(vast, THREE, () -> false)).isEmpty();
        assertThat(new EngineLooker(TinyEngine::new).look(vast, THREE, Optional.empty()))
                .isEmpty();
    }
}
