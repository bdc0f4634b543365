package inklab.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class InkTilesTest {
    private static final int SIDE = 246;

    @Test
    void lines_look_as_on_one_canvas_to_the_pixel(FxRobot robot) {
        AtomicInteger inked = new AtomicInteger();
        robot.interact(() -> {
            InkTiles tiles = new InkTiles();
            tiles.resizeTo(SIDE);
            Canvas canvas = new Canvas(SIDE, SIDE);
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.setStroke(Color.BLACK);
            g.setLineCap(StrokeLineCap.ROUND);
            Random random = new Random(5);
            for (int i = 0; i < 40; i++) {
                double x = random.nextDouble() * SIDE;
                double y = random.nextDouble() * SIDE;
                double toX = random.nextDouble() * SIDE;
                double toY = random.nextDouble() * SIDE;
                double width = 1 + 20 * random.nextDouble();
                tiles.line(x, y, toX, toY, width, Color.BLACK);
                g.setLineWidth(width);
                g.strokeLine(x, y, toX, toY);
            }
            PixelReader one = pixels(canvas);
            PixelReader many = pixels(tiles);
            for (int y = 0; y < SIDE; y++)
                for (int x = 0; x < SIDE; x++) {
                    int seen = one.getArgb(x, y) >>> 24;
                    if (seen > 0) inked.incrementAndGet();
                    // Where lines end outside a tile, rounding may differ by a shade or two.
                    assertEquals(seen, many.getArgb(x, y) >>> 24, 3, "at " + x + ", " + y);
                }
            tiles.clear();
            PixelReader blank = pixels(tiles);
            for (int y = 0; y < SIDE; y++) for (int x = 0; x < SIDE; x++) assertEquals(0, blank.getArgb(x, y) >>> 24);
        });
        assertTrue(inked.get() > SIDE * SIDE / 4, inked + " pixels of ink");
    }

    private static PixelReader pixels(Node node) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        clear.setViewport(new javafx.geometry.Rectangle2D(0, 0, SIDE, SIDE));
        WritableImage image = node.snapshot(clear, null);
        return image.getPixelReader();
    }
}
