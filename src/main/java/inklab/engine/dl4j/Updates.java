package inklab.engine.dl4j;

import inklab.engine.Crew;
import inklab.engine.NetworkSettings;
import inklab.engine.WeightLayout;
import inklab.net.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * From chunks' gradients to new weights, block by block: the sum in the chunks' order, weight decay, clipping, DL4J's updater, the
 * subtraction. A block's few hundred kilobytes stay in the cache through all of it, and blocks are independent, so threads share them.
 */
final class Updates {
    private static final int BLOCK = 1 << 16;

    private final Slices weights;
    private final NetworkSettings settings;
    private final IUpdater config;
    private final Map<String, Slices> memory = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final AdaptiveRules[] adaptive;

    /** @param workers of the crew that will apply them */
    Updates(Slices weights, WeightLayout layout, NetworkSettings settings, int workers) {
        this.weights = weights;
        this.settings = settings;
        this.config = config(settings.optimizer());
        for (String kind : kinds(settings.optimizer())) memory.put(kind, new Slices(layout.shapes()));
        this.adaptive = new AdaptiveRules[workers];
        Arrays.setAll(adaptive, worker -> new AdaptiveRules());
        cut(layout);
    }

    /** One tensor after another, cut where they are large; neighbours of one role are one piece, so that small nets have few blocks. */
    private void cut(WeightLayout layout) {
        List<WeightLayout.Entry> entries = layout.entries();
        int at = 0;
        for (int i = 0; i < entries.size(); ) {
            WeightLayout.Role role = role(entries.get(i));
            int from = at;
            while (i < entries.size() && role(entries.get(i)) == role)
                at += entries.get(i++).size();
            for (int start = from; start < at; start += BLOCK)
                blocks.add(new Block(start, Math.min(BLOCK, at - start), role));
        }
    }

    /** Without weight decay weights and offsets are treated alike. */
    private WeightLayout.Role role(WeightLayout.Entry entry) {
        return settings.l2() == 0 && entry.role() == WeightLayout.Role.OFFSET ? WeightLayout.Role.WEIGHT : entry.role();
    }

    /** DL4J lacks classical momentum, and its adaptive rules are slow here. */
    private boolean dl4j() {
        return settings.optimizer() instanceof Optimizer.Sgd || settings.optimizer() instanceof Optimizer.Nesterov;
    }

    static IUpdater config(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Nesterov nesterov) return new Nesterovs(0, nesterov.momentum());
        if (optimizer instanceof Optimizer.RmsProp rms) return new RmsProp(0, rms.decay(), rms.epsilon());
        if (optimizer instanceof Optimizer.Adam adam) return new Adam(0, adam.beta1(), adam.beta2(), adam.epsilon());
        return new Sgd(0);
    }

    /** DL4J's names of what an optimiser remembers. */
    static List<String> kinds(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd) return List.of();
        if (optimizer instanceof Optimizer.RmsProp) return List.of("G");
        if (optimizer instanceof Optimizer.Adam) return List.of("M", "V");
        return List.of("V");
    }

    /** What the optimiser remembers, by DL4J's name for it. */
    Map<String, Slices> memory() {
        return memory;
    }

    /** Applies the chunks' gradients; the first chunk's slices hold the update afterwards, what the weights were reduced by. */
    void apply(Crew crew, List<Slices> chunks, double learningRate, long step) {
        config.setLrAndSchedule(learningRate, null);
        if (settings.clip() > 0) {
            crew.run(blocks.size(), (worker, i) -> blocks.get(i).gather(chunks));
            double squares = 0;
            for (Block block : blocks) squares += block.squares;
            double norm = Math.sqrt(squares);
            float factor = norm > settings.clip() ? (float) (settings.clip() / norm) : 1;
            crew.run(blocks.size(), (worker, i) -> {
                blocks.get(i).scale(chunks, factor);
                blocks.get(i).update(chunks, learningRate, step, adaptive[worker]);
            });
            return;
        }
        crew.run(blocks.size(), (worker, i) -> {
            blocks.get(i).gather(chunks);
            blocks.get(i).update(chunks, learningRate, step, adaptive[worker]);
        });
    }

    private final class Block {
        private final int from;
        private final int length;
        private final WeightLayout.Role role;
        private final FloatPointer weight;
        private final Map<String, Tensor> remembered = new HashMap<>();
        private final GradientUpdater<?> updater;
        private Slices seen;
        private Tensor gradient;
        private double squares;

        Block(int from, int length, WeightLayout.Role role) {
            this.from = from;
            this.length = length;
            this.role = role;
            this.weight = at(weights);
            Map<String, INDArray> views = new LinkedHashMap<>();
            memory.forEach((kind, slices) -> {
                remembered.put(kind, tensor(slices));
                views.put(kind, remembered.get(kind).array());
            });
            this.updater = dl4j() && role != WeightLayout.Role.STATISTIC ? config.instantiate(views, false) : null;
        }

        private FloatPointer at(Slices slices) {
            return new FloatPointer(new FloatPointer(slices.data().pointer()).position(from));
        }

        private Tensor tensor(Slices slices) {
            return new Tensor(slices.data(), from, 1, length);
        }

        private FloatPointer first(List<Slices> chunks) {
            return at(chunks.get(0));
        }

        /** Adds the chunks' gradients up in the first one's place, and the weight decay to them. */
        void gather(List<Slices> chunks) {
            FloatPointer sum = first(chunks);
            for (int k = 1; k < chunks.size(); k++) openblas.cblas_saxpy(length, 1, at(chunks.get(k)), 1, sum, 1);
            if (role == WeightLayout.Role.WEIGHT && settings.l2() > 0)
                openblas.cblas_saxpy(length, (float) settings.l2(), weight, 1, sum, 1);
            if (settings.clip() > 0 && role != WeightLayout.Role.STATISTIC) {
                double norm = openblas.cblas_snrm2(length, sum, 1);
                squares = norm * norm;
            }
        }

        void scale(List<Slices> chunks, float factor) {
            if (factor != 1 && role != WeightLayout.Role.STATISTIC)
                openblas.cblas_sscal(length, factor, first(chunks), 1);
        }

        void update(List<Slices> chunks, double rate, long step, AdaptiveRules rules) {
            if (seen != chunks.get(0)) {
                seen = chunks.get(0);
                gradient = tensor(seen);
            }
            if (updater != null) updater.applyUpdater(gradient.array(), (int) Math.min(step, Integer.MAX_VALUE - 1), 0);
            else if (role != WeightLayout.Role.STATISTIC) turn(rate, step, rules);
            openblas.cblas_saxpy(length, -1, gradient.pointer(), 1, weight, 1);
        }

        /** What DL4J's updaters are not for: the gradient becomes the update. */
        private void turn(double rate, long step, AdaptiveRules rules) {
            Optimizer optimizer = settings.optimizer();
            if (optimizer instanceof Optimizer.Adam adam)
                rules.adam(adam, rate, step + 1, gradient, remembered.get("M"), remembered.get("V"));
            else if (optimizer instanceof Optimizer.RmsProp rms)
                rules.rmsProp(rms, rate, gradient, remembered.get("G"));
            else velocity(rate);
        }

        /**
         * Classical momentum, which DL4J lacks: {@code v ← μ v + g}, and η v is the update. What is remembered is in gradients, so that a
         * rate that falls brakes what is still under way, too.
         */
        private void velocity(double rate) {
            FloatPointer sum = gradient.pointer();
            double momentum = ((Optimizer.Momentum) settings.optimizer()).momentum();
            FloatPointer v = remembered.get("V").pointer();
            openblas.cblas_sscal(length, (float) momentum, v, 1);
            openblas.cblas_saxpy(length, 1, sum, 1, v, 1);
            openblas.cblas_scopy(length, v, 1, sum, 1);
            openblas.cblas_sscal(length, (float) rate, sum, 1);
        }
    }
}
