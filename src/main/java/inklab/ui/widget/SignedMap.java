package inklab.ui.widget;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** One signed map: blue above zero, rust below, as strong as |v|^0.8; zero is bare. Saliency, one filter, one feature map. */
public final class SignedMap extends Painted {
    private final ObjectProperty<MapTile> tile = new SimpleObjectProperty<>(this, "tile");
    private final BooleanProperty smooth = new SimpleBooleanProperty(this, "smooth");
    private double limit = Double.NaN;
    private InkCanvas pixels = new InkCanvas(1, 1);

    /** An empty map of {@code size × size} px with hard pixels. */
    public SignedMap(double size) {
        super("signed-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefSize(size, size);
        setMinSize(4, 4);
        tile.addListener(o -> repaint());
        smooth.addListener(o -> repaint());
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<MapTile> tileProperty() {
        return tile;
    }

    /** Whether pixels are smoothed away, as in saliency. */
    public BooleanProperty smoothProperty() {
        return smooth;
    }

    /** The value drawn in full colour, shared by maps that are to be compared; NaN for the map's own greatest. */
    public void setLimit(double fullColour) {
        limit = fullColour;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        MapTile shown = tile.get();
        if (shown == null) return;
        double scale = Math.min(width / shown.width(), height / shown.height());
        double out = outputScale();
        int w = Math.max(1, (int) Math.round(shown.width() * scale * out));
        int h = Math.max(1, (int) Math.round(shown.height() * scale * out));
        if (!pixels.fits(w, h)) pixels = new InkCanvas(w, h);
        pixels.begin();
        double full = Double.isNaN(limit) ? shown.greatest() : limit;
        pixels.draw(shown, full, 0, 0, w, h, w, ink().get(Role.POSITIVE), ink().get(Role.NEGATIVE), smooth.get());
        g.drawImage(
                pixels.end(), Math.rint((width - w / out) / 2), Math.rint((height - h / out) / 2), w / out, h / out);
    }
}
