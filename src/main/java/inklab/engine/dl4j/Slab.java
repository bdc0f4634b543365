package inklab.engine.dl4j;

import inklab.net.Shape;
import java.util.HashMap;
import java.util.Map;

/** Memory for the activations of up to a chunk of images, allocated on first use and seen as a tensor of however many images there are. */
final class Slab {
    private final Shape shape;
    private final int most;
    private final Map<Integer, Tensor> views = new HashMap<>();
    private Tensor whole;

    Slab(Shape shape, int most) {
        this.shape = shape;
        this.most = most;
    }

    /** A tensor {@code [n, c, h, w]}, or {@code [n, c]} for vectors, over the slab's memory. */
    Tensor of(int n) {
        if (whole == null) whole = Tensor.zeros(most, shape.size());
        return views.computeIfAbsent(
                n,
                k -> shape.isVector()
                        ? whole.head(k, shape.channels())
                        : whole.head(k, shape.channels(), shape.height(), shape.width()));
    }
}
