package inklab.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** Where pixels move: arrows of a displacement field, drawn to scale, every few pixels over the faint original. */
public final class FieldArrows extends Painted {
    private static final double HEAD = 4;
    private static final double FAINT = 0.2;

    private Picture picture;
    private float[] dx = {};
    private float[] dy = {};
    private int height;
    private int width;
    private int every = 4;
    private InkCanvas pixels = new InkCanvas(1, 1);

    /** An empty field of {@code size × size} px. */
    public FieldArrows(double size) {
        super("field-arrows");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefSize(size, size);
        setMinSize(80, 80);
    }

    /** The faint picture below; null for none. */
    public void setPicture(Picture shown) {
        picture = shown;
        repaint();
    }

    /**
     * The field: where each pixel goes, in pixels.
     *
     * @param dx to the right, {@code [height, width]}
     * @param dy downwards, {@code [height, width]}
     */
    public void setField(int height, int width, float[] dx, float[] dy) {
        if (dx.length != height * width || dy.length != height * width)
            throw new IllegalArgumentException("a field of " + height + "x" + width + " has another number of values");
        this.height = height;
        this.width = width;
        this.dx = dx.clone();
        this.dy = dy.clone();
        repaint();
    }

    /** An arrow on every so manieth pixel. */
    public void setEvery(int pixelsApart) {
        every = pixelsApart;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h) {
        double side = Math.floor(Math.min(w, h));
        double left = Math.floor((w - side) / 2);
        g.setFill(ink().get(Role.WELL));
        g.fillRoundRect(left, 0, side, side, 16, 16);
        if (picture != null) {
            int device = Math.max(1, (int) Math.round(side * outputScale()));
            if (!pixels.fits(device, device)) pixels = new InkCanvas(device, device);
            pixels.begin();
            pixels.draw(picture, 0, 0, device, device, ink().get(Role.INK), FAINT, true);
            g.drawImage(pixels.end(), left, 0, side, side);
        }
        if (dx.length == 0) return;
        double scale = side / Math.max(width, height);
        g.save();
        g.beginPath();
        g.rect(left, 0, side, side);
        g.clip();
        g.setStroke(ink().get(Role.ACCENT));
        g.setFill(ink().get(Role.ACCENT));
        g.setLineWidth(1.5 * ink().get(Measure.GUIDE));
        int first = every / 2;
        for (int y = first; y < height; y += every)
            for (int x = first; x < width; x += every) {
                int i = y * width + x;
                arrow(g, left + (x + 0.5) * scale, (y + 0.5) * scale, dx[i] * scale, dy[i] * scale);
            }
        g.restore();
    }

    private void arrow(GraphicsContext g, double x, double y, double goX, double goY) {
        double length = Math.hypot(goX, goY);
        double head = Math.min(HEAD * Math.sqrt(ink().get(Measure.GUIDE)), length * 0.6 + 1);
        if (length < 1) {
            g.fillOval(x - 1, y - 1, 2, 2);
            return;
        }
        double ux = goX / length;
        double uy = goY / length;
        double tipX = x + goX;
        double tipY = y + goY;
        g.strokeLine(x, y, tipX - ux * head, tipY - uy * head);
        double baseX = tipX - ux * head * 1.5;
        double baseY = tipY - uy * head * 1.5;
        g.fillPolygon(
                new double[] {tipX, baseX - uy * head * 0.75, baseX + uy * head * 0.75},
                new double[] {tipY, baseY + ux * head * 0.75, baseY - ux * head * 0.75},
                3);
    }
}
