package inklab.ui.widget;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * What a layer puts out, drawn to scale: one picture, maps as framed tiles of which the last are stacked, vectors as long strips, classes
 * as boxes with the answer filled. The same scale serves all layers of a net, so that maps are seen to shrink.
 */
public final class LayerGlyph extends Painted {
    private static final double LARGEST = 60;
    /** The reference size of {@link #setReference} is drawn in full; smaller maps shrink a little slower than their size, to stay readable. */
    private static final double SHRINK = 0.68;

    private static final double GAP = 3;
    private static final double LEAST_SLIVER = 2.4;
    private static final int LONGEST_ROW = 50;

    private sealed interface Content {}

    private record Image(Picture picture) implements Content {}

    /** Tiles may be fewer than the maps, or none: then frames stay empty. */
    private record Maps(int count, int height, int width, List<MapTile> tiles, double limit) implements Content {}

    private record Units(int count, List<MapTile> values, double limit) implements Content {}

    private record Classes(List<String> names, int answer) implements Content {}

    private Content content = new Maps(0, 1, 1, List.of(), 1);
    private int reference = 29;
    private InkCanvas pixels = new InkCanvas(1, 1);

    public LayerGlyph() {
        super("layer-glyph");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setPrefSize(220, LARGEST);
        setMinSize(60, 20);
    }

    /** The side of the net's input, px of the picture: it is drawn 60 px high. */
    public void setReference(int side) {
        reference = Math.max(1, side);
        repaint();
    }

    /** One picture: the net's input. */
    public void showPicture(Picture picture) {
        show(new Image(picture));
    }

    /** Feature maps with their values, all on one scale. */
    public void showMaps(List<MapTile> tiles) {
        MapTile first = tiles.get(0);
        show(new Maps(tiles.size(), first.height(), first.width(), List.copyOf(tiles), MapTile.greatest(tiles)));
    }

    /** Feature maps of which only the shape is known. */
    public void showShape(int maps, int height, int width) {
        show(new Maps(maps, height, width, List.of(), 1));
    }

    /** A vector with its values. */
    public void showVector(float[] values) {
        MapTile[] units = new MapTile[values.length];
        for (int i = 0; i < units.length; i++) units[i] = new MapTile(1, 1, new float[] {values[i]});
        show(new Units(units.length, List.of(units), MapTile.greatest(List.of(units))));
    }

    /** A vector of which only the length is known. */
    public void showLength(int units) {
        show(new Units(units, List.of(), 1));
    }

    /** Classes with the answer filled; −1 for none. */
    public void showClasses(List<String> names, int answer) {
        show(new Classes(List.copyOf(names), answer));
    }

    private void show(Content shown) {
        content = shown;
        repaint();
    }

    private double drawn(int side) {
        return Math.max(4, Math.min(LARGEST * 1.1, LARGEST * Math.pow((double) side / reference, SHRINK)));
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double out = outputScale();
        int deviceWidth = Math.max(1, (int) Math.round(width * out));
        int deviceHeight = Math.max(1, (int) Math.round(height * out));
        if (!pixels.fits(deviceWidth, deviceHeight)) pixels = new InkCanvas(deviceWidth, deviceHeight);
        pixels.begin();
        if (content instanceof Image image) image(g, image, height, out);
        else if (content instanceof Maps maps) maps(g, maps, width, height, out);
        else if (content instanceof Units units) units(g, units, width, height, out);
        else if (content instanceof Classes classes) classes(g, classes, width, height);
        g.drawImage(pixels.end(), 0, 0, deviceWidth / out, deviceHeight / out);
    }

    private void image(GraphicsContext g, Image image, double height, double out) {
        double side = Math.min(height, drawn(image.picture().height()));
        double top = Math.rint((height - side) / 2);
        frame(g, 0, top, side, side);
        pixels.draw(
                image.picture(),
                out,
                (top + 1) * out,
                (side - 2) * out,
                (side - 2) * out,
                ink().get(Role.INK),
                1,
                true);
    }

    private void maps(GraphicsContext g, Maps maps, double width, double height, double out) {
        if (maps.count() == 0) return;
        double h = Math.rint(Math.min(height, drawn(maps.height())));
        double w = Math.rint(h * maps.width() / maps.height());
        double top = Math.rint((height - h) / 2);
        int whole = whole(maps.count(), w, width);
        double from = whole * (w + GAP);
        int stacked = maps.count() - whole;
        double sliver = stacked == 0 ? 0 : sliver(width - from - 1, stacked, w);
        for (int i = 0; i < maps.count(); i++) {
            double x = i < whole ? i * (w + GAP) : from + (i - whole) * sliver;
            double right = i < whole ? x + w : i < maps.count() - 1 ? x + sliver + 1 : Math.min(width, x + w);
            if (x >= width) break;
            if (i < maps.tiles().size())
                pixels.draw(
                        maps.tiles().get(i),
                        maps.limit(),
                        (x + 1) * out,
                        (top + 1) * out,
                        (w - 2) * out,
                        (h - 2) * out,
                        (right - 1) * out,
                        ink().get(Role.POSITIVE),
                        ink().get(Role.NEGATIVE),
                        false);
            frame(g, x, top, right - x, h);
        }
    }

    /** How far stacked tiles stand apart: whole pixels where there is room, so that their edges are even. */
    private static double sliver(double room, int stacked, double w) {
        double even = (room - Math.min(w, room * 0.5)) / Math.max(1, stacked - 1);
        double filling = room / stacked;
        double pitch = Math.min(w * 0.5, Math.max(even, filling));
        return pitch >= 2 ? Math.floor(pitch) : pitch;
    }

    /** How many tiles are shown whole so that the rest still have a sliver each. */
    static int whole(int count, double side, double width) {
        if (count * (side + GAP) - GAP <= width) return count;
        int whole = (int) ((width - count * LEAST_SLIVER) / (side + GAP - LEAST_SLIVER));
        return Math.max(0, Math.min(count, whole));
    }

    private void units(GraphicsContext g, Units units, double width, double height, double out) {
        if (units.count() == 0) return;
        int rows = Math.max(1, Math.min(3, (units.count() + LONGEST_ROW - 1) / LONGEST_ROW));
        int columns = (units.count() + rows - 1) / rows;
        double cell = Math.min(12, width / columns);
        double high = rows == 1 ? 14 : 8;
        double top = Math.rint((height - rows * high) / 2);
        for (int i = 0; i < units.count(); i++) {
            double x = i % columns * cell;
            int row = i / columns;
            double y = top + row * high;
            if (i < units.values().size())
                pixels.draw(
                        units.values().get(i),
                        units.limit(),
                        x * out,
                        y * out,
                        cell * out,
                        high * out,
                        width * out,
                        ink().get(Role.POSITIVE),
                        ink().get(Role.NEGATIVE),
                        false);
        }
        if (units.values().isEmpty())
            for (int row = 0; row < rows; row++) {
                int inRow = Math.min(columns, units.count() - row * columns);
                frame(g, 0, top + row * high, inRow * cell, high);
                if (cell >= 3)
                    for (int i = 1; i < inRow; i++) {
                        double x = Math.floor(i * cell) + 0.5;
                        g.strokeLine(x, top + row * high, x, top + (row + 1) * high);
                    }
            }
    }

    private void classes(GraphicsContext g, Classes classes, double width, double height) {
        int n = classes.names().size();
        double pitch = Math.min(24, width / n);
        double w = Math.max(2, Math.floor(pitch - 4));
        double h = Math.min(height, 30);
        double top = Math.rint((height - h) / 2);
        Font font = ink().font(Face.SANS, Math.min(ink().get(Measure.NOTE), w));
        Font bold = ink().font(Face.SEMIBOLD, Math.min(ink().get(Measure.NOTE), w));
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < n; i++) {
            double x = Math.rint(i * pitch);
            boolean answer = i == classes.answer();
            g.setFill(ink().get(answer ? Role.ACCENT : Role.WELL));
            g.fillRoundRect(x, top, w, h, 6, 6);
            String name = classes.names().get(i);
            if (name.length() > 2) name = name.substring(0, 1);
            g.setFont(answer ? bold : font);
            g.setFill(ink().get(answer ? Role.ON_ACCENT : Role.INK_3));
            if (w >= 8) g.fillText(name, x + w / 2, top + h / 2);
        }
    }

    private void frame(GraphicsContext g, double x, double y, double w, double h) {
        g.setStroke(ink().get(Role.INK_3, 0.6));
        g.setLineWidth(1);
        g.strokeRect(Math.floor(x) + 0.5, y + 0.5, Math.max(0, Math.floor(w) - 1), h - 1);
    }
}
