package inklab.train;

import inklab.engine.LayerStats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a training measured so far, in bounded memory. Any thread may record, any thread may sample. */
public final class Metrics {
    private static final int BUCKETS = 2048;

    private final CurveBuckets loss = new CurveBuckets(BUCKETS);
    private final CurveBuckets error = new CurveBuckets(BUCKETS);
    private final CurveBuckets rate = new CurveBuckets(BUCKETS);
    private final CurveBuckets imagesPerSecond = new CurveBuckets(BUCKETS);
    private List<EpochMetrics> epochs = List.of();
    private List<LayerStats> layers = List.of();
    private final Map<String, CurveBuckets> ratios = new LinkedHashMap<>();
    private final Map<String, Integer> layerOf = new HashMap<>();
    private long steps;
    private long observed = -1;
    private long version;

    /**
     * How far a layer moves in a step, over the training.
     *
     * @param layer its index among the net's top-level layers
     * @param name the prefix of its weights' names, as {@link LayerStats#name} has it
     * @param updateToWeight log10 of ‖update‖₂ / ‖weights‖₂ at the observed steps; an epoch's mean at the end of one that was trained
     *     before the last break
     */
    public record LayerCurve(int layer, String name, Curve updateToWeight) {}

    /**
     * A copy of everything at one moment.
     *
     * @param version grows with every record: the same version holds the same data
     * @param loss of each step's mini-batch
     * @param error of each step's mini-batch, 0 to 1
     * @param rate the learning rate of each step
     * @param imagesPerSecond at each step
     * @param epochs one for each whole epoch, in order
     * @param layers of the step observed last; empty before the first
     * @param ratios one for each layer with weights, in the net's order
     */
    public record Snapshot(
            long version,
            Curve loss,
            Curve error,
            Curve rate,
            Curve imagesPerSecond,
            List<EpochMetrics> epochs,
            List<LayerStats> layers,
            List<LayerCurve> ratios) {}

    /** Grows with every record, so that a sampler can leave out a snapshot that would be the last one's equal. */
    public synchronized long version() {
        return version;
    }

    public synchronized Snapshot snapshot() {
        List<LayerCurve> curves = new ArrayList<>();
        ratios.forEach((name, curve) -> curves.add(new LayerCurve(layerOf.get(name), name, curve.curve())));
        return new Snapshot(
                version, loss.curve(), error.curve(), rate.curve(), imagesPerSecond.curve(), epochs, layers, curves);
    }

    synchronized void add(StepMetrics step) {
        loss.add(step.step(), step.loss());
        error.add(step.step(), step.error());
        rate.add(step.step(), step.rate());
        imagesPerSecond.add(step.step(), step.imagesPerSecond());
        version++;
    }

    synchronized void add(EpochMetrics epoch) {
        List<EpochMetrics> longer = new ArrayList<>(epochs);
        longer.add(epoch);
        epochs = List.copyOf(longer);
        if (!epoch.layers().isEmpty()) layers = epoch.layers();
        // The file keeps an epoch's mean alone; of an epoch that was trained here, steps were seen one by one.
        if (observed < steps)
            for (LayerStats layer : epoch.layers()) ratio(layer).add(epoch.steps() - 1, layer.updateToWeight());
        steps = epoch.steps();
        version++;
    }

    synchronized void observed(long step, List<LayerStats> latest) {
        observed = step;
        layers = List.copyOf(latest);
        for (LayerStats layer : latest)
            if (Double.isFinite(layer.updateToWeight())) ratio(layer).add(step, layer.updateToWeight());
        version++;
    }

    private CurveBuckets ratio(LayerStats layer) {
        layerOf.putIfAbsent(layer.name(), layer.layer());
        return ratios.computeIfAbsent(layer.name(), name -> new CurveBuckets(BUCKETS));
    }
}
