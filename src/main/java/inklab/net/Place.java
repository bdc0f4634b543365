package inklab.net;

import inklab.net.LayerSpec.Residual;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a layer stands in a net: its index, and for a layer of a residual block the indices within.
 *
 * @param outer the place of the residual block around it; null at the top level
 * @param index its index among its neighbours
 */
record Place(Place outer, int index) {
    /** {@code net[4].body[1]}. */
    String path() {
        return outer == null ? "net[" + index + "]" : outer.path() + ".body[" + index + "]";
    }

    /** How many residual blocks are around it. */
    int depth() {
        return outer == null ? 0 : outer.depth() + 1;
    }

    /** The net with this layer replaced by others, perhaps none. */
    NetSpec replace(NetSpec net, List<LayerSpec> by) {
        return new NetSpec(net.input(), replaceIn(net, by));
    }

    private List<LayerSpec> replaceIn(NetSpec net, List<LayerSpec> by) {
        List<LayerSpec> neighbours = new ArrayList<>(neighbours(net));
        neighbours.remove(index);
        neighbours.addAll(index, by);
        return outer == null ? neighbours : outer.replaceIn(net, List.of(new Residual(neighbours)));
    }

    private List<LayerSpec> neighbours(NetSpec net) {
        if (outer == null) return net.layers();
        return ((Residual) outer.neighbours(net).get(outer.index)).body();
    }
}
