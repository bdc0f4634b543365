package inklab.net;

import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Residual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nets as one line of text, the way the literature writes them: {@code 1x29x29-20C4-MP2-40C5-MP3-150N-10N} is an input of 1 × 29 × 29, 20
 * maps by 4 × 4 kernels, maximum over 2 × 2, …, 150 units, and ten classes.
 *
 * <pre>
 * net     = input { "-" layer }
 * input   = channels "x" height "x" width { ":" default }      also 28x28 (one channel) and 784 (a vector)
 * default = activation | init | "same" | "valid"               for all layers that do not say otherwise
 * layer   = maps "C" kernel [ "/" stride ] { ":" (activation | init | "same" | "valid") }
 *         | units "N" { ":" (activation | init) }              the last layer of the net, without an activation, is the output
 *         | classes "N:softmax" { ":" init }                   the output, said aloud
 *         | ("MP" | "AP" | "LP") size [ "/" stride ]           maximum, average, L2; the stride is the size unless said
 *         | "GAP" | "BN" | "D" rate                            global average, batch normalisation, dropout
 *         | activation
 *         | "R(" [ layer { "-" layer } ] ")"                   a residual block: what goes in is added to what comes out
 * activation = tanh | stanh | relu | lrelu | sigmoid | elu | gelu | swish | id
 * init    = glorot | he | lecun | "normal" σ | "uniform" bound
 * </pre>
 *
 * <p>Unless the input says otherwise, the defaults are those of the classic nets: tanh, Glorot's first weights, no padding. Spaces may stand
 * anywhere between the parts, capitals do not matter, and typographic dashes and × are read too. {@code 3x32x32:relu:same-32C3-BN-MP2-R(32C3-32C3:id)-relu-GAP-10N}
 * is a small residual net.
 *
 * <p>Every net whose numbers are finite and not negative, and which is within {@link Inference#MAX_DEPTH} and {@link
 * Inference#MAX_LAYERS}, reads back from its printed form as it was.
 */
public final class Notation {
    /** No text longer than this is read. */
    public static final int MAX_LENGTH = 100_000;

    /**
     * What the layers of a net have unless they say otherwise.
     *
     * @param activation of dense layers and convolutions
     * @param init of dense layers, convolutions and the output
     * @param padding of convolutions
     */
    public record Defaults(Activation activation, WeightInit init, Padding padding) {
        /** Those of the classic notation. */
        public static final Defaults CLASSIC = new Defaults(Activation.TANH, WeightInit.GLOROT, Padding.VALID);

        /** What most layers of a net have, residual blocks included; the classic value where it is as frequent as any. */
        public static Defaults of(NetSpec net) {
            Map<Activation, Integer> activations = new LinkedHashMap<>();
            Map<WeightInit, Integer> inits = new LinkedHashMap<>();
            Map<Padding, Integer> paddings = new LinkedHashMap<>();
            for (LayerSpec layer : flat(net.layers(), 0)) {
                if (layer instanceof Conv conv) {
                    activations.merge(conv.activation(), 1, Integer::sum);
                    inits.merge(conv.init(), 1, Integer::sum);
                    paddings.merge(conv.padding(), 1, Integer::sum);
                } else if (layer instanceof Dense dense) {
                    activations.merge(dense.activation(), 1, Integer::sum);
                    inits.merge(dense.init(), 1, Integer::sum);
                } else if (layer instanceof Output output) inits.merge(output.init(), 1, Integer::sum);
            }
            return new Defaults(
                    most(activations, CLASSIC.activation), most(inits, CLASSIC.init), most(paddings, CLASSIC.padding));
        }

        private static List<LayerSpec> flat(List<LayerSpec> layers, int depth) {
            List<LayerSpec> flat = new ArrayList<>();
            for (LayerSpec layer : layers) {
                flat.add(layer);
                if (layer instanceof Residual block && depth < Inference.MAX_DEPTH)
                    flat.addAll(flat(block.body(), depth + 1));
            }
            return flat;
        }

        private static <T> T most(Map<T, Integer> counts, T classic) {
            T best = classic;
            int most = counts.getOrDefault(classic, 0);
            for (Map.Entry<T, Integer> entry : counts.entrySet())
                if (entry.getValue() > most) {
                    best = entry.getKey();
                    most = entry.getValue();
                }
            return best;
        }
    }

    /**
     * A piece of the text.
     *
     * @param layer the index of the top-level layer it stands for; −1 for the input
     * @param start its first character, from 0
     * @param end behind its last character
     */
    public record Span(int layer, int start, int end) {}

    /**
     * What a text says.
     *
     * @param net the net, if the text could be read
     * @param problems why it could not: each with its column and a suggestion; whether the net makes sense is {@link Inference}'s matter
     * @param spans where input and layers stand in the text, in order
     */
    public record Parsed(Optional<NetSpec> net, List<Problem> problems, List<Span> spans) {
        public Parsed {
            problems = List.copyOf(problems);
            spans = List.copyOf(spans);
        }
    }

    private Notation() {}

    /** Reads a net; never throws. */
    public static Parsed parse(String text) {
        return new NotationParser(text).parse();
    }

    /** The text of a net; parsing it gives the same net. */
    public static String print(NetSpec net) {
        return new NotationPrinter(Defaults.of(net)).net(net);
    }

    /**
     * A layer's text in a net with these defaults: {@code 20C4}, {@code MP2}, {@code 64C3:same}. An output is {@code 10N}, as at the end of a
     * net.
     */
    public static String print(LayerSpec layer, Defaults defaults) {
        return new NotationPrinter(defaults).layer(layer, true);
    }
}
