package inklab.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from a net's layers: the shape that each of them puts out, and what is wrong. It never throws, whatever numbers are in the
 * layers; a shape that cannot be known is absent, and a {@link Problem} says why.
 *
 * <p>Shapes: a convolution or pool over a side of n with window k and stride s puts out {@code ⌊(n − k) / s⌋ + 1} without padding and
 * {@code ⌈n / s⌉} with {@link LayerSpec.Padding#SAME}.
 */
public final class Inference {
    /** Residual blocks may lie this deep in each other, and no deeper. */
    public static final int MAX_DEPTH = 16;

    /** A net has at most this many layers, those in residual blocks included. */
    public static final int MAX_LAYERS = 1000;

    /** No layer may put out or learn more numbers than this: the longest array. */
    public static final long MAX_NUMBERS = Integer.MAX_VALUE;

    /**
     * A layer with its shapes.
     *
     * @param where its path, such as {@code net[3]} or {@code net[4].body[1]}, as problems name it
     * @param spec what was asked for
     * @param input the shape that it gets, if known
     * @param output the shape that it puts out, if known
     * @param body the layers of a residual block; else empty
     */
    public record Layer(
            String where, LayerSpec spec, Optional<Shape> input, Optional<Shape> output, List<Layer> body) {}

    private final NetSpec net;
    private final List<Layer> layers;
    private final List<Problem> problems;
    private final Map<Problem, Fix> fixes;

    Inference(NetSpec net, List<Layer> layers, List<Problem> problems, Map<Problem, Fix> fixes) {
        this.net = net;
        this.layers = List.copyOf(layers);
        this.problems = List.copyOf(problems);
        this.fixes = Map.copyOf(fixes);
    }

    /** Infers shapes and problems of a net. */
    public static Inference of(NetSpec net) {
        return new ShapeWalk(net, true).run();
    }

    public NetSpec net() {
        return net;
    }

    /** The top-level layers, as many as the net has; beyond {@link #MAX_LAYERS} their shapes are unknown. */
    public List<Layer> layers() {
        return layers;
    }

    /** What is wrong, errors and warnings, in the layers' order. */
    public List<Problem> problems() {
        return problems;
    }

    /** The problems of one top-level layer, of the layers in its body too. */
    public List<Problem> problems(int layer) {
        return problems.stream().filter(p -> p.layer() == layer).toList();
    }

    /** Whether the net can be trained: there may be warnings, but no errors, and every shape is known. */
    public boolean isSound() {
        return !Problem.anyError(problems);
    }

    /** The mend for a problem, where there is one that a machine can apply. */
    public Optional<Fix> fix(Problem problem) {
        return Optional.ofNullable(fixes.get(problem));
    }

    /** The shape that a top-level layer puts out, if known. */
    public Optional<Shape> output(int layer) {
        return layers.get(layer).output();
    }

    /**
     * The shapes that the top-level layers put out.
     *
     * @throws IllegalStateException when the net is not sound
     */
    public List<Shape> shapes() {
        if (!isSound()) throw new IllegalStateException("the net has problems: " + problems);
        List<Shape> shapes = new ArrayList<>();
        for (Layer layer : layers) shapes.add(layer.output().orElseThrow());
        return List.copyOf(shapes);
    }
}
