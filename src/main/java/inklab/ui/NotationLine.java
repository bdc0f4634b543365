package inklab.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The pieces of the notation in a row; what does not fit gives way to an ellipsis. */
final class NotationLine extends Region {
    private final List<Label> pieces = new ArrayList<>();
    private final List<Label> dashes = new ArrayList<>();
    private final List<Region> underlines = new ArrayList<>();
    private final Label more = new Label("…");

    NotationLine() {
        getStyleClass().add("notation-line");
        more.getStyleClass().add("notation-dash");
    }

    void show(List<NotationModel.Piece> line) {
        pieces.clear();
        dashes.clear();
        underlines.clear();
        for (NotationModel.Piece piece : line) {
            Label text = new Label(piece.text());
            text.getStyleClass().add("notation-piece");
            pieces.add(text);
            Label dash = new Label("-");
            dash.getStyleClass().add("notation-dash");
            dashes.add(dash);
            Region underline = new Region();
            if (piece.series() > 0) underline.getStyleClass().addAll("notation-underline", "series-" + piece.series());
            underlines.add(underline);
        }
        getChildren().setAll(pieces);
        getChildren().addAll(dashes);
        getChildren().addAll(underlines);
        getChildren().add(more);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double gap = snapSpaceX(3);
        double width = getWidth();
        double x = 0;
        boolean room = true;
        double dots = more.prefWidth(-1);
        more.setVisible(false);
        for (int i = 0; i < pieces.size(); i++) {
            double dash = i == 0 ? 0 : dashes.get(i).prefWidth(-1) + 2 * gap;
            double piece = pieces.get(i).prefWidth(-1);
            double reserve = i == pieces.size() - 1 ? 0 : dots + 2 * gap;
            if (room && x + dash + piece + reserve > width) {
                room = false;
                more.setVisible(true);
                place(more, x + gap, dots);
            }
            pieces.get(i).setVisible(room);
            underlines.get(i).setVisible(room);
            dashes.get(i).setVisible(room && i > 0);
            if (!room) continue;
            if (i > 0) place(dashes.get(i), x + gap, dash - 2 * gap);
            place(pieces.get(i), x + dash, piece);
            Region underline = underlines.get(i);
            double thick = underline.prefHeight(-1);
            underline.resizeRelocate(
                    snapPositionX(x + dash), getHeight() - thick - getInsets().getBottom(), snapSizeX(piece), thick);
            x += dash + piece;
        }
    }

    private void place(Node node, double x, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), Math.ceil(width), height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return pieces.isEmpty() ? 20 : pieces.get(0).prefHeight(-1);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }
}
