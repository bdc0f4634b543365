package inklab.ui.inspect;

import inklab.inspect.SignedMaps;
import inklab.ui.widget.MapTile;
import java.util.List;
import java.util.stream.IntStream;

/** Plain numbers as tiles to draw. */
final class Tiles {
    private Tiles() {}

    static List<MapTile> of(SignedMaps maps) {
        return of(maps, 0, maps.size());
    }

    /** The maps from {@code from} on, {@code count} of them at most. */
    static List<MapTile> of(SignedMaps maps, int from, int count) {
        return IntStream.range(from, Math.min(maps.size(), from + count))
                .mapToObj(i -> new MapTile(
                        maps.height(), maps.width(), maps.maps().get(i).clone()))
                .toList();
    }

    /** One value each, of maps of 1 × 1. */
    static float[] values(SignedMaps maps) {
        float[] values = new float[maps.size()];
        for (int i = 0; i < values.length; i++) values[i] = maps.maps().get(i)[0];
        return values;
    }
}
