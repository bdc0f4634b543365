package inklab.ui.runs;

/**
 * Where the table's columns stand in a row, px; the figures keep their places, names and words share what is left of them.
 *
 * @param width of the row
 * @param type how large the type is, 1 at the desk
 */
record Columns(double width, double type) {
    /** How large it is in a lecture hall. */
    static final double HALL = 1.5;

    /** Below this width the data set is told by the filter alone. */
    private static final double NO_DATA = 270;

    private static final double NARROW = 800;

    private boolean isNarrow() {
        return width < NARROW * type;
    }

    private double px(double atTheDesk) {
        return Math.rint(atTheDesk * type);
    }

    double check() {
        return 12;
    }

    double star() {
        return 12 + px(30);
    }

    double swatch() {
        return 12 + px(68);
    }

    double swatchWidth() {
        return px(16);
    }

    double name() {
        return 12 + px(92);
    }

    double timeRight() {
        return width - 12;
    }

    double barRight() {
        return width - px(isNarrow() ? 76 : 96);
    }

    double barLeft() {
        return barRight() - px(isNarrow() ? 44 : 80);
    }

    double testLeft() {
        return barLeft() - testWidth() - 2;
    }

    double testWidth() {
        return px(58);
    }

    double validationRight() {
        return testLeft() - px(24);
    }

    double epochsRight() {
        return validationRight() - px(isNarrow() ? 74 : 96);
    }

    /** Of a column of figures. */
    double figureWidth() {
        return px(72);
    }

    double epochsWidth() {
        return px(88);
    }

    private double words() {
        return epochsRight() - px(52) - name();
    }

    boolean hasData() {
        return words() >= NO_DATA * type;
    }

    double dataLeft() {
        return name() + Math.floor(0.393 * words());
    }

    double distortionLeft() {
        return name() + Math.floor((hasData() ? 0.6875 : 0.55) * words());
    }

    double nameWidth() {
        return (hasData() ? dataLeft() : distortionLeft()) - name() - 12;
    }

    double dataWidth() {
        return distortionLeft() - dataLeft() - 12;
    }

    double distortionWidth() {
        return epochsRight() - px(44) - distortionLeft();
    }
}
