package inklab.ui.widget;

import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/**
 * A square of canvas in tiles. JavaFX shows a canvas anew as a whole, however little of it has changed, and without a graphics card that is
 * most of what a move of the pen costs; here the tiles alone that the pen has touched. What is drawn is the same to the pixel.
 */
final class InkTiles extends Parent {
    private static final int ACROSS = 4;
    private static final int WHOLE = 4;

    private final Canvas[] tiles = new Canvas[ACROSS * ACROSS];
    private double side;
    private double step;

    InkTiles() {
        setManaged(false);
        setMouseTransparent(true);
        for (int i = 0; i < tiles.length; i++) tiles[i] = new Canvas();
        getChildren().setAll(tiles);
    }

    /** Another size, blank. */
    void resizeTo(double px) {
        side = px;
        // Whole pixels on screens of 125, 150 and 175 % too, or the tiles' edges would show.
        step = WHOLE * Math.ceil(side / ACROSS / WHOLE);
        for (int row = 0; row < ACROSS; row++)
            for (int column = 0; column < ACROSS; column++) {
                Canvas tile = tiles[row * ACROSS + column];
                tile.relocate(column * step, row * step);
                tile.setWidth(Math.max(0, Math.min(step, side - column * step)));
                tile.setHeight(Math.max(0, Math.min(step, side - row * step)));
            }
        clear();
    }

    void clear() {
        for (Canvas tile : tiles) tile.getGraphicsContext2D().clearRect(0, 0, tile.getWidth(), tile.getHeight());
    }

    /** A straight line with round ends; all lengths px. */
    void line(double x0, double y0, double x1, double y1, double width, Color colour) {
        if (step <= 0) return;
        // A pixel more for what smoothing spreads.
        double around = width / 2 + 1;
        int left = index(Math.min(x0, x1) - around);
        int right = index(Math.max(x0, x1) + around);
        int top = index(Math.min(y0, y1) - around);
        int bottom = index(Math.max(y0, y1) + around);
        for (int row = top; row <= bottom; row++)
            for (int column = left; column <= right; column++) {
                GraphicsContext g = tiles[row * ACROSS + column].getGraphicsContext2D();
                g.setStroke(colour);
                g.setLineCap(StrokeLineCap.ROUND);
                g.setLineWidth(width);
                g.strokeLine(x0 - column * step, y0 - row * step, x1 - column * step, y1 - row * step);
            }
    }

    private int index(double at) {
        return Math.max(0, Math.min(ACROSS - 1, (int) Math.floor(at / step)));
    }
}
