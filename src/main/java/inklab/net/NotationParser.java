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
import inklab.net.LayerSpec.PoolKind;
import inklab.net.LayerSpec.Residual;
import inklab.net.NotationScanner.Mistake;
import inklab.net.NotationScanner.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a net by recursive descent; after a mistake it goes on behind the next dash, so that each layer's mistakes are told at once. */
final class NotationParser {
    private static final int MOST_PROBLEMS = 20;
    private static final String LAYERS = "Layers are written 20C4, MP2, AP2, LP2, 150N, BN, D0.5, GAP, tanh, R(…).";
    private static final List<String> WORDS = Stream.concat(
                    Stream.of("MP", "AP", "LP", "GAP", "BN", "D", "R"),
                    Stream.of(Activation.values()).map(Activation::code))
            .toList();

    private final NotationScanner in;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Notation.Span> spans = new ArrayList<>();
    private Notation.Defaults defaults = Notation.Defaults.CLASSIC;
    private int read;

    NotationParser(String text) {
        in = new NotationScanner(text);
    }

    Notation.Parsed parse() {
        if (in.length() > Notation.MAX_LENGTH) {
            problems.add(Problem.atColumn(
                    1,
                    "This text has " + Numbers.grouped(in.length()) + " characters; a net has at most "
                            + Numbers.grouped(Notation.MAX_LENGTH) + ".",
                    "Check that it is a net, such as 1x29x29-20C4-MP2-40C5-MP3-150N-10N."));
            return new Notation.Parsed(Optional.empty(), problems, spans);
        }
        Shape input = new Shape(0, 0, 0);
        in.skipSpace();
        int start = in.at();
        try {
            input = input();
            spans.add(new Notation.Span(-1, start, in.end()));
        } catch (Mistake mistake) {
            report(mistake);
            in.recover();
        }
        List<LayerSpec> layers = new ArrayList<>();
        in.skipSpace();
        if (in.takeDash()) layers(layers, 0);
        if (!in.atEnd())
            report(in.mistake(in.at(), "This ) closes nothing.", "Remove it, or put R( before the block it ends."));
        Optional<NetSpec> net = problems.isEmpty() ? Optional.of(new NetSpec(input, layers)) : Optional.empty();
        return new Notation.Parsed(net, problems, spans);
    }

    private void report(Mistake mistake) {
        if (problems.size() < MOST_PROBLEMS) problems.add(mistake.problem());
    }

    private Shape input() throws Mistake {
        int start = in.at();
        if (!in.atDigit()) throw in.mistake(start, "The text does not begin with the input's shape.", example());
        List<Integer> sides = new ArrayList<>();
        sides.add(in.integer());
        if (!in.atCross() && in.atLetter()) {
            throw in.mistake(start, "The text begins with a layer, not with the input's shape.", example());
        }
        while (in.takeCross()) sides.add(in.integer());
        if (sides.size() > 3)
            throw in.mistake(
                    start,
                    "An input has three sides: channels, height and width.",
                    "Write " + sides.get(0) + "x" + sides.get(1) + "x" + sides.get(2) + ".");
        Shape shape = switch (sides.size()) {
            case 1 -> Shape.vector(sides.get(0));
            case 2 -> new Shape(1, sides.get(0), sides.get(1));
            default -> new Shape(sides.get(0), sides.get(1), sides.get(2));
        };
        Suffixes said = suffixes("the input", true, true, true, false);
        defaults = new Notation.Defaults(said.activation(), said.init(), said.padding());
        requireEnd();
        return shape;
    }

    private static String example() {
        return "Begin with 1x28x28 for MNIST, or 3x32x32 for CIFAR-10: 1x28x28-100N-10N.";
    }

    /** Layers and dashes up to the end, or in a block up to its closing parenthesis, which is taken. */
    private void layers(List<LayerSpec> layers, int depth) {
        for (int index = 0; ; index++) {
            in.skipSpace();
            int start = in.at();
            try {
                if (++read > Inference.MAX_LAYERS) {
                    in.finish();
                    throw in.mistake(
                            start,
                            "A net has at most " + Numbers.grouped(Inference.MAX_LAYERS) + " layers.",
                            "Take some out.");
                }
                LayerSpec layer = layer(depth);
                layers.add(layer);
            } catch (Mistake mistake) {
                report(mistake);
                in.recover();
            }
            if (depth == 0) spans.add(new Notation.Span(index, start, in.end()));
            if (!in.takeDash()) return;
        }
    }

    private LayerSpec layer(int depth) throws Mistake {
        int start = in.at();
        LayerSpec layer;
        if (in.atDigit()) layer = counted(depth);
        else if (in.atLetter()) layer = named(depth);
        else if (in.atDash())
            throw in.mistake(
                    start, "A layer is missing between two dashes.", "Remove a dash; numbers are never negative.");
        else if (in.atEnd() || in.at(')'))
            throw in.mistake(start, "A layer is missing after the last dash.", "Add one, or remove the dash.");
        else throw in.mistake(start, "A layer does not begin with “" + in.character() + "”.", LAYERS);
        requireEnd();
        return layer;
    }

    /** {@code 20C4} or {@code 150N}. */
    private LayerSpec counted(int depth) throws Mistake {
        int start = in.at();
        int count = in.integer();
        int wordAt = in.at();
        Word word = in.word();
        switch (word.text().toUpperCase(Locale.ROOT)) {
            case "C" -> {
                if (!in.atDigit())
                    throw in.mistake(
                            in.at(),
                            "This convolution has no kernel size.",
                            "Write " + count + "C5 for 5 × 5 kernels.");
                int kernel = in.integer();
                int stride = in.takeSlash() ? in.integer() : 1;
                Suffixes said = suffixes("a convolution", true, true, true, false);
                return new Conv(count, kernel, stride, said.padding(), said.activation(), said.init());
            }
            case "N" -> {
                Suffixes said = suffixes("a dense layer", true, true, false, true);
                boolean output = said.softmax() || (depth == 0 && !said.saysActivation() && in.atEnd());
                return output ? new Output(count, said.init()) : new Dense(count, said.activation(), said.init());
            }
            case "" ->
                throw in.mistake(
                        start,
                        "A number alone is not a layer.",
                        "Write " + count + "N for " + count + " units, or " + count + "C5 for as many maps.");
            default -> {
                String upper = word.text().toUpperCase(Locale.ROOT);
                String how = List.of("MP", "AP", "LP", "D").contains(upper)
                        ? "Write the number behind: " + upper + count + "."
                        : "A number stands before C (maps) or N (units): 20C4, 150N.";
                throw in.mistake(wordAt, "There is no layer “" + count + word.shown() + "”.", how);
            }
        }
    }

    /** A layer that begins with its name. */
    private LayerSpec named(int depth) throws Mistake {
        int start = in.at();
        Word word = in.word();
        switch (word.text().toUpperCase(Locale.ROOT)) {
            case "MP" -> {
                return pool(PoolKind.MAX, "MP");
            }
            case "AP" -> {
                return pool(PoolKind.AVERAGE, "AP");
            }
            case "LP" -> {
                return pool(PoolKind.L2, "LP");
            }
            case "GAP" -> {
                return new GlobalAveragePool();
            }
            case "BN" -> {
                return new BatchNorm();
            }
            case "D" -> {
                if (!in.atDigit() && !in.at('.'))
                    throw in.mistake(in.at(), "This dropout has no rate.", "Write D0.5 to drop half of the numbers.");
                return new Dropout(in.decimal());
            }
            case "R" -> {
                return residual(start, depth);
            }
            case "C", "N" -> {
                boolean conv = word.text().equalsIgnoreCase("C");
                throw in.mistake(
                        start,
                        conv ? "This convolution has no number of maps." : "This layer has no number of units.",
                        conv ? "Write 20C5 for 20 maps with 5 × 5 kernels." : "Write 150N for 150 units.");
            }
            default -> {
                for (Activation activation : Activation.values())
                    if (activation.code().equalsIgnoreCase(word.text())) return new Activate(activation);
                String how = Spelling.nearest(word.text(), WORDS)
                        .map(near -> "Did you mean " + near + "? ")
                        .orElse("");
                throw in.mistake(start, "There is no layer “" + word.shown() + "”.", how + LAYERS);
            }
        }
    }

    private Pool pool(PoolKind kind, String code) throws Mistake {
        if (!in.atDigit())
            throw in.mistake(in.at(), "This pool has no size.", "Write " + code + "2 for windows of 2 × 2.");
        int size = in.integer();
        return new Pool(kind, size, in.takeSlash() ? in.integer() : size);
    }

    private LayerSpec residual(int start, int depth) throws Mistake {
        if (!in.take('('))
            throw in.mistake(in.at(), "The residual block has no body.", "Write R(20C3:same-20C3:same).");
        if (depth >= Inference.MAX_DEPTH) {
            in.finish();
            throw in.mistake(
                    start,
                    "Residual blocks lie more than " + Inference.MAX_DEPTH + " deep in each other.",
                    "Put them one after another.");
        }
        List<LayerSpec> body = new ArrayList<>();
        in.skipSpace();
        if (!in.at(')')) layers(body, depth + 1);
        if (!in.take(')'))
            throw in.mistake(start, "This residual block is not closed.", "Put a ) behind its last layer.");
        return new Residual(body);
    }

    /** What a layer's suffixes say, with the net's defaults for the rest. */
    private record Suffixes(
            Activation activation, boolean saysActivation, WeightInit init, Padding padding, boolean softmax) {}

    private Suffixes suffixes(String of, boolean activations, boolean inits, boolean paddings, boolean softmaxes)
            throws Mistake {
        Optional<Activation> activation = Optional.empty();
        Optional<WeightInit> init = Optional.empty();
        Optional<Padding> padding = Optional.empty();
        boolean softmax = false;
        while (in.takeColon()) {
            int start = in.at();
            Word word = in.word();
            String low = word.text().toLowerCase(Locale.ROOT);
            Optional<Activation> a = Stream.of(Activation.values())
                    .filter(x -> activations && x.code().equals(low))
                    .findFirst();
            Optional<WeightInit.Kind> k = Stream.of(WeightInit.Kind.values())
                    .filter(x -> inits && x.code().equals(low))
                    .findFirst();
            Optional<Padding> p = Stream.of(Padding.values())
                    .filter(x -> paddings && x.name().toLowerCase(Locale.ROOT).equals(low))
                    .findFirst();
            if (a.isPresent()) {
                once(start, activation.isPresent() || softmax, "activation");
                activation = a;
            } else if (k.isPresent()) {
                once(start, init.isPresent(), "first weights");
                init = Optional.of(init(k.get()));
            } else if (p.isPresent()) {
                once(start, padding.isPresent(), "padding");
                padding = p;
            } else if (softmaxes && low.equals("softmax")) {
                once(start, activation.isPresent() || softmax, "activation");
                softmax = true;
            } else {
                List<String> known = known(paddings, softmaxes);
                String how = Spelling.nearest(low, known)
                        .map(near -> "Did you mean :" + near + "?")
                        .orElse("It can be " + String.join(", ", known) + ".");
                throw in.mistake(start, "“:" + word.shown() + "” means nothing behind " + of + ".", how);
            }
        }
        return new Suffixes(
                activation.orElse(defaults.activation()),
                activation.isPresent(),
                init.orElse(defaults.init()),
                padding.orElse(defaults.padding()),
                softmax);
    }

    private static List<String> known(boolean paddings, boolean softmaxes) {
        List<String> known = new ArrayList<>();
        for (Activation activation : Activation.values()) known.add(activation.code());
        if (softmaxes) known.add("softmax");
        if (paddings) known.addAll(List.of("same", "valid"));
        for (WeightInit.Kind kind : WeightInit.Kind.values())
            known.add(kind.hasScale() ? kind.code() + "0.05" : kind.code());
        return known;
    }

    private WeightInit init(WeightInit.Kind kind) throws Mistake {
        if (!kind.hasScale()) return new WeightInit(kind, 0);
        if (!in.atDigit() && !in.at('.'))
            throw in.mistake(
                    in.at(),
                    "These first weights have no " + (kind == WeightInit.Kind.NORMAL ? "σ" : "bound") + ".",
                    "Write " + kind.code() + "0.05.");
        return new WeightInit(kind, in.decimal());
    }

    private void once(int start, boolean again, String what) throws Mistake {
        if (again) throw in.mistake(start, "The " + what + " is said twice.", "Keep one of the two.");
    }

    /** Nothing but a dash, the end of a block or the end of the text may follow. */
    private void requireEnd() throws Mistake {
        in.skipSpace();
        if (in.atEnd() || in.atDash() || in.at(')')) return;
        int here = in.at();
        if (in.at(':'))
            throw in.mistake(
                    here,
                    "This layer takes no suffix.",
                    "Put an activation behind it as a layer of its own: MP2-relu.");
        if (in.atLetter() || in.atDigit())
            throw in.mistake(here, "A dash is missing here.", "Layers are parted by dashes: 20C4-MP2.");
        throw in.mistake(here, "“" + in.character() + "” does not belong here.", LAYERS);
    }
}
