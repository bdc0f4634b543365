package inklab.ui.build;

import inklab.net.Shape;
import inklab.ui.widget.Face;
import inklab.ui.widget.Measure;
import inklab.ui.widget.Painted;
import inklab.ui.widget.Role;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A layer as a shape with sizes: maps as sheets that shrink with depth, vectors as long rows of cells, an output as its classes; in them
 * what the image looks like there, blue above blank paper and rust below, on one scale for the layer.
 */
final class LayerGlyph extends Painted {
    private static final double STRENGTH = 0.8;
    private static final int ROW = 50;

    private Shape shape = Shape.vector(1);
    private Shape input = Shape.vector(1);
    private boolean output;
    private byte[] image;
    private Optional<Depths.Layer> seen = Optional.empty();
    private boolean trained;
    private double side = 60;

    LayerGlyph() {
        super("layer-glyph");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
    }

    /** How large the input is drawn, px. */
    void setSide(double px) {
        if (px == side) return;
        side = px;
        repaint();
    }

    /** Shows the input itself; null pixels while they are not known. */
    void showInput(Shape shown, byte[] pixels) {
        shape = shown;
        input = shown;
        image = pixels;
        seen = Optional.empty();
        output = false;
        repaint();
    }

    /** Shows a layer. */
    void show(Shape layer, Shape in, boolean classes, Optional<Depths.Layer> values, boolean fromRun) {
        shape = layer;
        input = in;
        image = null;
        output = classes;
        seen = values;
        trained = fromRun;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (shape.channels() < 1 || shape.height() < 1 || shape.width() < 1) return;
        g.setImageSmoothing(false);
        if (output) paintClasses(g, width, height);
        else if (image != null || (seen.isEmpty() && shape.equals(input) && !shape.isVector()))
            paintInput(g, width, height);
        else if (shape.isVector()) paintVector(g, width, height);
        else paintMaps(g, width, height);
    }

    private void frame(GraphicsContext g, double x, double y, double w, double h) {
        g.setStroke(ink().get(Role.INK_3, 0.6));
        g.setLineWidth(ink().get(Measure.GUIDE));
        g.strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
    }

    private void paintInput(GraphicsContext g, double width, double height) {
        int colours = shape.channels() == 3 ? 3 : 1;
        TileRow row =
                TileRow.of(1, shape.height(), shape.width(), side, Math.max(shape.height(), shape.width()), width);
        double top = Math.rint((height - row.height()) / 2);
        if (image != null && image.length == shape.size()) {
            int plane = shape.height() * shape.width();
            int[] pixels = new int[plane];
            Color ink = ink().get(Role.INK);
            for (int i = 0; i < plane; i++)
                pixels[i] = colours == 3
                        ? 0xFF000000
                                | (image[i] & 0xFF) << 16
                                | (image[plane + i] & 0xFF) << 8
                                | (image[2 * plane + i] & 0xFF)
                        : argb(ink, (image[i] & 0xFF) / 255.0);
            g.setImageSmoothing(true);
            g.drawImage(picture(pixels, shape.height(), shape.width()), 0, top, row.width(), row.height());
        }
        frame(g, 0, top, row.width(), row.height());
    }

    private void paintMaps(GraphicsContext g, double width, double height) {
        TileRow row = TileRow.of(
                shape.channels(), shape.height(), shape.width(), side, Math.max(input.height(), input.width()), width);
        double top = Math.rint((height - row.height()) / 2);
        double full = greatest();
        double x = 0;
        for (int i = 0; i < row.whole(); i++) {
            WritableImage map = map(i, full);
            if (map != null) g.drawImage(map, x, top, row.width(), row.height());
            frame(g, x, top, row.width(), row.height());
            x += row.width() + TileRow.GAP;
        }
        x -= TileRow.GAP;
        for (int i = 0; i < row.edges(); i++) {
            // Of a sheet that lies behind, its right edge peeks out.
            double edge = row.edge();
            WritableImage map = map(row.whole() + i, full);
            double part = Math.min(shape.width(), edge / row.width() * shape.width());
            if (map != null)
                g.drawImage(map, shape.width() - part, 0, part, shape.height(), x, top, edge, row.height());
            edge(g, x + edge, top, row);
            x += edge;
        }
    }

    /** A sheet behind the others: its right side, and what is seen of its upper and lower ones. */
    private void edge(GraphicsContext g, double right, double top, TileRow row) {
        g.setStroke(ink().get(Role.INK_3, row.edge() < 2.6 ? 0.4 : 0.55));
        g.setLineWidth(ink().get(Measure.GUIDE));
        g.strokeLine(right - row.edge(), top + 0.5, right - 0.5, top + 0.5);
        g.strokeLine(right - row.edge(), top + row.height() - 0.5, right - 0.5, top + row.height() - 0.5);
        g.strokeLine(right - 0.5, top + 0.5, right - 0.5, top + row.height() - 0.5);
    }

    private WritableImage map(int channel, double full) {
        if (seen.isEmpty() || full <= 0) return null;
        int plane = shape.height() * shape.width();
        int[] pixels = new int[plane];
        float[] values = seen.get().values();
        for (int i = 0; i < plane; i++) pixels[i] = signed(values[channel * plane + i] / full);
        return picture(pixels, shape.height(), shape.width());
    }

    private void paintVector(GraphicsContext g, double width, double height) {
        int n = shape.channels();
        int columns = n <= ROW ? n : n <= 3 * ROW ? ROW : (int) Math.min(n, Math.max(ROW, Math.floor(width / 2)));
        int rows = (n + columns - 1) / columns;
        if (rows * 2 > height) {
            columns = (int) Math.min(n, Math.floor(width));
            rows = (n + columns - 1) / columns;
        }
        double cell = Math.min(12, width / columns);
        double high = Math.max(1, Math.min(8, Math.floor((height - 8) / rows)));
        int shown = (int) Math.min(rows, Math.floor(height / high));
        double top = Math.rint((height - shown * high) / 2);
        if (seen.isPresent()) {
            double full = greatest();
            int[] pixels = new int[columns * shown];
            for (int i = 0; i < Math.min(n, pixels.length); i++)
                pixels[i] = full <= 0 ? 0 : signed(seen.get().values()[i] / full);
            g.drawImage(picture(pixels, shown, columns), 0, top, cell * columns, high * shown);
            return;
        }
        g.setFill(ink().get(Role.WELL));
        g.fillRect(0, top, cell * columns, high * shown);
    }

    /** Ten digits, or as many cells as there are classes; the most probable one is marked: strongly where the net has learned. */
    private void paintClasses(GraphicsContext g, double width, double height) {
        int n = shape.channels();
        double gap = n <= 20 ? 4 : 1;
        double cell = Math.min(24, (width + gap) / n - gap);
        double high = Math.min(38, height - 8);
        if (cell < 2) {
            paintVector(g, width, height);
            return;
        }
        double top = Math.rint((height - high) / 2);
        int best = -1;
        if (seen.isPresent())
            for (int k = 0; k < n; k++)
                if (best < 0 || seen.get().values()[k] > seen.get().values()[best]) best = k;
        g.setTextAlign(TextAlignment.CENTER);
        for (int k = 0; k < n; k++) {
            double x = k * (cell + gap);
            boolean marked = k == best;
            g.setFill(ink().get(marked ? trained ? Role.ACCENT : Role.ACCENT_SOFT : Role.WELL));
            g.fillRoundRect(x, top, cell, high, 8, 8);
            if (n > 10 || cell < 8) continue;
            g.setFill(ink().get(marked ? trained ? Role.ON_ACCENT : Role.ACCENT : Role.INK_2));
            g.setFont(ink().font(marked ? Face.SEMIBOLD : Face.SANS, Measure.NOTE));
            g.fillText(Integer.toString(k), x + cell / 2, top + high / 2);
        }
    }

    private double greatest() {
        double greatest = 0;
        if (seen.isPresent())
            for (float v : seen.get().values()) if (Float.isFinite(v)) greatest = Math.max(greatest, Math.abs(v));
        return greatest;
    }

    private int signed(double share) {
        if (!Double.isFinite(share) || share == 0) return 0;
        double opacity = Math.pow(Math.min(1, Math.abs(share)), STRENGTH);
        return argb(ink().get(share > 0 ? Role.POSITIVE : Role.NEGATIVE), opacity);
    }

    private static int argb(Color colour, double opacity) {
        return (int) Math.round(255 * colour.getOpacity() * opacity) << 24
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }

    private static WritableImage picture(int[] pixels, int height, int width) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
