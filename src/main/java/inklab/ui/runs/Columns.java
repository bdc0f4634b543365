package inklab.ui.runs;

/**
 * Where the table's columns stand in a row, px; the figures keep their places, names and words share what is left of them.
 *
 * @param width of the row
 */
record Columns(double width) {
    static final double CHECK = 12;
    static final double STAR = 42;
    static final double SWATCH = 80;
    static final double NAME = 104;
    static final double SWATCH_WIDTH = 16;

    /** Below this width the data set is told by the filter alone. */
    private static final double NO_DATA = 270;

    double timeRight() {
        return width - 12;
    }

    double barRight() {
        return width - (width < 800 ? 76 : 96);
    }

    double barLeft() {
        return barRight() - (width < 800 ? 44 : 80);
    }

    double testLeft() {
        return barLeft() - 60;
    }

    double validationRight() {
        return testLeft() - 24;
    }

    double epochsRight() {
        return validationRight() - (width < 800 ? 74 : 96);
    }

    private double words() {
        return epochsRight() - 52 - NAME;
    }

    boolean hasData() {
        return words() >= NO_DATA;
    }

    double dataLeft() {
        return NAME + Math.floor(0.393 * words());
    }

    double distortionLeft() {
        return NAME + Math.floor((hasData() ? 0.6875 : 0.55) * words());
    }

    double nameWidth() {
        return (hasData() ? dataLeft() : distortionLeft()) - NAME - 12;
    }

    double dataWidth() {
        return distortionLeft() - dataLeft() - 12;
    }

    double distortionWidth() {
        return epochsRight() - 44 - distortionLeft();
    }
}
