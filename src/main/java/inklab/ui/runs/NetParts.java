package inklab.ui.runs;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Shape;
import inklab.ui.LayerSeries;
import inklab.ui.widget.NetSketch;
import inklab.ui.widget.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A net at a glance. */
final class NetParts {
    private NetParts() {}

    /** The layers with weights, maps by their side and vectors by their length, of which the roots are drawn. */
    static List<NetSketch.Part> of(NetSpec net) {
        int[] series = LayerSeries.of(net);
        Inference inference = Inference.of(net);
        double widest = 1;
        double longest = 1;
        for (int i = 0; i < series.length; i++) {
            Optional<Shape> shape = inference.output(i);
            if (series[i] == 0 || shape.isEmpty()) continue;
            if (shape.get().isVector()) longest = Math.max(longest, shape.get().size());
            else widest = Math.max(widest, shape.get().height());
        }
        List<NetSketch.Part> parts = new ArrayList<>();
        for (int i = 0; i < series.length; i++) {
            Optional<Shape> shape = inference.output(i);
            if (series[i] == 0 || shape.isEmpty()) continue;
            boolean maps = !shape.get().isVector() && !(net.layers().get(i) instanceof LayerSpec.Dense);
            double size = maps
                    ? Math.sqrt(shape.get().height() / widest)
                    : Math.max(0.2, Math.sqrt(shape.get().size() / longest));
            parts.add(new NetSketch.Part(maps, size, Role.series(series[i] - 1)));
        }
        return parts;
    }
}
