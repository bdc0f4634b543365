package inklab.ui.train;

import inklab.net.NetSpec;
import inklab.train.Curve;
import inklab.train.EpochMetrics;
import inklab.train.Metrics;
import inklab.ui.LayerSeries;
import inklab.ui.widget.CurveData;
import java.util.ArrayList;
import java.util.List;

/** A run's curves over epochs, as charts draw them. The data objects stay the same while the run does. */
final class RunCurves {
    /**
     * How far one layer moves in a step, as a share of its weights.
     *
     * @param code the layer's, in notation
     * @param series from 1, the layer's colour
     */
    record Ratio(String name, String code, int series, CurveData data) {}

    final CurveData trainError = new CurveData();
    final CurveData validationError = new CurveData();
    final CurveData trainLoss = new CurveData();
    final CurveData validationLoss = new CurveData();
    private List<Ratio> ratios = List.of();
    private double[] imagesPerSecond = {};
    private double perPoint = 1;
    private int run;

    /** One for each layer with weights, in the net's order. */
    List<Ratio> ratios() {
        return ratios;
    }

    /** Counts the runs that were shown. */
    int run() {
        return run;
    }

    /** By epoch; the last is the epoch at work. */
    double[] imagesPerSecond() {
        return imagesPerSecond.clone();
    }

    /** How many steps one point of the curves by step stands for. */
    double stepsPerPoint() {
        return perPoint;
    }

    /** Forgets the run. */
    void clear() {
        for (CurveData data : List.of(trainError, validationError, trainLoss, validationLoss)) data.clear();
        ratios = List.of();
        imagesPerSecond = new double[0];
        run++;
    }

    /**
     * Shows what was measured.
     *
     * @param stepsPerEpoch 0 while not known
     * @param speed images a second of the epoch at work; 0 for none
     */
    void show(NetSpec net, Metrics.Snapshot seen, int stepsPerEpoch, double speed) {
        double steps = stepsPerEpoch;
        if (steps == 0 && !seen.epochs().isEmpty())
            steps = (double) seen.epochs().get(0).steps() / seen.epochs().get(0).epoch();
        if (steps == 0) return;
        fill(trainError, seen.error(), steps);
        fill(trainLoss, seen.loss(), steps);
        perPoint = seen.loss().size() == 0
                ? 1
                : Math.max(1, (double) seen.loss().points() / seen.loss().size());
        validationError.clear();
        validationLoss.clear();
        List<Double> speeds = new ArrayList<>();
        for (EpochMetrics epoch : seen.epochs()) {
            validationError.add(epoch.epoch(), epoch.validationError());
            validationLoss.add(epoch.epoch(), epoch.validationLoss());
            speeds.add(epoch.imagesPerSecond());
        }
        if (speed > 0) speeds.add(speed);
        imagesPerSecond = speeds.stream().mapToDouble(Double::doubleValue).toArray();
        showRatios(net, seen.ratios(), steps);
    }

    private void showRatios(NetSpec net, List<Metrics.LayerCurve> all, double steps) {
        int[] series = LayerSeries.of(net);
        // A layer without a colour of its own (batch normalisation) has no curve either.
        List<Metrics.LayerCurve> curves = all.stream()
                .filter(curve -> curve.layer() < series.length && series[curve.layer()] > 0)
                .toList();
        List<String> names = curves.stream().map(Metrics.LayerCurve::name).toList();
        if (!names.equals(ratios.stream().map(Ratio::name).toList())) {
            List<Ratio> next = new ArrayList<>();
            for (Metrics.LayerCurve curve : curves)
                next.add(new Ratio(
                        curve.name(), Words.layer(net, curve.name()), series[curve.layer()], new CurveData()));
            ratios = List.copyOf(next);
        }
        for (int i = 0; i < ratios.size(); i++) {
            CurveData data = ratios.get(i).data();
            Curve curve = curves.get(i).updateToWeight();
            data.clear();
            for (int k = 0; k < curve.size(); k++) data.add(curve.step()[k] / steps, Math.pow(10, curve.mean()[k]));
        }
    }

    private static void fill(CurveData data, Curve curve, double steps) {
        data.clear();
        for (int k = 0; k < curve.size(); k++)
            data.add((curve.step()[k] + 1) / steps, curve.mean()[k], curve.min()[k], curve.max()[k]);
    }
}
