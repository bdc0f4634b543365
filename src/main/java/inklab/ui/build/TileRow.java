package inklab.ui.build;

/**
 * How a layer's maps are drawn in a row: as many whole ones as there is room for, those behind them as the edges of a stack of sheets.
 *
 * @param width of a map, px
 * @param height of a map, px
 * @param whole how many stand side by side
 * @param edges how many peek out behind the last of them
 * @param edge how much of each, px
 */
record TileRow(double width, double height, int whole, int edges, double edge) {
    static final double GAP = 3;
    private static final double LEAST_EDGE = 2;
    private static final double LEAST_SIDE = 12;

    /** Whole maps take at most this share of the room while others must stack up behind. */
    private static final double SHARE = 0.8;

    /** Sides shrink less than maps do: 3 of 29 pixels must still be seen. */
    private static final double POWER = 0.7;

    /**
     * The row for maps of this size.
     *
     * @param side how large the input is drawn, px
     * @param inputSide its longer side in pixels
     * @param room how wide the row may be, px
     */
    static TileRow of(int maps, int mapHeight, int mapWidth, double side, int inputSide, double room) {
        int longer = Math.max(1, Math.max(mapHeight, mapWidth));
        double drawn =
                Math.max(LEAST_SIDE, side * Math.min(1, Math.pow((double) longer / Math.max(1, inputSide), POWER)));
        drawn = Math.min(drawn, room);
        double width = Math.rint(Math.max(4, drawn * mapWidth / longer));
        double height = Math.rint(Math.max(4, drawn * mapHeight / longer));
        if (maps * (width + GAP) - GAP <= room) return new TileRow(width, height, maps, 0, 0);
        int whole = 1;
        while (whole < maps) {
            double used = (whole + 1) * (width + GAP) - GAP;
            double rest = room - used;
            if (used > SHARE * room || (rest / (maps - whole - 1) < LEAST_EDGE && whole * (width + GAP) > room / 2))
                break;
            whole++;
        }
        double rest = room - (whole * (width + GAP) - GAP);
        int behind = maps - whole;
        int edges = (int) Math.max(0, Math.min(behind, Math.floor(rest / LEAST_EDGE)));
        return new TileRow(width, height, whole, edges, edges == 0 ? 0 : Math.min(5, rest / edges));
    }
}
