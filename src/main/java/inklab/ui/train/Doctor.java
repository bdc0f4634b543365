package inklab.ui.train;

import inklab.engine.LayerStats;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.recipe.Recipe;
import inklab.train.EpochMetrics;
import inklab.train.Metrics;
import inklab.ui.Figures;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a training's numbers and says in plain words what they mean and what to try: a pure function of recipe and metrics. It sees
 * training and validation alone, never the test set.
 */
final class Doctor {
    /** log10 of update : weight of a layer that learns well: 1:3,000 to 1:300 a step. */
    static final double HEALTHY_LOW = -3.5;

    static final double HEALTHY_HIGH = -2.5;

    /** Just outside the band is no news. */
    private static final double SLACK = 0.1;

    private static final double MANY_DEAD = 0.1;
    private static final int MOST = 2;
    private static final int STALLED = 4;

    private final Texts texts;

    Doctor(Texts texts) {
        this.texts = texts;
    }

    /** What is to be said, the gravest first; empty before there is anything to judge by. */
    List<Hint> examine(Recipe recipe, Metrics.Snapshot seen) {
        if (seen.layers().isEmpty() || seen.loss().size() == 0) return List.of();
        List<Hint> hints = new ArrayList<>();
        loss(seen, recipe, hints);
        layers(recipe, seen, hints);
        overfitting(seen.epochs(), hints);
        hints.sort(Comparator.comparing(Hint::level).reversed());
        List<Hint> most = new ArrayList<>(hints.subList(0, Math.min(MOST, hints.size())));
        praise(seen, hints, most);
        return List.copyOf(most);
    }

    private void loss(Metrics.Snapshot seen, Recipe recipe, List<Hint> hints) {
        List<EpochMetrics> epochs = seen.epochs();
        if (epochs.isEmpty()) return;
        double last = epochs.get(epochs.size() - 1).trainLoss();
        double best = epochs.stream().mapToDouble(EpochMetrics::trainLoss).min().orElse(last);
        double rate = epochs.get(epochs.size() - 1).rate();
        if (epochs.size() > 1 && last > 1.5 * best && last > best + 0.02)
            hints.add(new Hint(
                    Hint.Level.DANGER,
                    -1,
                    texts.get("doctor.rising"),
                    texts.get("doctor.rising.how", Words.loss(best), Words.loss(last), Words.rate(rate / 3))));
        else if (epochs.get(epochs.size() - 1).trainError() > 0.95 * chance(recipe))
            hints.add(new Hint(
                    Hint.Level.DANGER,
                    -1,
                    texts.get("doctor.guessing"),
                    silent(seen)
                            ? texts.get("doctor.guessing.slower", Words.rate(rate / 3))
                            : texts.get("doctor.guessing.how", Words.rate(rate / 3), Words.rate(rate * 3))));
    }

    /** Whether a layer has died altogether: then only shorter steps help. */
    private static boolean silent(Metrics.Snapshot seen) {
        return seen.layers().stream().anyMatch(layer -> layer.deadShare() > 0.9);
    }

    /** The error of someone who always names one class. */
    private static double chance(Recipe recipe) {
        List<LayerSpec> layers = recipe.net().layers();
        return !layers.isEmpty() && layers.get(layers.size() - 1) instanceof LayerSpec.Output output
                ? 1 - 1.0 / output.classes()
                : 1;
    }

    private void layers(Recipe recipe, Metrics.Snapshot seen, List<Hint> hints) {
        double rate = seen.rate().mean()[seen.rate().size() - 1];
        boolean early = rate > 0.5 * recipe.training().schedule().rate();
        // The first steps of fresh weights are large or small as they like.
        boolean settled = !seen.epochs().isEmpty();
        for (LayerStats layer : seen.layers()) {
            String code = Words.layer(recipe.net(), layer.name());
            double ratio = layer.updateToWeight();
            String dead = dead(recipe, layer);
            if (settled && ratio > HEALTHY_HIGH + SLACK) {
                String calm = Words.rate(rate * Math.pow(10, HEALTHY_HIGH - ratio));
                String also = dead.isEmpty() ? "" : texts.get("doctor.fast.and", dead);
                hints.add(new Hint(
                        Hint.Level.WARNING,
                        layer.layer(),
                        texts.get("doctor.fast", code, Words.ratio(ratio)),
                        texts.get("doctor.fast.how", also, calm)));
            } else if (settled && early && Double.isFinite(ratio) && ratio < HEALTHY_LOW - SLACK)
                hints.add(new Hint(
                        Hint.Level.WARNING,
                        layer.layer(),
                        texts.get("doctor.slow", code, Words.ratio(ratio)),
                        texts.get("doctor.slow.how", Words.rate(rate * Math.pow(10, HEALTHY_LOW - ratio)))));
            else if (!dead.isEmpty())
                hints.add(new Hint(
                        Hint.Level.WARNING,
                        layer.layer(),
                        texts.get("doctor.dead", code, dead),
                        texts.get("doctor.dead.how")));
        }
    }

    /** What share of a layer's units does what; empty when few enough do. */
    private String dead(Recipe recipe, LayerStats layer) {
        if (!(layer.deadShare() >= MANY_DEAD)) return "";
        Activation activation = Words.activation(recipe.net(), layer.layer());
        boolean bounded = activation == Activation.TANH || activation == Activation.SIGMOID;
        String share = Figures.percent(layer.deadShare(), 0);
        if (!bounded) return texts.get("doctor.silent", share);
        return texts.get("doctor.saturated", share, activation == Activation.TANH ? "±1" : "0 / 1");
    }

    private void overfitting(List<EpochMetrics> epochs, List<Hint> hints) {
        if (epochs.size() < STALLED + 2) return;
        int best = 0;
        for (int i = 1; i < epochs.size(); i++)
            if (epochs.get(i).validationLoss() < epochs.get(best).validationLoss()) best = i;
        EpochMetrics last = epochs.get(epochs.size() - 1);
        boolean stalled = epochs.size() - 1 - best >= STALLED;
        boolean worse = last.validationLoss() > 1.1 * epochs.get(best).validationLoss();
        boolean parted =
                last.trainLoss() < 0.8 * epochs.get(best).trainLoss() && last.trainLoss() < last.validationLoss();
        if (stalled && worse && parted)
            hints.add(new Hint(
                    Hint.Level.WARNING,
                    -1,
                    texts.get("doctor.byheart", epochs.get(best).epoch()),
                    texts.get("doctor.byheart.how")));
    }

    /** What is well, as one line, where nothing contradicts it. */
    private void praise(Metrics.Snapshot seen, List<Hint> hints, List<Hint> most) {
        boolean alive = seen.layers().stream().noneMatch(layer -> layer.deadShare() >= MANY_DEAD);
        boolean steady = hints.stream().noneMatch(hint -> hint.level() == Hint.Level.DANGER) && falls(seen);
        boolean calm = hints.stream().noneMatch(hint -> hint.layer() >= 0)
                && !seen.epochs().isEmpty();
        if (alive && steady && calm) most.add(good("doctor.fine.all"));
        else if (alive && steady) most.add(good("doctor.fine"));
        else if (alive) most.add(good("doctor.fine.units"));
        else if (steady) most.add(good("doctor.fine.loss"));
    }

    private Hint good(String key) {
        return new Hint(Hint.Level.GOOD, -1, texts.get(key), "");
    }

    /** Whether the loss of the last fifth is below that of the fifth before. */
    private static boolean falls(Metrics.Snapshot seen) {
        double[] loss = seen.loss().mean();
        int fifth = loss.length / 5;
        return fifth > 0
                && mean(loss, loss.length - fifth, loss.length)
                        < mean(loss, loss.length - 2 * fifth, loss.length - fifth);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) sum += values[i];
        return sum / (to - from);
    }
}
