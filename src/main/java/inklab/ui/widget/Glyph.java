package inklab.ui.widget;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The few stroked icons the widgets need themselves, 16 px if the style sheet does not say otherwise, after Feather (MIT); the stroke's colour comes from the style sheet. */
final class Glyph extends StackPane {
    private static final double DRAWN = 24;
    private static final double SHOWN = 16;

    /** An icon on Feather's 24 px grid. */
    enum Shape {
        WARNING(
                "M10.29 3.86 L1.82 18 A2 2 0 0 0 3.53 21 L20.47 21 A2 2 0 0 0 22.18 18 L13.71 3.86 A2 2 0 0 0 10.29 3.86 Z"
                        + " M12 9 L12 13 M12 17 L12.01 17"),
        DANGER("M22 12 A10 10 0 1 1 2 12 A10 10 0 1 1 22 12 Z M12 8 L12 12 M12 16 L12.01 16"),
        INFO("M22 12 A10 10 0 1 1 2 12 A10 10 0 1 1 22 12 Z M12 16 L12 12 M12 8 L12.01 8"),
        GOOD("M22 11.08 L22 12 A10 10 0 1 1 16.07 2.86 M22 4 L12 14.01 L9 11.01"),
        PLAY("M5 3 L19 12 L5 21 Z"),
        PAUSE("M6 4 L10 4 L10 20 L6 20 Z M14 4 L18 4 L18 20 L14 20 Z"),
        CROSS("M18 6 L6 18 M6 6 L18 18"),
        LINKED("M15 7 L18 7 A5 5 0 0 1 18 17 L15 17 M9 17 L6 17 A5 5 0 0 1 6 7 L9 7 M8 12 L16 12"),
        APART("M15 7 L18 7 A5 5 0 0 1 18 17 L15 17 M9 17 L6 17 A5 5 0 0 1 6 7 L9 7");

        private final String path;

        Shape(String path) {
            this.path = path;
        }
    }

    private final SVGPath drawing = new SVGPath();

    Glyph(Shape shape) {
        getStyleClass().add("glyph");
        drawing.getStyleClass().add("stroke");
        drawing.setFill(null);
        drawing.setStrokeWidth(2);
        drawing.setStrokeLineCap(StrokeLineCap.ROUND);
        drawing.setStrokeLineJoin(StrokeLineJoin.ROUND);
        drawing.setManaged(false);
        setPrefSize(SHOWN, SHOWN);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(drawing);
        set(shape);
    }

    void set(Shape shape) {
        drawing.setContent(shape.path);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // The path keeps its place on the 24 px grid, shrunk about the grid's middle.
        double middle = DRAWN / 2;
        double x = drawing.getLayoutBounds().getCenterX();
        double y = drawing.getLayoutBounds().getCenterY();
        double scale = getWidth() / DRAWN;
        drawing.setScaleX(scale);
        drawing.setScaleY(scale);
        drawing.setLayoutX(getWidth() / 2 - x + (x - middle) * scale);
        drawing.setLayoutY(getHeight() / 2 - y + (y - middle) * scale);
    }
}
