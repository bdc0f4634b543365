package inklab.ui.draw;

import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DrawingPad;
import java.util.List;
import javafx.scene.layout.Region;

/** Pad and answer side by side, as large as they go; below them, on the desk, how the net gets it. */
final class DrawView extends Region {
    private static final double GAP = 16;
    private static final double HALL_GAP = 24;
    private static final double LEAST_TILE = 84;
    private static final double MOST_TILE = 128;

    private final DrawingPad pad = new DrawingPad();
    private final AnswerView answer;
    private final StepsView steps;
    private boolean projector;

    DrawView(DrawViewModel model, AnswerView answer, StepsView steps, Texts texts) {
        this.answer = answer;
        this.steps = steps;
        getStyleClass().add("draw-view");
        pad.setId("draw-pad");
        pad.setAccessibleText(texts.get("pad.name"));
        pad.setAccessibleHelp(texts.get("pad.help"));
        pad.setOnInk(model::drawn);
        CopyPicture.install(pad, texts.get("copy.picture"));
        getChildren().addAll(pad, answer, steps);
        // Their places follow from this view's size alone: words that change with every move of the pen lay nothing out
        // but themselves.
        for (var part : List.of(pad, answer, steps)) part.setManaged(false);
        setMinSize(680, 520);
    }

    DrawingPad pad() {
        return pad;
    }

    /** For the desk or for the lecture hall, where the pen is as much thicker as everything. */
    void project(boolean on) {
        projector = on;
        steps.setVisible(!on);
        answer.project(on);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 992;
    }

    @Override
    protected double computePrefHeight(double width) {
        return projector ? 616 : 748;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (projector) {
            double side = Math.floor(Math.min((width - HALL_GAP) * 0.5, height));
            pad.resizeRelocate(0, 0, side, side);
            answer.resizeRelocate(side + HALL_GAP, 0, width - side - HALL_GAP, side);
            return;
        }
        double half = Math.floor((width - GAP) / 2);
        // The steps' pictures give way first, then the pad.
        double tile = Math.floor(Math.max(LEAST_TILE, Math.min(MOST_TILE, height - GAP - StepsView.REST - half)));
        double side = Math.floor(Math.max(120, Math.min(half, height - GAP - StepsView.REST - tile)));
        steps.side(tile);
        pad.resizeRelocate(0, 0, side, side);
        answer.resizeRelocate(side + GAP, 0, width - side - GAP, side);
        steps.resizeRelocate(0, side + GAP, width, height - side - GAP);
    }
}
