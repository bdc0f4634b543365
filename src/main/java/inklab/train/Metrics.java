package inklab.train;

import inklab.engine.LayerStats;
import java.util.ArrayList;
import java.util.List;

/** All that a training measured so far, in bounded memory. Any thread may record, any thread may sample. */
public final class Metrics {
    private static final int BUCKETS = 2048;

    private final CurveBuckets loss = new CurveBuckets(BUCKETS);
    private final CurveBuckets error = new CurveBuckets(BUCKETS);
    private final CurveBuckets rate = new CurveBuckets(BUCKETS);
    private final CurveBuckets imagesPerSecond = new CurveBuckets(BUCKETS);
    private List<EpochMetrics> epochs = List.of();
    private List<LayerStats> layers = List.of();
    private long version;

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
     */
    public record Snapshot(
            long version,
            Curve loss,
            Curve error,
            Curve rate,
            Curve imagesPerSecond,
            List<EpochMetrics> epochs,
            List<LayerStats> layers) {}

    /** Grows with every record, so that a sampler can leave out a snapshot that would be the last one's equal. */
    public synchronized long version() {
        return version;
    }

    public synchronized Snapshot snapshot() {
        return new Snapshot(
                version, loss.curve(), error.curve(), rate.curve(), imagesPerSecond.curve(), epochs, layers);
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
        version++;
    }

    synchronized void observed(List<LayerStats> latest) {
        layers = List.copyOf(latest);
        version++;
    }
}
