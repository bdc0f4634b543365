package inklab.ui.runs;

import inklab.ui.widget.Card;
import javafx.scene.layout.Region;

/** The table over two charts; in a lecture hall the committee alone, or the table while no committee is ticked. */
final class RunsView extends Region {
    private static final double GAP = 16;
    private static final double LEAST_CHART = 260;

    private final RunTable table;
    private final Card curves;
    private final Card committee;
    private boolean projector;

    RunsView(RunTable table, Card curves, Card committee) {
        this.table = table;
        this.curves = curves;
        this.committee = committee;
        getStyleClass().add("runs-view");
        getChildren().addAll(table, curves, committee);
        setMinSize(700, 540);
    }

    /** @param chosen whether there is a committee to show; if not, a lecture hall sees the table, to tick its members */
    void project(boolean on, boolean chosen) {
        if (on != projector) table.project(on);
        projector = on;
        table.setVisible(!on || !chosen);
        curves.setVisible(!on);
        committee.setVisible(!on || chosen);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 992;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 748;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (projector && !table.isVisible()) {
            committee.resizeRelocate(0, 0, width, height);
            return;
        }
        if (projector) {
            table.resizeRelocate(0, 0, width, height);
            return;
        }
        double most = Math.max(160, height - GAP - Math.max(LEAST_CHART, 0.4 * height));
        double high = Math.rint(Math.max(160, Math.min(most, table.prefHeight(width))));
        table.resizeRelocate(0, 0, width, high);
        double half = Math.floor((width - GAP) / 2);
        curves.resizeRelocate(0, high + GAP, half, height - high - GAP);
        committee.resizeRelocate(half + GAP, high + GAP, width - half - GAP, height - high - GAP);
    }
}
