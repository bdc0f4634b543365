package inklab.net;

import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layers with one setting changed, and settings that fit. */
final class Mends {
    private Mends() {}

    static Conv maps(Conv c, int maps) {
        return new Conv(maps, c.kernel(), c.stride(), c.padding(), c.activation(), c.init());
    }

    static Conv kernel(Conv c, int kernel) {
        return new Conv(c.maps(), kernel, c.stride(), c.padding(), c.activation(), c.init());
    }

    static Conv stride(Conv c, int stride) {
        return new Conv(c.maps(), c.kernel(), stride, c.padding(), c.activation(), c.init());
    }

    static Conv padding(Conv c, Padding padding) {
        return new Conv(c.maps(), c.kernel(), c.stride(), padding, c.activation(), c.init());
    }

    static Conv init(Conv c, WeightInit init) {
        return new Conv(c.maps(), c.kernel(), c.stride(), c.padding(), c.activation(), init);
    }

    /**
     * A pool that leaves nothing of such maps out: for windows side by side the nearest size (up to 2 away) that divides both sides, else
     * windows that grow by what was left out and overlap.
     */
    static Optional<Pool> fitting(Pool pool, Shape in) {
        int size = pool.size();
        if (pool.stride() == size) {
            for (int d : new int[] {size + 1, size - 1, size + 2, size - 2})
                if (d >= 2 && in.height() % d == 0 && in.width() % d == 0)
                    return Optional.of(new Pool(pool.kind(), d, d));
        }
        int rows = (in.height() - size) % pool.stride();
        int columns = (in.width() - size) % pool.stride();
        return rows == columns ? Optional.of(new Pool(pool.kind(), size + rows, pool.stride())) : Optional.empty();
    }

    /** The block with its convolutions padded, at stride 1, the last with as many maps as came in, if that mends it. */
    static Optional<Residual> keepingShape(Residual block, Shape in) {
        List<LayerSpec> body = new ArrayList<>(block.body());
        boolean last = true;
        for (int j = body.size() - 1; j >= 0; j--) {
            if (!(body.get(j) instanceof Conv conv)) continue;
            Conv kept = padding(stride(conv, 1), Padding.SAME);
            body.set(j, last ? maps(kept, in.channels()) : kept);
            last = false;
        }
        Residual mended = new Residual(body);
        boolean sound = new ShapeWalk(new NetSpec(in, List.of(mended)), false)
                .run().problems().stream().noneMatch(p -> p.layer() == 0 && p.isError());
        return sound ? Optional.of(mended) : Optional.empty();
    }
}
