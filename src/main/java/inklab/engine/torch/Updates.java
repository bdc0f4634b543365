package inklab.engine.torch;

import inklab.engine.Crew;
import inklab.engine.NetworkSettings;
import inklab.engine.WeightLayout;
import inklab.engine.WeightLayout.Role;
import inklab.net.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * From chunks' gradients to new weights, block by block: the sum in the chunks' order, weight decay, clipping, the optimiser. Written out
 * because {@code torch::optim} belongs to one thread and would have to be told of every chunk's gradients; what is remembered has the
 * names and meanings that it has in the default engine.
 */
@SuppressWarnings("try") // A scope is there for its end.
final class Updates {
    private static final int BLOCK = 1 << 18;

    private final Optimizer optimizer;
    private final double l2;
    private final double clip;
    private final Map<String, Map<String, Tensor>> memory = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param weights by name
     */
    Updates(Map<String, Tensor> weights, WeightLayout layout, NetworkSettings settings, Place place) {
        this.optimizer = settings.optimizer();
        this.l2 = settings.l2();
        this.clip = settings.clip();
        for (String kind : kinds(optimizer)) memory.put(kind, new LinkedHashMap<>());
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            for (WeightLayout.Entry entry : layout.entries()) {
                long[] shape = entry.shape().stream().mapToLong(i -> i).toArray();
                memory.values().forEach(kind -> kind.put(entry.name(), Place.keep(place.zeros(shape))));
                cut(entry, weights.get(entry.name()), place.isCpu() ? BLOCK : Integer.MAX_VALUE);
            }
        }
    }

    private void cut(WeightLayout.Entry entry, Tensor weight, int most) {
        for (int from = 0; from < entry.size(); from += most) {
            int length = Math.min(most, entry.size() - from);
            List<Tensor> own = new ArrayList<>();
            for (Map<String, Tensor> kind : memory.values())
                own.add(Place.keep(flat(kind.get(entry.name()), from, length)));
            blocks.add(new Block(entry, from, length, Place.keep(flat(weight.detach(), from, length)), own));
            if (length == entry.size()) return;
        }
    }

    private static Tensor flat(Tensor tensor, long from, long length) {
        return tensor.reshape(-1).narrow(0, from, length);
    }

    /** The default engine's names of what an optimiser remembers. */
    private static List<String> kinds(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd) return List.of();
        if (optimizer instanceof Optimizer.RmsProp) return List.of("G");
        if (optimizer instanceof Optimizer.Adam) return List.of("M", "V");
        return List.of("V");
    }

    /** What the optimiser remembers, by kind and tensor name. */
    Map<String, Map<String, Tensor>> memory() {
        return memory;
    }

    /**
     * Changes the weights.
     *
     * @param chunks their gradients by tensor name; of running statistics what they take up
     */
    void apply(Crew crew, List<Map<String, Tensor>> chunks, double learningRate, long step) {
        if (clip <= 0) {
            crew.run(blocks.size(), (worker, i) -> {
                try (PointerScope scope = new PointerScope();
                        NoGradGuard guard = new NoGradGuard()) {
                    Block block = blocks.get(i);
                    block.update(block.sum(chunks), learningRate, step);
                }
            });
            return;
        }
        Tensor[] sums = new Tensor[blocks.size()];
        Tensor[] squares = new Tensor[blocks.size()];
        crew.run(blocks.size(), (worker, i) -> {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                sums[i] = Place.keep(blocks.get(i).sum(chunks));
                if (blocks.get(i).entry.role() != Role.STATISTIC)
                    squares[i] = Place.keep(sums[i].square().sum());
            }
        });
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor factor = clipping(squares);
            crew.run(blocks.size(), (worker, i) -> {
                try (PointerScope inner = new PointerScope();
                        NoGradGuard unrecorded = new NoGradGuard()) {
                    if (blocks.get(i).entry.role() != Role.STATISTIC) sums[i].mul_(factor);
                    blocks.get(i).update(sums[i], learningRate, step);
                }
            });
        } finally {
            for (Tensor sum : sums) if (sum != null) Place.drop(sum);
            for (Tensor square : squares) if (square != null) Place.drop(square);
        }
    }

    /** {@code min(1, clip / ‖g‖)}, worked out on the device, which nobody waits for. */
    private Tensor clipping(Tensor[] squares) {
        Tensor all = null;
        for (Tensor square : squares) if (square != null) all = all == null ? square : all.add(square);
        if (all == null) throw new IllegalStateException("a net without weights cannot learn");
        Tensor factor = all.sqrt().reciprocal().mul(new Scalar(clip));
        return torch.minimum(factor, torch.ones_like(factor));
    }

    void close() {
        blocks.forEach(Block::close);
        memory.values().forEach(kind -> kind.values().forEach(Place::drop));
    }

    /** A stretch of one tensor, with what is remembered for it; blocks are independent, so threads share them. */
    private final class Block {
        private final WeightLayout.Entry entry;
        private final int from;
        private final int length;
        private final Tensor weight;
        private final List<Tensor> own;

        Block(WeightLayout.Entry entry, int from, int length, Tensor weight, List<Tensor> own) {
            this.entry = entry;
            this.from = from;
            this.length = length;
            this.weight = weight;
            this.own = own;
        }

        /** Adds the chunks' gradients up, in the first one's place, and the weight decay to them. */
        Tensor sum(List<Map<String, Tensor>> chunks) {
            Tensor sum = flat(chunks.get(0).get(entry.name()), from, length);
            for (Map<String, Tensor> chunk : chunks.subList(1, chunks.size()))
                sum.add_(flat(chunk.get(entry.name()), from, length));
            if (entry.role() == Role.WEIGHT && l2 > 0) sum.add_(weight, new Scalar(l2));
            return sum;
        }

        void update(Tensor g, double rate, long step) {
            if (entry.role() == Role.STATISTIC) {
                weight.mul_(new Scalar(1 - Layers.MOMENTUM)).add_(g);
                return;
            }
            if (optimizer instanceof Optimizer.Sgd) weight.add_(g, new Scalar(-rate));
            else if (optimizer instanceof Optimizer.Momentum momentum)
                weight.add_(own.get(0).mul_(new Scalar(momentum.momentum())).add_(g), new Scalar(-rate));
            else if (optimizer instanceof Optimizer.Nesterov nesterov) nesterov(g, rate, nesterov.momentum());
            else if (optimizer instanceof Optimizer.RmsProp rms) {
                Tensor mean = own.get(0);
                mean.mul_(new Scalar(rms.decay())).addcmul_(g, g, new Scalar(1 - rms.decay()));
                weight.addcdiv_(g, mean.sqrt().add_(new Scalar(rms.epsilon())), new Scalar(-rate));
            } else if (optimizer instanceof Optimizer.Adam adam) adam(g, rate, adam, step + 1);
        }

        private void nesterov(Tensor g, double rate, double momentum) {
            Tensor v = own.get(0);
            weight.add_(v, new Scalar(-momentum));
            v.mul_(new Scalar(momentum)).add_(g, new Scalar(-rate));
            weight.add_(v, new Scalar(1 + momentum));
        }

        private void adam(Tensor g, double rate, Optimizer.Adam adam, long t) {
            Tensor m = own.get(0);
            Tensor v = own.get(1);
            m.mul_(new Scalar(adam.beta1())).add_(g, new Scalar(1 - adam.beta1()));
            v.mul_(new Scalar(adam.beta2())).addcmul_(g, g, new Scalar(1 - adam.beta2()));
            double corrected =
                    rate * Math.sqrt(1 - Math.pow(adam.beta2(), (double) t)) / (1 - Math.pow(adam.beta1(), (double) t));
            weight.addcdiv_(m, v.sqrt().add_(new Scalar(adam.epsilon())), new Scalar(-corrected));
        }

        void close() {
            Place.drop(weight);
            own.forEach(Place::drop);
        }
    }
}
