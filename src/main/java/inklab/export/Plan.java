package inklab.export;

import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Padding;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A net as steps that say everything: where vectors begin, how many zeros lie around a map, which activation follows.
 *
 * @param input {@code channels × height × width}
 * @param layers as the net has them
 */
record Plan(Shape input, List<Layer> layers) {
    /**
     * A layer's steps.
     *
     * @param index its place among its like
     * @param says its notation and what comes out
     */
    record Layer(int index, String says, List<PlanStep> steps) {
        Layer {
            steps = List.copyOf(steps);
        }
    }

    Plan {
        layers = List.copyOf(layers);
    }

    /**
     * The plan of a net.
     *
     * @throws IllegalArgumentException when the net has problems
     */
    static Plan of(NetSpec net) {
        Inference inference = Inference.of(net);
        if (!inference.isSound()) throw new IllegalArgumentException("the net has problems: " + inference.problems());
        Maker maker = new Maker(Notation.Defaults.of(net));
        return new Plan(net.input(), maker.layers(inference.layers(), ""));
    }

    /** Walks over the layers and knows whether what comes out of the last one is a vector. */
    private static final class Maker {
        private final Notation.Defaults defaults;
        private boolean vector;

        Maker(Notation.Defaults defaults) {
            this.defaults = defaults;
        }

        List<Layer> layers(List<Inference.Layer> layers, String prefix) {
            List<Layer> made = new ArrayList<>();
            for (int i = 0; i < layers.size(); i++) {
                Inference.Layer layer = layers.get(i);
                String says = Notation.print(layer.spec(), defaults) + ", "
                        + layer.output().orElseThrow();
                Steps steps = new Steps(layer, prefix + i);
                layer.spec().match(steps);
                made.add(new Layer(i, says, steps.made));
            }
            return made;
        }

        private final class Steps implements LayerSpec.Cases<Void> {
            private final Inference.Layer layer;
            private final Shape in;
            private final String name;
            private final List<PlanStep> made = new ArrayList<>();

            Steps(Inference.Layer layer, String name) {
                this.layer = layer;
                this.in = layer.input().orElseThrow();
                this.name = name;
            }

            private void wantVector(boolean wanted, Shape shape) {
                if (wanted && !vector) made.add(new PlanStep.Flatten(shape.channels(), shape.height(), shape.width()));
                if (!wanted && vector) made.add(new PlanStep.Unflatten(shape.channels()));
                vector = wanted;
            }

            private Void then(Activation activation) {
                if (activation != Activation.IDENTITY) made.add(new PlanStep.Activate(activation));
                return null;
            }

            @Override
            public Void dense(LayerSpec.Dense dense) {
                wantVector(true, in);
                made.add(new PlanStep.Linear(name, in.size(), dense.units()));
                return then(dense.activation());
            }

            @Override
            public Void conv(LayerSpec.Conv conv) {
                wantVector(false, in);
                Shape out = layer.output().orElseThrow();
                int rows = zeros(conv, in.height(), out.height());
                int columns = zeros(conv, in.width(), out.width());
                made.add(new PlanStep.Conv(
                        name,
                        in.channels(),
                        conv.maps(),
                        conv.kernel(),
                        conv.stride(),
                        new PlanStep.Pads(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2)));
                return then(conv.activation());
            }

            private static int zeros(LayerSpec.Conv conv, int in, int out) {
                return conv.padding() == Padding.VALID
                        ? 0
                        : Math.max(0, (out - 1) * conv.stride() + conv.kernel() - in);
            }

            @Override
            public Void pool(LayerSpec.Pool pool) {
                wantVector(false, in);
                made.add(new PlanStep.Pool(pool.kind(), pool.size(), pool.stride()));
                return null;
            }

            @Override
            public Void globalAveragePool(LayerSpec.GlobalAveragePool pool) {
                wantVector(false, in);
                made.add(new PlanStep.GlobalAverage(in.channels()));
                vector = true;
                return null;
            }

            @Override
            public Void batchNorm(LayerSpec.BatchNorm norm) {
                made.add(new PlanStep.Norm(name, in.channels(), vector));
                return null;
            }

            @Override
            public Void dropout(LayerSpec.Dropout dropout) {
                made.add(new PlanStep.Drop(dropout.rate()));
                return null;
            }

            @Override
            public Void activate(LayerSpec.Activate activate) {
                return then(activate.activation());
            }

            @Override
            public Void residual(LayerSpec.Residual residual) {
                boolean before = vector;
                List<Layer> body = new ArrayList<>(layers(layer.body(), name + ".body."));
                if (vector != before) { // Only a shape of n × 1 × 1 can be both.
                    Steps last = new Steps(layer, name);
                    last.wantVector(before, in);
                    body.add(new Layer(body.size(), "as it came in", last.made));
                }
                made.add(new PlanStep.Residual(name, body));
                return null;
            }

            @Override
            public Void output(LayerSpec.Output output) {
                wantVector(true, in);
                made.add(new PlanStep.Linear(name, in.size(), output.classes()));
                made.add(new PlanStep.Softmax());
                return null;
            }
        }
    }
}
