package inklab.ui.build;

import inklab.distort.Distortion;
import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.NetSpec;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.TrainingSettings;
import inklab.ui.Live;
import inklab.ui.Selection;
import inklab.ui.work.Job;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What only a real network can tell of the net being built: what an image looks like in it, and how fast it trains. All of it is computed
 * in the background, while the workspace is in view, and follows the recipe. For the FX thread.
 */
public final class Trials {
    private record LookOrder(Recipe recipe, Optional<Path> run) {}

    /** Or, in a sentence, why there is no image. */
    private record Seen(Optional<Specimen> specimen, Optional<Depths> depths, String fault) {}

    /** All that the speed depends on. */
    private record SpeedKey(NetSpec net, Distortion distortion, DataSettings.Pixels pixels, TrainingSettings training) {
        static SpeedKey of(Recipe recipe) {
            // Neither the length of the training nor its seed matters.
            return new SpeedKey(
                    recipe.net(),
                    recipe.distortion(),
                    recipe.data().pixels(),
                    recipe.training().withEpochs(1).withSeed(0));
        }
    }

    private final Selection selection;
    private final ReadOnlyObjectProperty<Live> live;
    private final Jobs jobs;
    private final SpeedMeter meter;
    private final long calmMillis;
    private final Latest<LookOrder, Seen> looks;
    private final Map<SpeedKey, Optional<Speed>> measured = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Specimen>> specimen =
            new ReadOnlyObjectWrapper<>(this, "specimen", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Depths>> depths =
            new ReadOnlyObjectWrapper<>(this, "depths", Optional.empty());
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");
    private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(this, "totals");
    private final InvalidationListener follow = o -> follow();
    private boolean watching;
    private LookOrder ordered;
    private SpeedKey measuringFor;
    private Job measuring;

    /**
     * @param live what is being trained; null inside while nothing is
     * @param calmMillis how long the recipe must rest before its speed is measured
     */
    public Trials(
            Selection selection,
            ReadOnlyObjectProperty<Live> live,
            Jobs jobs,
            Specimens specimens,
            Looker looker,
            SpeedMeter meter,
            long calmMillis) {
        this.selection = selection;
        this.live = live;
        this.jobs = jobs;
        this.meter = meter;
        this.calmMillis = calmMillis;
        looks = jobs.latest(
                order -> {
                    try {
                        Specimen found = specimens.of(order.recipe());
                        return new Seen(Optional.of(found), looker.look(order.recipe(), found, order.run()), "");
                    } catch (IOException e) {
                        return new Seen(Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
                    }
                },
                this::seen);
        total();
    }

    /** The image that is followed; empty until it is found. */
    ReadOnlyObjectProperty<Optional<Specimen>> specimenProperty() {
        return specimen.getReadOnlyProperty();
    }

    /** Why there is no image, in a sentence; empty while there is one. */
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** What it looks like at every depth; of an earlier net while the present one is computed. */
    ReadOnlyObjectProperty<Optional<Depths>> depthsProperty() {
        return depths.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Totals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /** From now on it follows the recipe. */
    void watch() {
        if (watching) return;
        watching = true;
        selection.recipeProperty().addListener(follow);
        selection.runProperty().addListener(follow);
        live.addListener(follow);
        follow();
    }

    /** It rests; what is under way is cancelled. */
    void rest() {
        if (!watching) return;
        watching = false;
        selection.recipeProperty().removeListener(follow);
        selection.runProperty().removeListener(follow);
        live.removeListener(follow);
        looks.cancel();
        ordered = null;
        stopMeasuring();
    }

    private void follow() {
        LookOrder order = new LookOrder(
                selection.recipe(), Optional.ofNullable(selection.runProperty().get()));
        if (!order.equals(ordered)) {
            ordered = order;
            looks.set(order);
        }
        measure();
        total();
    }

    private void seen(Seen seen) {
        fault.set(seen.fault());
        specimen.set(seen.specimen());
        depths.set(seen.depths());
        measure();
        total();
    }

    private void measure() {
        Recipe recipe = selection.recipe();
        SpeedKey key = SpeedKey.of(recipe);
        if (measuring != null && measuring.isRunning() && key.equals(measuringFor) && live.get() == null) return;
        stopMeasuring();
        if (live.get() != null || specimen.get().isEmpty() || measured.containsKey(key)) return;
        if (!Inference.of(recipe.net()).isSound()) return;
        Specimen sample = specimen.get().get();
        measuringFor = key;
        measuring = jobs.run(
                progress -> {
                    // An edit that follows within a moment interrupts this, and costs nothing.
                    Thread.sleep(calmMillis);
                    return meter.measure(recipe, sample, progress::cancelled);
                },
                speed -> {
                    measured.put(key, speed);
                    total();
                },
                failed -> {
                    measured.put(key, Optional.empty());
                    total();
                });
    }

    private void stopMeasuring() {
        if (measuring != null) measuring.cancel();
        measuring = null;
    }

    private void total() {
        Recipe recipe = selection.recipe();
        Cost cost = Cost.of(recipe.net());
        int batch = recipe.training().batch();
        totals.set(new Totals(
                cost.total().parameters(),
                cost.total().multiplyAdds(),
                cost.trainingBytes(batch, recipe.training().optimizer()),
                batch,
                timing(recipe)));
    }

    private Totals.Timing timing(Recipe recipe) {
        if (!Inference.of(recipe.net()).isSound()) return new Totals.Timing.Unfinished();
        Optional<Speed> speed = measured.get(SpeedKey.of(recipe));
        if (speed == null) return live.get() == null ? new Totals.Timing.Measuring() : new Totals.Timing.Busy();
        if (speed.isEmpty()) return new Totals.Timing.Unknown();
        int images = specimen.get().map(Specimen::trainImages).orElse(0);
        double rate = speed.get().imagesPerSecond();
        int validation = recipe.data().validation();
        return images > 0
                ? new Totals.Timing.Epoch(speed.get().epoch(images, validation))
                : new Totals.Timing.Rate(rate);
    }
}
