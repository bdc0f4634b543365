package inklab.inspect;

import java.util.List;

/**
 * Maps of one layer, on one symmetric scale, so that tiles can be compared: zero is bare paper, +{@link #bound()} the deepest blue and
 * −bound the deepest rust.
 *
 * @param height of each map
 * @param width of each map
 * @param maps each {@code [height, width]}, row by row
 * @param bound the largest magnitude in any of them; 0 when all are zero
 */
public record SignedMaps(int height, int width, List<float[]> maps, float bound) {
    public SignedMaps {
        maps = List.copyOf(maps);
    }

    /** Maps on the scale of their own largest magnitude. */
    static SignedMaps of(int height, int width, List<float[]> maps) {
        float bound = 0;
        for (float[] map : maps) for (float v : map) bound = Math.max(bound, Math.abs(v));
        return new SignedMaps(height, width, maps, bound);
    }

    public int size() {
        return maps.size();
    }
}
