package inklab.net;

import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One walk over a net from input to output: gathers shapes, problems and fixes. */
final class ShapeWalk {
    private final NetSpec net;
    private final boolean mending;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Problem, Fix> fixes = new LinkedHashMap<>();
    private int visited;
    private long weights;

    /**
     * A walk.
     *
     * @param mending whether to look for fixes that need a walk of their own; false within such a walk
     */
    ShapeWalk(NetSpec net, boolean mending) {
        this.net = net;
        this.mending = mending;
    }

    Inference run() {
        Optional<Shape> shape = input();
        List<Inference.Layer> layers = new ArrayList<>();
        for (int i = 0; i < net.layers().size(); i++) {
            Inference.Layer layer = layer(net.layers().get(i), new Place(null, i), shape);
            layers.add(layer);
            shape = layer.output();
        }
        if (visited > Inference.MAX_LAYERS)
            problems.add(new Problem(
                    "net",
                    "This net has more than " + Numbers.grouped(Inference.MAX_LAYERS) + " layers.",
                    "Take some out: nets for small images need a few dozen at most."));
        if (weights > Inference.MAX_NUMBERS)
            problems.add(new Problem(
                    "net",
                    "The whole net would have more than " + Numbers.grouped(Inference.MAX_NUMBERS) + " weights.",
                    "Make its dense layers smaller, or pool before them."));
        ending();
        return new Inference(net, layers, problems, fixes);
    }

    private Optional<Shape> input() {
        Shape in = net.input();
        if (in.channels() < 1 || in.height() < 1 || in.width() < 1) {
            problems.add(new Problem(
                    "net.input",
                    "An input of " + in + " holds nothing: channels, height and width are at least 1.",
                    "MNIST's images are 1x28x28, CIFAR-10's 3x32x32."));
            return Optional.empty();
        }
        if (Numbers.size(in) > Inference.MAX_NUMBERS) {
            problems.add(new Problem(
                    "net.input",
                    "An input of " + in + " is too large: an image has at most "
                            + Numbers.grouped(Inference.MAX_NUMBERS) + " numbers.",
                    "MNIST's images are 1x28x28, CIFAR-10's 3x32x32."));
            return Optional.empty();
        }
        return Optional.of(in);
    }

    private void ending() {
        int size = net.layers().size();
        if (size > 0 && net.layers().get(size - 1) instanceof Output) return;
        if (net.layers().stream().anyMatch(Output.class::isInstance)) return; // said at that layer: it is not the last
        if (size > 0 && net.layers().get(size - 1) instanceof Dense last && last.units() >= 2) {
            problem(
                    new Problem(
                            "net",
                            "The net has no output: its last layer has " + last.units()
                                    + " units, but no softmax over classes.",
                            "Make the last layer the output."),
                    "Make " + last.units() + "N the output",
                    new Place(null, size - 1).replace(net, List.of(new Output(last.units(), last.init()))));
            return;
        }
        List<LayerSpec> layers = new ArrayList<>(net.layers());
        layers.add(new Output(10, WeightInit.GLOROT));
        problem(
                new Problem(
                        "net",
                        size == 0 ? "The net has no layers." : "The net has no output.",
                        "Add an output with a unit for each class at its end."),
                "Add 10N",
                new NetSpec(net.input(), layers));
    }

    private Inference.Layer layer(LayerSpec spec, Place place, Optional<Shape> in) {
        if (++visited > Inference.MAX_LAYERS)
            return new Inference.Layer(place.path(), spec, in, Optional.empty(), List.of());
        List<Inference.Layer> body = new ArrayList<>();
        Optional<Shape> out = spec.match(new Out(place, in, body));
        if (in.isPresent() && out.isPresent() && !(spec instanceof Residual))
            weights = Numbers.plus(weights, Cost.parameters(spec, in.get()));
        return new Inference.Layer(place.path(), spec, in, out, List.copyOf(body));
    }

    /** The shape that a layer puts out. */
    private final class Out implements LayerSpec.Cases<Optional<Shape>> {
        private final Place place;
        private final Optional<Shape> in;
        private final List<Inference.Layer> body;

        Out(Place place, Optional<Shape> in, List<Inference.Layer> body) {
            this.place = place;
            this.in = in;
            this.body = body;
        }

        @Override
        public Optional<Shape> dense(Dense layer) {
            return ShapeWalk.this.dense(layer, place, in);
        }

        @Override
        public Optional<Shape> conv(Conv layer) {
            return ShapeWalk.this.conv(layer, place, in);
        }

        @Override
        public Optional<Shape> pool(Pool layer) {
            return ShapeWalk.this.pool(layer, place, in);
        }

        @Override
        public Optional<Shape> globalAveragePool(GlobalAveragePool layer) {
            return globalPool(place, in);
        }

        @Override
        public Optional<Shape> batchNorm(BatchNorm layer) {
            return in;
        }

        @Override
        public Optional<Shape> dropout(Dropout layer) {
            return ShapeWalk.this.dropout(layer, place, in);
        }

        @Override
        public Optional<Shape> activate(Activate layer) {
            return in;
        }

        @Override
        public Optional<Shape> residual(Residual layer) {
            return ShapeWalk.this.residual(layer, place, in, body);
        }

        @Override
        public Optional<Shape> output(Output layer) {
            return ShapeWalk.this.output(layer, place, in);
        }
    }

    private Optional<Shape> dense(Dense dense, Place place, Optional<Shape> in) {
        boolean sound = positive(
                place, dense.units(), "units", List.of(new Dense(-dense.units(), dense.activation(), dense.init())));
        init(place, dense.init(), List.of(new Dense(dense.units(), dense.activation(), WeightInit.GLOROT)));
        return sound ? held(place, dense, in, Shape.vector(dense.units())) : Optional.empty();
    }

    private Optional<Shape> output(Output output, Place place, Optional<Shape> in) {
        init(place, output.init(), List.of(new Output(output.classes(), WeightInit.GLOROT)));
        int last = net.layers().size() - 1;
        if (place.outer() != null) {
            problem(
                    error(place, "An output cannot lie within a residual block.", "Take it out."),
                    "Remove it",
                    place.replace(net, List.of()));
            return in;
        }
        if (place.index() != last) {
            boolean another = net.layers().get(last) instanceof Output;
            List<LayerSpec> moved = new ArrayList<>(net.layers());
            moved.remove(place.index());
            if (!another) moved.add(output);
            problem(
                    error(
                            place,
                            "The output is not the last layer.",
                            another ? "Remove it: there is another at the end." : "Move it to the end."),
                    another ? "Remove it" : "Move it to the end",
                    new NetSpec(net.input(), moved));
        }
        if (output.classes() < 2) {
            error(
                    place,
                    "An output of " + output.classes() + " leaves nothing to choose between.",
                    "Give it a unit for each class: 10 for digits.",
                    "Use 10 classes",
                    List.of(new Output(10, output.init())));
            return Optional.empty();
        }
        return held(place, output, in, Shape.vector(output.classes()));
    }

    private Optional<Shape> conv(Conv conv, Place place, Optional<Shape> in) {
        boolean maps = positive(place, conv.maps(), "maps", List.of(Mends.maps(conv, -conv.maps())));
        boolean kernel = positive(place, conv.kernel(), "kernel", List.of(Mends.kernel(conv, -conv.kernel())));
        boolean stride = positive(place, conv.stride(), "stride", List.of(Mends.stride(conv, -conv.stride())));
        init(place, conv.init(), List.of(Mends.init(conv, WeightInit.GLOROT)));
        if (!maps || !kernel || !stride || in.isEmpty()) return Optional.empty();
        Shape s = in.get();
        int side = Math.min(s.height(), s.width());
        if (conv.padding() == Padding.VALID && conv.kernel() > side) {
            error(
                    place,
                    "A kernel of " + square(conv.kernel()) + " does not fit into maps of " + maps(s) + ".",
                    "Use at most " + square(side) + ", pool less before, or pad with zeros.",
                    "Use " + square(side),
                    List.of(Mends.kernel(conv, side)));
            return Optional.empty();
        }
        if (conv.kernel() > side)
            warning(
                    place,
                    "A kernel of " + square(conv.kernel()) + " is larger than the maps of " + maps(s)
                            + ": part of it only ever sees padding.",
                    "Use at most " + square(side) + ".",
                    "Use " + square(side),
                    List.of(Mends.kernel(conv, side)));
        if (conv.stride() > conv.kernel())
            warning(
                    place,
                    "A stride of " + conv.stride() + " steps over pixels that a kernel of " + conv.kernel()
                            + " never sees.",
                    "Use a stride of at most " + conv.kernel() + ".",
                    "Use stride " + conv.kernel(),
                    List.of(Mends.stride(conv, conv.kernel())));
        else if (conv.padding() == Padding.VALID) {
            String left = Windows.leftOut(s, conv.kernel(), conv.stride());
            if (!left.isEmpty())
                warning(place, left, "Pad with zeros.", "Pad with zeros", List.of(Mends.padding(conv, Padding.SAME)));
        }
        return held(
                place,
                conv,
                in,
                new Shape(
                        conv.maps(),
                        Windows.count(s.height(), conv.kernel(), conv.stride(), conv.padding()),
                        Windows.count(s.width(), conv.kernel(), conv.stride(), conv.padding())));
    }

    private Optional<Shape> pool(Pool pool, Place place, Optional<Shape> in) {
        boolean size = positive(
                place, pool.size(), "window", List.of(new Pool(pool.kind(), -pool.size(), Math.abs(pool.stride()))));
        boolean stride =
                positive(place, pool.stride(), "stride", List.of(new Pool(pool.kind(), pool.size(), -pool.stride())));
        if (!size || !stride || in.isEmpty()) return Optional.empty();
        Shape s = in.get();
        int side = Math.min(s.height(), s.width());
        if (pool.size() > side) {
            error(
                    place,
                    "A window of " + square(pool.size()) + " does not fit into maps of " + maps(s) + ".",
                    side > 1 ? "Use at most " + square(side) + "." : "Remove it: there is nothing left to pool.",
                    side > 1 ? "Use " + square(side) : "Remove it",
                    side > 1 ? List.of(new Pool(pool.kind(), side, side)) : List.of());
            return Optional.empty();
        }
        if (pool.size() == 1 && pool.stride() == 1)
            warning(place, "A window of 1 × 1 changes nothing.", "Remove it.", "Remove it", List.of());
        if (pool.stride() > pool.size())
            warning(
                    place,
                    "A stride of " + pool.stride() + " steps over pixels that a window of " + pool.size()
                            + " never sees.",
                    "Use a stride of at most " + pool.size() + ".",
                    "Use stride " + pool.size(),
                    List.of(new Pool(pool.kind(), pool.size(), pool.size())));
        else {
            String left = Windows.leftOut(s, pool.size(), pool.stride());
            Optional<Pool> fitting = Mends.fitting(pool, s);
            if (!left.isEmpty() && fitting.isPresent()) {
                Pool fit = fitting.get();
                String use = "Use " + square(fit.size()) + (fit.stride() == fit.size() ? "" : " every " + fit.stride());
                warning(place, left, use + ".", use, List.of(fit));
            } else if (!left.isEmpty()) {
                problems.add(Problem.warning(
                        place.path(), left, "Choose a window that fits, or another kernel in the layer before."));
            }
        }
        return held(
                place,
                pool,
                in,
                new Shape(
                        s.channels(),
                        Windows.count(s.height(), pool.size(), pool.stride(), Padding.VALID),
                        Windows.count(s.width(), pool.size(), pool.stride(), Padding.VALID)));
    }

    private Optional<Shape> globalPool(Place place, Optional<Shape> in) {
        if (in.isPresent() && in.get().isVector())
            warning(place, "Maps of 1 × 1 are their own mean.", "Remove it.", "Remove it", List.of());
        return in.map(s -> Shape.vector(s.channels()));
    }

    private Optional<Shape> dropout(Dropout dropout, Place place, Optional<Shape> in) {
        double rate = dropout.rate();
        if (rate >= 0 && rate < 1) return in;
        double use = rate > 1 && rate < 100 ? rate / 100 : 0.5;
        error(
                place,
                "A dropout rate of " + Decimal.text(rate) + " is not a share from 0 to below 1.",
                "It is the share of numbers set to zero: 0.25 after pooling and 0.5 after dense layers are usual.",
                "Use " + Decimal.text(use),
                List.of(new Dropout(use)));
        return in;
    }

    private Optional<Shape> residual(
            Residual residual, Place place, Optional<Shape> in, List<Inference.Layer> described) {
        if (place.depth() >= Inference.MAX_DEPTH) {
            problems.add(error(
                    place,
                    "Residual blocks lie more than " + Inference.MAX_DEPTH + " deep in each other.",
                    "Put them one after another."));
            return in;
        }
        if (residual.body().isEmpty()) {
            error(place, "This residual block is empty.", "Put layers into it, or remove it.", "Remove it", List.of());
            return in;
        }
        Optional<Shape> shape = in;
        for (int j = 0; j < residual.body().size() && visited <= Inference.MAX_LAYERS; j++) {
            Inference.Layer layer = layer(residual.body().get(j), new Place(place, j), shape);
            described.add(layer);
            shape = layer.output();
        }
        if (in.isPresent() && shape.isPresent() && !shape.equals(in)) {
            Problem problem = error(
                    place,
                    "The body turns " + in.get() + " into " + shape.get() + ", which cannot be added to what went in.",
                    "A body keeps its input's shape: pad with zeros, and end with "
                            + in.get().channels() + " maps.");
            Optional<Residual> mended = mending ? Mends.keepingShape(residual, in.get()) : Optional.empty();
            if (mended.isPresent()) problem(problem, "Keep the shape", place.replace(net, List.of(mended.get())));
            else problems.add(problem);
        }
        // What was meant, so that one mistake is told once.
        return in;
    }

    /** The shape, unless the layer's output or weights are more than can be held. */
    private Optional<Shape> held(Place place, LayerSpec spec, Optional<Shape> in, Shape out) {
        long numbers = Numbers.size(out);
        long learned = in.map(s -> Cost.parameters(spec, s)).orElse(0L);
        boolean weighs = learned > Inference.MAX_NUMBERS;
        if (!weighs && numbers <= Inference.MAX_NUMBERS) return Optional.of(out);
        problems.add(error(
                place,
                "This layer would need " + Numbers.grouped(weighs ? learned : numbers)
                        + (weighs ? " weights" : " numbers for one image") + "; at most "
                        + Numbers.grouped(Inference.MAX_NUMBERS) + " can be held.",
                "Make it smaller, or pool before it."));
        return Optional.empty();
    }

    private boolean positive(Place place, int count, String what, List<LayerSpec> withoutSign) {
        if (count > 0) return true;
        String says = "The " + what + (what.endsWith("s") ? " are " : " is ") + count + ".";
        String how = "It takes at least 1.";
        if (count < 0 && count > Integer.MIN_VALUE) error(place, says, how, "Use " + -count, withoutSign);
        else problems.add(error(place, says, how));
        return false;
    }

    private void init(Place place, WeightInit init, List<LayerSpec> withDefault) {
        if (!init.kind().hasScale()) return;
        if (init.scale() > 0 && init.scale() <= WeightInit.MAX_SCALE) return;
        error(
                place,
                "First weights of " + Decimal.text(init.scale()) + " are impossible: the "
                        + (init.kind() == WeightInit.Kind.NORMAL ? "σ" : "bound") + " is above 0 and at most "
                        + Decimal.text(WeightInit.MAX_SCALE) + ".",
                "0.05 is usual.",
                "Use √(6/(in+out))",
                withDefault);
    }

    private static Problem error(Place place, String what, String how) {
        return new Problem(place.path(), what, how);
    }

    private void error(Place place, String what, String how, String label, List<LayerSpec> instead) {
        problem(error(place, what, how), label, place.replace(net, instead));
    }

    private void warning(Place place, String what, String how, String label, List<LayerSpec> instead) {
        problem(Problem.warning(place.path(), what, how), label, place.replace(net, instead));
    }

    private void problem(Problem problem, String label, NetSpec mended) {
        problems.add(problem);
        fixes.put(problem, new Fix(label, mended));
    }

    private static String square(int side) {
        return side + " × " + side;
    }

    private static String maps(Shape shape) {
        return shape.height() + " × " + shape.width();
    }
}
