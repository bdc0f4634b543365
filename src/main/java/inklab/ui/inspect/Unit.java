package inklab.ui.inspect;

/**
 * One unit of the net.
 *
 * @param layer its top-level layer
 * @param map its map, or its number in a layer without maps
 * @param row in the map; −1 for where the map stands out most
 * @param column in the map
 * @param channel which of the layer's inputs is shown; −1 for the one that counts most
 */
record Unit(int layer, int map, int row, int column, int channel) {
    /** Where this map stands out most. */
    static Unit of(int layer, int map) {
        return new Unit(layer, map, -1, -1, -1);
    }

    Unit at(int newRow, int newColumn) {
        return new Unit(layer, map, newRow, newColumn, channel);
    }

    Unit through(int newChannel) {
        return new Unit(layer, map, row, column, newChannel);
    }

    boolean isPlaced() {
        return row >= 0;
    }
}
