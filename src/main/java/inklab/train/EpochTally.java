package inklab.train;

import inklab.engine.LayerStats;
import inklab.engine.StepResult;
import inklab.train.RunState.Tally;
import java.util.ArrayList;
import java.util.List;

/** Adds up what an epoch's steps found. */
final class EpochTally {
    private long images;
    private double loss;
    private long errors;
    private int observed;
    private List<LayerStats> layers;

    /** Goes on from sums that were saved. */
    EpochTally(Tally saved) {
        images = saved.images();
        loss = saved.loss();
        errors = saved.errors();
        observed = saved.observed();
        layers = saved.layers();
    }

    void add(int batch, StepResult result) {
        images += batch;
        loss += result.loss() * batch;
        errors += result.errors();
        if (result.layers().isEmpty()) return;
        layers = observed == 0 ? result.layers() : sum(layers, result.layers());
        observed++;
    }

    Tally sums(double seconds) {
        return new Tally(images, loss, errors, seconds, observed, layers);
    }

    double meanLoss() {
        return loss / images;
    }

    double error() {
        return (double) errors / images;
    }

    List<LayerStats> meanLayers() {
        List<LayerStats> means = new ArrayList<>();
        for (LayerStats sum : layers)
            means.add(new LayerStats(
                    sum.layer(),
                    sum.name(),
                    sum.updateToWeight() / observed,
                    sum.gradientToWeight() / observed,
                    sum.activationMean() / observed,
                    sum.activationSigma() / observed,
                    sum.deadShare() / observed));
        return means;
    }

    private static List<LayerStats> sum(List<LayerStats> a, List<LayerStats> b) {
        List<LayerStats> sums = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            LayerStats x = a.get(i);
            LayerStats y = b.get(i);
            sums.add(new LayerStats(
                    x.layer(),
                    x.name(),
                    x.updateToWeight() + y.updateToWeight(),
                    x.gradientToWeight() + y.gradientToWeight(),
                    x.activationMean() + y.activationMean(),
                    x.activationSigma() + y.activationSigma(),
                    x.deadShare() + y.deadShare()));
        }
        return sums;
    }
}
