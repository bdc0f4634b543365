package inklab.ui.widget;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** One picture: ink in the ink colour with the pixel as opacity, or plain colours; with boxes, a grid and a cross over it on demand. */
public final class DigitView extends Painted {
    /**
     * A box over the picture, in the picture's pixels.
     *
     * @param role the colour of its outline
     * @param fill how strongly the colour fills it, 0 to 1
     * @param label over the box's upper edge; empty for none
     */
    public record Box(
            double x, double y, double width, double height, Role role, boolean dashed, double fill, String label) {}

    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(this, "picture");
    private final BooleanProperty hardPixels = new SimpleBooleanProperty(this, "hardPixels");
    private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength", 1);
    private final DoubleProperty grid = new SimpleDoubleProperty(this, "grid");
    private final ObjectProperty<Point2D> cross = new SimpleObjectProperty<>(this, "cross");
    private final ObjectProperty<List<Box>> boxes = new SimpleObjectProperty<>(this, "boxes", List.of());
    private InkCanvas pixels = new InkCanvas(1, 1);

    /** An empty view of {@code size × size} px. */
    public DigitView(double size) {
        super("digit-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefSize(size, size);
        setMinSize(8, 8);
        picture.addListener(o -> repaint());
        hardPixels.addListener(o -> repaint());
        strength.addListener(o -> repaint());
        grid.addListener(o -> repaint());
        cross.addListener(o -> repaint());
        boxes.addListener(o -> repaint());
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<Picture> pictureProperty() {
        return picture;
    }

    public void setPicture(Picture shown) {
        picture.set(shown);
    }

    public Picture getPicture() {
        return picture.get();
    }

    /** Pixels as sharp squares, where the grid is the point; smoothed otherwise. */
    public BooleanProperty hardPixelsProperty() {
        return hardPixels;
    }

    public void setHardPixels(boolean hard) {
        hardPixels.set(hard);
    }

    /** How strong the ink is, 0 to 1. */
    public DoubleProperty strengthProperty() {
        return strength;
    }

    /** Lines every so many pixels of the picture; 0 for none. */
    public DoubleProperty gridProperty() {
        return grid;
    }

    /** A cross-hair at a place in the picture's pixels; null for none. */
    public ObjectProperty<Point2D> crossProperty() {
        return cross;
    }

    /** Boxes over the picture. */
    public ObjectProperty<List<Box>> boxesProperty() {
        return boxes;
    }

    public void setBoxes(List<Box> shown) {
        boxes.set(List.copyOf(shown));
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        Picture shown = picture.get();
        if (shown == null) return;
        double scale = Math.min(width / shown.width(), height / shown.height());
        double w = shown.width() * scale;
        double h = shown.height() * scale;
        double left = Math.round((width - w) / 2);
        double top = Math.round((height - h) / 2);
        double out = outputScale();
        int deviceWidth = Math.max(1, (int) Math.round(w * out));
        int deviceHeight = Math.max(1, (int) Math.round(h * out));
        if (!pixels.fits(deviceWidth, deviceHeight)) pixels = new InkCanvas(deviceWidth, deviceHeight);
        pixels.begin();
        pixels.draw(shown, 0, 0, deviceWidth, deviceHeight, ink().get(Role.INK), strength.get(), !hardPixels.get());
        g.drawImage(pixels.end(), left, top, deviceWidth / out, deviceHeight / out);
        double guide = ink().get(Measure.GUIDE);
        if (grid.get() > 0) paintGrid(g, left, top, w, h, scale);
        for (Box box : boxes.get()) paintBox(g, box, left, top, scale, guide);
        if (cross.get() != null)
            paintCross(g, left + cross.get().getX() * scale, top + cross.get().getY() * scale, guide);
    }

    private void paintGrid(GraphicsContext g, double left, double top, double w, double h, double scale) {
        g.setStroke(ink().get(Role.TRACK, 0.7));
        g.setLineWidth(1);
        for (double x = 0; x <= w + 0.5; x += grid.get() * scale) {
            double at = Math.floor(left + Math.min(x, w - 1)) + 0.5;
            g.strokeLine(at, top, at, top + h);
        }
        for (double y = 0; y <= h + 0.5; y += grid.get() * scale) {
            double at = Math.floor(top + Math.min(y, h - 1)) + 0.5;
            g.strokeLine(left, at, left + w, at);
        }
    }

    private void paintBox(GraphicsContext g, Box box, double left, double top, double scale, double guide) {
        double x = Math.round(left + box.x() * scale);
        double y = Math.round(top + box.y() * scale);
        double w = Math.round(box.width() * scale);
        double h = Math.round(box.height() * scale);
        Color colour = ink().get(box.role());
        if (box.fill() > 0) {
            g.setFill(ink().get(box.role(), box.fill()));
            g.fillRect(x, y, w, h);
        }
        g.setStroke(colour);
        g.setLineWidth(1.5 * guide);
        if (box.dashed()) g.setLineDashes(4, 3);
        g.strokeRect(x, y, w, h);
        g.setLineDashes();
        if (box.label().isEmpty()) return;
        Font font = ink().font(Face.MEDIUM, Measure.CAPTION);
        g.setFont(font);
        g.setFill(colour);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(box.label(), x, Math.max(font.getSize() * 0.6, y - font.getSize() * 0.85));
    }

    private void paintCross(GraphicsContext g, double x, double y, double guide) {
        g.setStroke(ink().get(Role.NEGATIVE));
        g.setLineWidth(1.5 * guide);
        double r = 6 * guide;
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        g.strokeLine(x - r * 1.5, y, x + r * 1.5, y);
        g.strokeLine(x, y - r * 1.5, x, y + r * 1.5);
    }
}
