package inklab.ui.widget;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.TextAlignment;

/**
 * Many digits in rows, all drawn into one image: only the rows in sight cost anything, so thousands scroll as well as 64 do. A cell can be
 * flagged (soft danger, its caption in danger), chosen by click, arrow keys and Enter, and filtered out.
 */
public final class DigitWall extends Painted {
    /**
     * One digit of the wall.
     *
     * @param caption under the digit; empty for none
     * @param flagged whether something is wrong with it
     * @param name what a screen reader says
     */
    public record Cell(Picture picture, String caption, boolean flagged, String name) {
        /** A digit with nothing to say about it. */
        public Cell(Picture picture) {
            this(picture, "", false, "");
        }
    }

    private static final double PAD = 4;
    private static final double SMALLEST = 20;

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(this, "hovered", -1);
    private final ReadOnlyObjectWrapper<List<Cell>> cells = new ReadOnlyObjectWrapper<>(this, "cells", List.of());
    private int[] shown = {};
    private IntPredicate filter = i -> true;
    private IntConsumer onChosen = i -> {};
    private double pictureSize = 56;
    private int fixedColumns;
    private boolean spread;
    private boolean captions;
    private boolean tiles;
    private double scroll;
    private GridLayout grid = new GridLayout(0, 1, 1, 1, 0, 0);
    private InkCanvas pixels = new InkCanvas(1, 1);

    /** A wall whose digits are about so many px high. */
    public DigitWall(double pictureSize) {
        super("digit-wall");
        this.pictureSize = pictureSize;
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinSize(40, 40);
        setPrefSize(480, 320);
        selected.addListener(o -> {
            reveal(selected.get());
            accessibleChanged();
            repaint();
        });
        hovered.addListener(o -> repaint());
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hovered.set(cellAt(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hovered.set(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            choose(cellAt(e));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ScrollEvent.SCROLL, e -> {
            double before = scroll;
            scrollTo(scroll - e.getDeltaY());
            if (scroll != before) e.consume();
        });
    }

    /** Shows these digits; the chosen index stays. */
    public void setCells(List<Cell> cells) {
        boolean sameCount = cells.size() == cells().size();
        this.cells.set(List.copyOf(cells));
        if (!sameCount) refilter();
        repaint();
    }

    public List<Cell> cells() {
        return cells.get();
    }

    /** The digits, filtered or not. */
    public ReadOnlyObjectProperty<List<Cell>> cellsProperty() {
        return cells.getReadOnlyProperty();
    }

    /** Shows only the cells whose index passes. */
    public void setFilter(IntPredicate passes) {
        filter = passes;
        refilter();
        repaint();
    }

    /**
     * How many columns. With a fixed number the digits shrink until every row is in sight (to 20 px, then the wall scrolls); with 0 there
     * are as many columns as fit and the digits share the width, up to half as large again as asked for.
     */
    public void setColumns(int columns) {
        fixedColumns = columns;
        repaint();
    }

    /** Whether, with a fixed number of columns, as many rows as fit share the height that is left between them. */
    public void setSpread(boolean spread) {
        this.spread = spread;
        repaint();
    }

    /** Whether cells leave room for a caption. */
    public void setCaptions(boolean captions) {
        this.captions = captions;
        repaint();
    }

    /** Whether every digit lies on a sheet of its own, with its caption in the sheet's corner. */
    public void setTiles(boolean tiles) {
        this.tiles = tiles;
        repaint();
    }

    /** The size the digits have at least where columns are as many as fit, px. */
    public void setPictureSize(double size) {
        pictureSize = size;
        repaint();
    }

    /** The chosen cell's index in the unfiltered list; −1 for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** The index of the cell under the pointer; −1 for none. */
    public ReadOnlyIntegerProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** Called with a cell's index when it is clicked or Enter is pressed on it. */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }

    /** How many cells pass the filter. */
    public int shownCount() {
        return shown.length;
    }

    private void refilter() {
        shown = IntStream.range(0, cells().size()).filter(filter).toArray();
        scroll = 0;
        hovered.set(-1);
    }

    private void choose(int index) {
        if (index < 0) return;
        selected.set(index);
        onChosen.accept(index);
    }

    private int cellAt(MouseEvent e) {
        int place = grid.at(
                e.getX() - getInsets().getLeft() - left(),
                e.getY() - getInsets().getTop() + scroll);
        return place < 0 ? -1 : shown[place];
    }

    private double left() {
        double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
        return Math.max(0, Math.floor((width - grid.width()) / 2));
    }

    private void key(KeyEvent e) {
        int place = placeOf(selected.get());
        int to = switch (e.getCode()) {
            case LEFT -> grid.moved(place, -1, 0);
            case RIGHT -> grid.moved(place, 1, 0);
            case UP -> grid.moved(place, 0, -1);
            case DOWN -> grid.moved(place, 0, 1);
            case PAGE_UP -> grid.moved(place, 0, -Math.min(5, Math.max(0, place / grid.columns())));
            case PAGE_DOWN -> grid.moved(place, 0, Math.min(5, grid.rows() - 1 - place / grid.columns()));
            case HOME -> shown.length == 0 ? -1 : 0;
            case END -> shown.length - 1;
            default -> -1;
        };
        if (to >= 0) {
            selected.set(shown[to]);
            e.consume();
        } else if (place >= 0 && e.getCode() == KeyCode.ENTER) {
            onChosen.accept(selected.get());
            e.consume();
        }
    }

    private int placeOf(int index) {
        for (int i = 0; i < shown.length; i++) if (shown[i] == index) return i;
        return -1;
    }

    private void reveal(int index) {
        int place = placeOf(index);
        if (place < 0) return;
        double top = grid.y(place);
        double height = getHeight() - getInsets().getTop() - getInsets().getBottom();
        if (top < scroll) scrollTo(top);
        else if (top + grid.cellHeight() > scroll + height) scrollTo(top + grid.cellHeight() - height);
    }

    private void scrollTo(double y) {
        double height = getHeight() - getInsets().getTop() - getInsets().getBottom();
        scroll = Math.max(0, Math.min(grid.height() - height, y));
        repaint();
    }

    @Override
    protected String accessibleDetail() {
        int i = selected.get();
        return i >= 0 && i < cells().size() ? cells().get(i).name() : "";
    }

    private double captionHeight() {
        return captions ? ink().get(Measure.NOTE) + 7 : 0;
    }

    private void arrange(double width, double height) {
        double caption = captionHeight();
        int columns = fixedColumns > 0 ? fixedColumns : Math.max(1, (int) (width / (pictureSize + 3 * PAD)));
        double pitch = Math.floor(width / columns);
        double picture = pitch - 3 * PAD;
        if (fixedColumns > 0) {
            int rows = Math.max(1, (shown.length + columns - 1) / columns);
            double fitting = Math.floor((height + PAD) / rows) - 3 * PAD - caption;
            picture = Math.min(picture, Math.max(SMALLEST, fitting));
        } else picture = Math.min(picture, 1.5 * pictureSize);
        double cell = fixedColumns > 0 ? pitch - PAD : picture + 2 * PAD;
        double high = picture + 2 * PAD + caption;
        double gap = PAD;
        if (spread && fixedColumns > 0) {
            int rows = Math.max(1, (int) ((height + PAD) / (high + PAD)));
            if (rows > 1) gap = Math.max(PAD, Math.floor((height - rows * high) / (rows - 1)));
        }
        grid = new GridLayout(shown.length, columns, cell, high, pitch - cell, gap);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        arrange(width, height);
        scroll = Math.max(0, Math.min(grid.height() - height, scroll));
        int first = grid.row(scroll) * grid.columns();
        int last = Math.min(shown.length, (grid.row(scroll + height) + 1) * grid.columns());
        double left = left();
        for (int place = first; place < last; place++) paintGround(g, place, left);
        paintDigits(g, first, last, left, width, height);
        if (captions || tiles) for (int place = first; place < last; place++) paintCaption(g, place, left);
        if (grid.height() > height) paintScrollBar(g, width, height);
    }

    private void paintGround(GraphicsContext g, int place, double left) {
        int index = shown[place];
        boolean chosen = index == selected.get();
        boolean flagged = cells().get(index).flagged();
        if (!tiles && !chosen && !flagged && index != hovered.get()) return;
        double x = left + grid.x(place);
        double y = grid.y(place) - scroll;
        double w = grid.cellWidth();
        double h = grid.cellHeight();
        boolean bare = tiles && index != hovered.get();
        g.setFill(ink().get(flagged ? Role.DANGER_SOFT : chosen ? Role.ACCENT_SOFT : bare ? Role.SHEET : Role.WELL));
        double round = tiles ? 12 : 14;
        g.fillRoundRect(x, y, w, h, round, round);
        if (!chosen) return;
        double line = 2 * ink().get(Measure.GUIDE);
        g.setStroke(ink().get(Role.ACCENT));
        g.setLineWidth(line);
        g.strokeRoundRect(x + line / 2, y + line / 2, w - line, h - line, 14, 14);
    }

    private void paintDigits(GraphicsContext g, int first, int last, double left, double width, double height) {
        double out = outputScale();
        int deviceWidth = Math.max(1, (int) Math.round(width * out));
        int deviceHeight = Math.max(1, (int) Math.round(height * out));
        if (!pixels.fits(deviceWidth, deviceHeight)) pixels = new InkCanvas(deviceWidth, deviceHeight);
        pixels.begin();
        double size = (grid.cellHeight() - 2 * PAD - captionHeight()) * out;
        for (int place = first; place < last; place++) {
            double x = (left + grid.x(place) + grid.cellWidth() / 2) * out - size / 2;
            double y = (grid.y(place) - scroll + PAD) * out;
            Picture picture = cells().get(shown[place]).picture();
            pixels.draw(picture, x, y, size, size, ink().get(Role.INK), 1, true);
        }
        g.drawImage(pixels.end(), 0, 0, deviceWidth / out, deviceHeight / out);
    }

    private void paintCaption(GraphicsContext g, int place, double left) {
        Cell cell = cells().get(shown[place]);
        if (cell.caption().isEmpty()) return;
        boolean chosen = shown[place] == selected.get();
        g.setFont(ink().font(
                        cell.flagged() || chosen ? Face.SEMIBOLD : Face.SANS, tiles ? Measure.CAPTION : Measure.NOTE));
        g.setFill(ink().get(cell.flagged() ? Role.DANGER : chosen ? Role.ACCENT : Role.INK_2));
        if (tiles) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.TOP);
            double right = left + grid.x(place) + grid.cellWidth();
            g.fillText(cell.caption(), right - 3, grid.y(place) - scroll);
            return;
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        g.fillText(
                cell.caption(),
                left + grid.x(place) + grid.cellWidth() / 2,
                grid.y(place) - scroll + grid.cellHeight() - 6);
    }

    private void paintScrollBar(GraphicsContext g, double width, double height) {
        double share = height / grid.height();
        g.setFill(ink().get(Role.TRACK));
        double length = Math.max(24, share * height);
        double at = scroll / (grid.height() - height) * (height - length);
        g.fillRoundRect(width - 4, at, 4, length, 4, 4);
    }
}
