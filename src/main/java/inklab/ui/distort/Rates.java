package inklab.ui.distort;

import java.util.List;

/** Shares of the sample that the net misreads, 0 to 1; NaN while unknown. */
final class Rates {
    private Rates() {}

    /** Here, and where the recipe stands. */
    record Here(double here, double recipe) {
        static final Here UNKNOWN = new Here(Double.NaN, Double.NaN);
    }

    /** On the sheet, row by row; empty while unknown. */
    record Grid(List<Double> cells) {
        static final Grid UNKNOWN = new Grid(List.of());
    }
}
