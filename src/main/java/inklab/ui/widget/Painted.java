package inklab.ui.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A region that draws itself, at most once a pulse, in the colours of its roles. */
public abstract class Painted extends Region implements Inked {
    private static final List<CssMetaData<? extends Styleable, ?>> PROPERTIES = InkStyle.with(getClassCssMetaData());

    private static final Widths WIDTHS = new Widths();

    private final Canvas canvas = new Canvas();
    private final InkStyle ink = new InkStyle(this, this::repaint);
    private boolean stale = true;

    /** @param styleClass what style sheets call this kind of widget */
    protected Painted(String styleClass) {
        getStyleClass().addAll("inked", "painted", styleClass);
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    /** Draws everything, within (0, 0) and (width, height), on a clear ground. */
    protected abstract void paint(GraphicsContext g, double width, double height);

    /** Asks for one {@link #paint} in the next pulse; cheap to call often. */
    public final void repaint() {
        stale = true;
        // Marks this node alone, so that a picture that changes does not lay the window out again.
        setNeedsLayout(true);
    }

    /** What a screen reader adds to the widget's name: the chosen cell, the value. Empty for nothing. */
    protected String accessibleDetail() {
        return "";
    }

    /** Tells a screen reader that {@link #accessibleDetail} changed. */
    protected final void accessibleChanged() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    public final InkStyle ink() {
        return ink;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return PROPERTIES;
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double width = Math.max(0, snapSizeX(getWidth() - in.getLeft() - in.getRight()));
        double height = Math.max(0, snapSizeY(getHeight() - in.getTop() - in.getBottom()));
        canvas.relocate(in.getLeft(), in.getTop());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        if (!stale) return;
        stale = false;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        if (width < 1 || height < 1) return;
        g.save();
        g.setTextBaseline(VPos.CENTER);
        paint(g, width, height);
        g.restore();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) return super.queryAccessibleAttribute(attribute, parameters);
        String name = getAccessibleText() == null ? "" : getAccessibleText();
        String detail = accessibleDetail();
        if (detail.isEmpty()) return name;
        return name.isEmpty() ? detail : name + ": " + detail;
    }

    /** Device pixels per logical pixel of the window this node is in; 1 outside a window. */
    protected final double outputScale() {
        if (getScene() == null || getScene().getWindow() == null) return 1;
        return Math.max(1, getScene().getWindow().getOutputScaleX());
    }

    /** How wide a text is in a font, px. Of the FX thread alone. */
    protected static double textWidth(String text, Font font) {
        return WIDTHS.computeIfAbsent(new Measured(text, font), measured -> {
            Text node = new Text(text);
            node.setFont(font);
            return node.getLayoutBounds().getWidth();
        });
    }

    private record Measured(String text, Font font) {}

    /** Laying a text out costs as much as drawing a small chart, and charts ask for the same few again and again. */
    private static final class Widths extends LinkedHashMap<Measured, Double> {
        private static final int MOST = 1000;

        Widths() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Measured, Double> eldest) {
            return size() > MOST;
        }
    }
}
