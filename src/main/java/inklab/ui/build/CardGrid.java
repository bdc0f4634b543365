package inklab.ui.build;

/**
 * Where things stand on a card of this width, px. The figures keep their distance to the right; the picture gives way first when there is
 * little room, and grows first when there is much.
 *
 * @param picture where the picture begins
 * @param pictureWidth how wide it may be
 * @param side of a picture of the input
 * @param height of a card without problems
 * @param work negative for no such column; likewise memory
 */
record CardGrid(
        double picture,
        double pictureWidth,
        double side,
        double height,
        double layer,
        double output,
        double weights,
        double work,
        double memory,
        double bar) {
    private static final double DESIGNED = 992;
    private static final double LEAST_PICTURE = 96;

    static CardGrid of(double width, boolean projector) {
        if (projector) {
            double picture = Math.max(200, width - 44 - 24 - 820);
            double layer = 44 + picture + 24;
            return new CardGrid(44, picture, 76, 100, layer, width - 420, width - 180, -1, -1, 140);
        }
        double more = width - DESIGNED;
        double picture = Math.max(LEAST_PICTURE, 220 + more * (more > 0 ? 0.7 : 0.37));
        boolean wide = more > 240;
        // In a small window the figures stand closer, so that the picture keeps most of its width, and cards are lower,
        // so that the
        // usual nets need no scrolling.
        double tight = Math.min(1, Math.max(0, -more / 120));
        return new CardGrid(
                44,
                picture,
                wide ? 76 : 60 - 4 * tight,
                wide ? 92 : 76 - 8 * tight,
                44 + picture + 16,
                width - 408 + 24 * tight,
                width - 292 + 16 * tight,
                width - 180 + 8 * tight,
                width - 68 + 2 * tight,
                80);
    }
}
