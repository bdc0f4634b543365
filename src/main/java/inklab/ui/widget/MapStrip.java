package inklab.ui.widget;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * Filters, feature maps or the units of a layer in rows, all on one scale. A tile is chosen by click, arrow keys and Enter. The strip is
 * as high as its tiles need at its width.
 */
public final class MapStrip extends Painted {
    /** Hears where in a tile was clicked, as shares of its width and height from its upper left corner. */
    @FunctionalInterface
    public interface PointListener {
        void pointed(int tile, double x, double y);
    }

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private List<MapTile> tiles = List.of();
    private int columns;
    private double gap = 6;
    private double cellHeight = Double.NaN;
    private boolean smooth;
    private boolean ground = true;
    private Role bed = Role.WELL;
    private double mat;
    private List<String> captions = List.of();
    private double limit = Double.NaN;
    private int hovered = -1;
    private IntConsumer onChosen = i -> {};
    private PointListener onPointed = (tile, x, y) -> onChosen.accept(tile);
    private IntFunction<String> names = i -> "";
    private GridLayout grid = new GridLayout(0, 1, 1, 1, 0, 0);
    private InkCanvas pixels = new InkCanvas(1, 1);

    /** @param columns tiles in a row */
    public MapStrip(int columns) {
        super("map-strip");
        this.columns = columns;
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinWidth(40);
        selected.addListener(o -> {
            accessibleChanged();
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(tileAt(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            // A scroll pane around it would take the focus, and with it the arrow keys.
            e.consume();
            int at = tileAt(e);
            if (at < 0) return;
            selected.set(at);
            double x = e.getX() - getInsets().getLeft() - room() - grid.x(at);
            double y = e.getY() - getInsets().getTop() - room() - grid.y(at);
            onPointed.pointed(at, within(x / grid.cellWidth()), within(y / grid.cellHeight()));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** A layer's units: narrow bars side by side, so many in a row and so high. */
    public static MapStrip ofUnits(int columns, double height) {
        MapStrip strip = new MapStrip(columns);
        strip.gap = 0;
        strip.ground = false;
        strip.cellHeight = height;
        return strip;
    }

    /** Shows these tiles, all of one size. */
    public void setTiles(List<MapTile> shown) {
        boolean sameCount = shown.size() == tiles.size();
        tiles = List.copyOf(shown);
        if (selected.get() >= tiles.size()) selected.set(-1);
        if (!sameCount) requestLayout();
        repaint();
    }

    /** Shows one value a tile. */
    public void setValues(float[] values) {
        MapTile[] each = new MapTile[values.length];
        for (int i = 0; i < each.length; i++) each[i] = new MapTile(1, 1, new float[] {values[i]});
        setTiles(List.of(each));
    }

    /** Tiles in a row. */
    public void setColumns(int tilesInRow) {
        columns = tilesInRow;
        requestLayout();
        repaint();
    }

    /** Px between tiles; under 4 the tiles lose the ground behind them. */
    public void setGap(double px) {
        gap = px;
        ground = px >= 4;
        requestLayout();
        repaint();
    }

    /** What lies behind the tiles: well on a sheet, sheet in the panel. */
    public void setBed(Role role) {
        bed = role;
        repaint();
    }

    /** How much of the bed shows around a tile, px. */
    public void setMat(double px) {
        mat = px;
        repaint();
    }

    /** A word under each tile; none for an empty list. */
    public void setCaptions(List<String> words) {
        boolean sameRoom = words.isEmpty() == captions.isEmpty();
        captions = List.copyOf(words);
        if (!sameRoom) requestLayout();
        repaint();
    }

    private double captionHeight() {
        return captions.isEmpty() ? 0 : Math.ceil(1.5 * ink().get(Measure.CAPTION));
    }

    /** Whether pixels are smoothed away. */
    public void setSmooth(boolean smoothed) {
        smooth = smoothed;
        repaint();
    }

    /** The value drawn in full colour; NaN for the greatest of all tiles. */
    public void setLimit(double fullColour) {
        limit = fullColour;
        repaint();
    }

    /** The chosen tile; −1 for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Called with a tile's index when it is clicked or Enter is pressed on it. */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }

    /** Called instead when a tile is clicked, for whom the place in it matters; Enter still means the whole tile. */
    public void setOnPointed(PointListener listener) {
        onPointed = listener;
    }

    private static double within(double share) {
        return Math.max(0, Math.min(Math.nextDown(1.0), share));
    }

    /** What a screen reader calls a tile. */
    public void setNames(IntFunction<String> nameOf) {
        names = nameOf;
    }

    private void hover(int tile) {
        if (tile == hovered) return;
        hovered = tile;
        repaint();
    }

    private int tileAt(MouseEvent e) {
        return grid.at(
                e.getX() - getInsets().getLeft() - room(),
                e.getY() - getInsets().getTop() - room());
    }

    private void key(KeyEvent e) {
        int at = selected.get();
        int to = switch (e.getCode()) {
            case LEFT -> grid.moved(at, -1, 0);
            case RIGHT -> grid.moved(at, 1, 0);
            case UP -> grid.moved(at, 0, -1);
            case DOWN -> grid.moved(at, 0, 1);
            case HOME -> tiles.isEmpty() ? -1 : 0;
            case END -> tiles.size() - 1;
            default -> -1;
        };
        if (to >= 0) selected.set(to);
        if (at >= 0 && e.getCode() == KeyCode.ENTER) onChosen.accept(at);
        if (to >= 0 || e.getCode() == KeyCode.ENTER) e.consume();
    }

    @Override
    protected String accessibleDetail() {
        return selected.get() < 0 ? "" : names.apply(selected.get());
    }

    /** Around the tiles for the chosen one's ring, px. */
    private double room() {
        return 1 + 2 * ink().get(Measure.GUIDE);
    }

    private GridLayout arranged(double width) {
        double cell = Math.max(1, (width - 2 * room() + gap) / columns - gap);
        double ratio = tiles.isEmpty()
                ? 1
                : (double) tiles.get(0).height() / tiles.get(0).width();
        double high = Double.isNaN(cellHeight) ? cell * ratio : cellHeight;
        return new GridLayout(tiles.size(), columns, cell, high, gap, gap + captionHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 40.0 * Math.min(columns, 10);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double within = (width < 0 ? computePrefWidth(-1) : width)
                - getInsets().getLeft()
                - getInsets().getRight();
        return Math.ceil(arranged(within).height() + 2 * room() + captionHeight())
                + getInsets().getTop()
                + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        grid = arranged(width);
        double full = Double.isNaN(limit) ? MapTile.greatest(tiles) : limit;
        double out = outputScale();
        int deviceWidth = Math.max(1, (int) Math.round(width * out));
        int deviceHeight = Math.max(1, (int) Math.round(height * out));
        if (!pixels.fits(deviceWidth, deviceHeight)) pixels = new InkCanvas(deviceWidth, deviceHeight);
        pixels.begin();
        for (int i = 0; i < tiles.size(); i++) {
            double x = room() + grid.x(i);
            double y = room() + grid.y(i);
            if (ground) {
                g.setFill(ink().get(bed));
                g.fillRoundRect(x, y, grid.cellWidth(), grid.cellHeight(), 4, 4);
            }
            pixels.draw(
                    tiles.get(i),
                    full,
                    (x + mat) * out,
                    (y + mat) * out,
                    (grid.cellWidth() - 2 * mat) * out,
                    (grid.cellHeight() - 2 * mat) * out,
                    deviceWidth,
                    ink().get(Role.POSITIVE),
                    ink().get(Role.NEGATIVE),
                    smooth);
        }
        g.drawImage(pixels.end(), 0, 0, deviceWidth / out, deviceHeight / out);
        for (int i = 0; i < Math.min(captions.size(), tiles.size()); i++) caption(g, i);
        if (hovered >= 0 && hovered < tiles.size()) ring(g, hovered, Role.INK_3, 1);
        if (selected.get() >= 0) ring(g, selected.get(), Role.ACCENT, 2 * ink().get(Measure.GUIDE));
    }

    private void caption(GraphicsContext g, int tile) {
        boolean chosen = tile == selected.get();
        g.setFont(ink().font(chosen ? Face.SEMIBOLD : Face.SANS, Measure.CAPTION));
        g.setFill(ink().get(chosen ? Role.ACCENT : Role.INK_3));
        g.setTextAlign(TextAlignment.CENTER);
        double x = room() + grid.x(tile) + grid.cellWidth() / 2;
        g.fillText(captions.get(tile), x, room() + grid.y(tile) + grid.cellHeight() + 2 + captionHeight() / 2);
    }

    private void ring(GraphicsContext g, int tile, Role role, double line) {
        g.setStroke(ink().get(role));
        g.setLineWidth(line);
        double by = line / 2 + (ground ? 1 : 0);
        g.strokeRoundRect(
                room() + grid.x(tile) - by,
                room() + grid.y(tile) - by,
                grid.cellWidth() + 2 * by,
                grid.cellHeight() + 2 * by,
                6,
                6);
    }
}
