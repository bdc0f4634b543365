package inklab.ui.inspect;

import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How one unit's weights came to be what they are.
 *
 * @param unit whose weights, through its channel
 * @param epoch the one that is looked at
 * @param steps a few epochs, ascending
 * @param bound the largest magnitude in any of them
 */
record Growth(Unit unit, int epoch, List<Step> steps, float bound) {
    /** As many fit the panel. */
    private static final int SHOWN = 6;

    /** The weights {@code [rows, columns]} after an epoch. */
    @SuppressWarnings("ArrayRecordComponent") // Drawn once, compared by nobody.
    record Step(int epoch, int rows, int columns, float[] weights) {}

    /** What is to be found out. */
    record Ask(Subject subject, int epoch, Unit unit) {}

    /**
     * @return empty for a unit without weights of its own
     * @throws IOException in one sentence, when an epoch's weights cannot be had
     */
    static Optional<Growth> of(Ask ask, WeightCache cache) throws IOException {
        Inference net = Inference.of(ask.subject().recipe().net());
        List<Step> steps = new ArrayList<>();
        float bound = 0;
        for (int epoch : epochs(ask.subject().epochs(), ask.epoch())) {
            Optional<Step> step = step(net, cache.get(ask.subject(), epoch), ask.unit(), epoch);
            if (step.isEmpty()) return Optional.empty();
            for (float w : step.get().weights()) bound = Math.max(bound, Math.abs(w));
            steps.add(step.get());
        }
        return Optional.of(new Growth(ask.unit(), ask.epoch(), List.copyOf(steps), bound));
    }

    private static Optional<Step> step(Inference net, Weights weights, Unit unit, int epoch) {
        Inference.Layer layer = net.layers().get(unit.layer());
        Shape in = layer.input().orElseThrow();
        boolean dense = layer.spec() instanceof LayerSpec.Dense || layer.spec() instanceof LayerSpec.Output;
        if (!dense && !(layer.spec() instanceof LayerSpec.Conv)) return Optional.empty();
        int rows = layer.spec() instanceof LayerSpec.Conv conv ? conv.kernel() : in.height();
        int columns = layer.spec() instanceof LayerSpec.Conv ? rows : in.width();
        float[] all = weights.get(unit.layer() + ".weight").values();
        int plane = rows * columns;
        int at = unit.map() * in.channels() * plane;
        if (plane == 1) {
            // Weights over a vector: row by row, in a square as good as it gets.
            int side = (int) Math.ceil(Math.sqrt(in.channels()));
            int high = (in.channels() + side - 1) / side;
            float[] square = Arrays.copyOf(Arrays.copyOfRange(all, at, at + in.channels()), side * high);
            return Optional.of(new Step(epoch, high, side, square));
        }
        int from = at + Math.max(0, unit.channel()) * plane;
        return Optional.of(new Step(epoch, rows, columns, Arrays.copyOfRange(all, from, from + plane)));
    }

    /** A few of the epochs: early ones close together, for that is when most happens; the one that is looked at among them. */
    static List<Integer> epochs(List<Integer> all, int now) {
        if (all.size() <= SHOWN) return all;
        TreeSet<Integer> chosen = new TreeSet<>();
        chosen.add(0);
        int last = all.size() - 1;
        for (int k = 0; k < SHOWN - 1; k++) {
            int index = (int) Math.round(Math.pow(last, (double) k / (SHOWN - 2)));
            while (chosen.contains(index)) index++;
            chosen.add(Math.min(last, index));
        }
        int here = all.indexOf(now);
        if (here >= 0 && !chosen.contains(here)) {
            int nearest = chosen.stream()
                    .filter(i -> i != 0 && i != last)
                    .min(java.util.Comparator.comparingInt(i -> Math.abs(i - here)))
                    .orElse(last);
            chosen.remove(nearest);
            chosen.add(here);
        }
        return chosen.stream().map(all::get).toList();
    }
}
