package inklab.ui.build;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer in the hand: where it would go, and what would be wrong with it there.
 *
 * @param from the index it was taken from; −1 when it comes from the palette
 * @param kind of the layer
 * @param at where it would stand, in the net without it
 * @param before the net as it is, the layer still in its old place
 * @param after the net with it here
 * @param trouble the first thing that would be wrong, if any
 */
record Placing(
        int from, LayerKind kind, LayerSpec layer, int at, NetSpec before, NetSpec after, Optional<Trouble> trouble) {
    /** A new layer of this kind, at this place. */
    static Placing fresh(LayerKind kind, int at, NetSpec net) {
        LayerSpec layer = kind.fresh(net, at);
        return of(-1, kind, layer, at, net, new Stack(net).inserted(at, layer));
    }

    /** A layer of the net, at another place. */
    static Placing moved(int from, int at, NetSpec net) {
        LayerSpec layer = net.layers().get(from);
        return of(from, Stack.kind(layer), layer, at, net, new Stack(net).moved(from, at));
    }

    private static Placing of(int from, LayerKind kind, LayerSpec layer, int at, NetSpec before, NetSpec after) {
        Inference inference = Inference.of(after);
        List<Problem> own = inference.problems(at);
        Optional<Problem> first = own.isEmpty()
                ? newErrors(before, inference).stream().findFirst()
                : own.stream().findFirst();
        return new Placing(from, kind, layer, at, before, after, first.map(p -> new Trouble(p, inference.fix(p))));
    }

    /** Errors of other layers that are not there now. */
    private static List<Problem> newErrors(NetSpec before, Inference after) {
        List<String> known = new ArrayList<>();
        for (Problem problem : Inference.of(before).problems()) known.add(problem.what());
        return after.problems().stream()
                .filter(p -> p.isError() && p.layer() >= 0 && !known.contains(p.what()))
                .toList();
    }

    /** The same layer elsewhere. */
    Placing at(int elsewhere) {
        return from < 0 ? fresh(kind, elsewhere, before) : moved(from, elsewhere, before);
    }

    /** How many places there are. */
    int places() {
        return before.layers().size() + (from < 0 ? 1 : 0);
    }

    /** Whether dropping it changes nothing. */
    boolean idle() {
        return after.equals(before);
    }
}
