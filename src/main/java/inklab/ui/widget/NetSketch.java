package inklab.ui.widget;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** A net at a glance: its layers with weights from left to right, maps as a few stacked frames, vectors as bars, in the layers' colours. */
public final class NetSketch extends Painted {
    /**
     * One layer.
     *
     * @param maps whether it puts out maps, not a vector
     * @param size the maps' side or the vector's length, as a share of the net's largest of its kind
     */
    public record Part(boolean maps, double size, Role role) {}

    private static final int STACK = 4;

    private List<Part> parts = List.of();

    public NetSketch() {
        super("net-sketch");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(40, 24);
        setPrefSize(84, 40);
    }

    public void setParts(List<Part> layers) {
        parts = List.copyOf(layers);
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double natural = 0;
        for (Part part : parts) natural += wide(part, height) + 6;
        double squeeze = natural > width ? width / natural : 1;
        double x = 0;
        for (Part part : parts) {
            double w = wide(part, height) * squeeze;
            if (part.maps()) frames(g, part, x, w, height);
            else {
                g.setFill(ink().get(part.role()));
                double h = Math.max(6, height * part.size());
                g.fillRect(x, (height - h) / 2, w, h);
            }
            x += w + 6 * squeeze;
        }
    }

    private static double wide(Part part, double height) {
        return part.maps() ? side(part, height) + 2.5 * (STACK - 1) : 5;
    }

    private static double side(Part part, double height) {
        return Math.max(6, 0.78 * height * part.size());
    }

    private void frames(GraphicsContext g, Part part, double x, double w, double height) {
        double side = Math.min(side(part, height), w - 2.5 * (STACK - 1));
        if (side < 3) return;
        double top = (height - side) / 2;
        g.setLineWidth(1.5);
        for (int k = STACK - 1; k >= 0; k--) {
            double at = Math.floor(x + 2.5 * k) + 0.5;
            double y = Math.floor(top + 2.5 * (1.5 - k)) + 0.5;
            g.setFill(ink().get(Role.SHEET));
            g.fillRect(at, y, side, side);
            g.setStroke(ink().get(part.role()));
            g.strokeRect(at, y, side, side);
        }
    }
}
