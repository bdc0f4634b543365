package inklab.ui.widget;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Errors over two settings: a cell for each pair, tinted by its error on a scale of factors, the least framed. */
public final class HeatMap extends Painted {
    /**
     * A cell.
     *
     * @param value its error, above zero; NaN where nothing has been measured yet
     * @param name for the tag
     * @param failed what is said of a cell of which nothing will ever be measured; empty for any other
     */
    public record Cell(int row, int column, double value, String name, String failed) {}

    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private List<Cell> cells = List.of();
    private String rowTitle = "";
    private String columnTitle = "";
    private Function<Double, String> words = Object::toString;
    private int pointed = -1;
    private double left;
    private double top;
    private double cellWidth;
    private double cellHeight;
    private final IntegerProperty picked = new SimpleIntegerProperty(this, "picked", -1);

    public HeatMap() {
        super("heat-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(160, 120);
        setPrefSize(440, 320);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(at(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            press(at(e));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        picked.addListener(o -> repaint());
    }

    /** Shows cells; there may be none yet for some pairs. */
    public void show(String rowTitle, List<String> rows, String columnTitle, List<String> columns, List<Cell> cells) {
        this.rowTitle = rowTitle;
        this.rows = List.copyOf(rows);
        this.columnTitle = columnTitle;
        this.columns = List.copyOf(columns);
        this.cells = List.copyOf(cells);
        pointed = -1;
        accessibleChanged();
        repaint();
    }

    /** How errors are written. */
    public void setFormat(DoubleFunction<String> format) {
        words = format::apply;
        repaint();
    }

    /** The cell that was pressed last, by its place in what was shown; −1 for none. */
    public IntegerProperty pickedProperty() {
        return picked;
    }

    private int at(MouseEvent e) {
        int column = (int) Math.floor((e.getX() - getInsets().getLeft() - left) / cellWidth);
        int row = (int) Math.floor((e.getY() - getInsets().getTop() - top) / cellHeight);
        return at(row, column);
    }

    private int at(int row, int column) {
        for (int i = 0; i < cells.size(); i++)
            if (cells.get(i).row() == row && cells.get(i).column() == column) return i;
        return -1;
    }

    private void point(int cell) {
        if (cell == pointed) return;
        pointed = cell;
        accessibleChanged();
        repaint();
    }

    private void press(int cell) {
        picked.set(-1);
        picked.set(cell);
    }

    private void key(KeyEvent e) {
        int from = Math.max(0, pointed);
        if (cells.isEmpty()) return;
        Cell cell = cells.get(from);
        int next = switch (e.getCode()) {
            case LEFT -> at(cell.row(), cell.column() - 1);
            case RIGHT -> at(cell.row(), cell.column() + 1);
            case UP -> at(cell.row() - 1, cell.column());
            case DOWN -> at(cell.row() + 1, cell.column());
            case ENTER, SPACE -> {
                press(from);
                yield from;
            }
            default -> -2;
        };
        if (next == -2) return;
        if (next >= 0) point(next);
        e.consume();
    }

    private int best() {
        int best = -1;
        for (int i = 0; i < cells.size(); i++)
            if (cells.get(i).value() >= 0
                    && (best < 0 || cells.get(i).value() < cells.get(best).value())) best = i;
        return best;
    }

    @Override
    protected String accessibleDetail() {
        int i = pointed >= 0 ? pointed : best();
        return i < 0 ? "" : cells.get(i).name() + " " + value(cells.get(i));
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (rows.isEmpty() || columns.isEmpty()) return;
        Font caption = ink().font(Face.SANS, Measure.CAPTION);
        double line = Math.ceil(caption.getSize() * 1.4);
        double gutter =
                rows.stream().mapToDouble(row -> textWidth(row, caption)).max().orElse(0);
        left = Math.ceil(Math.max(gutter, textWidth(rowTitle, caption))) + 10;
        top = line + 2;
        cellWidth = Math.max(8, (width - left) / columns.size());
        cellHeight = Math.max(8, (height - top - 2 * line) / rows.size());
        double low =
                cells.stream().mapToDouble(Cell::value).filter(v -> v > 0).min().orElse(1);
        double high =
                cells.stream().mapToDouble(Cell::value).filter(v -> v > 0).max().orElse(1);
        g.setFont(caption);
        g.setFill(ink().get(Role.INK_3));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(rowTitle, left - 10, line / 2);
        for (int r = 0; r < rows.size(); r++) g.fillText(rows.get(r), left - 10, top + cellHeight * (r + 0.5));
        g.setTextAlign(TextAlignment.CENTER);
        double foot = top + cellHeight * rows.size() + line / 2 + 2;
        for (int c = 0; c < columns.size(); c++) g.fillText(columns.get(c), left + cellWidth * (c + 0.5), foot);
        g.fillText(columnTitle, left + cellWidth * columns.size() / 2, foot + line);
        int best = best();
        for (int i = 0; i < cells.size(); i++) cell(g, i, low, high, i == best);
        if (pointed >= 0) tag(g, width, height);
    }

    private void cell(GraphicsContext g, int i, double low, double high, boolean best) {
        Cell cell = cells.get(i);
        double x = left + cellWidth * cell.column() + 1;
        double y = top + cellHeight * cell.row() + 1;
        double w = cellWidth - 2;
        double h = cellHeight - 2;
        boolean there = cell.value() >= 0;
        double share = high > low && cell.value() > 0 ? Math.log(cell.value() / low) / Math.log(high / low) : 0;
        Color tint = ink().get(Role.DANGER, 0.05 + 0.8 * Math.pow(share, 0.9));
        g.setFill(there ? tint : ink().get(Role.WELL));
        g.fillRoundRect(x, y, w, h, 6, 6);
        if (best || i == picked.get() || i == pointed) {
            g.setStroke(ink().get(best ? Role.ACCENT : Role.INK_2));
            g.setLineWidth(best ? 3 : 1.5);
            g.strokeRoundRect(x + 1, y + 1, w - 2, h - 2, 6, 6);
        }
        if (!cell.failed().isEmpty()) cross(g, x + w / 2, y + h / 2, Math.min(6, Math.min(w, h) / 4));
        if (!there) return;
        Font font = ink().font(best ? Face.SEMIBOLD : Face.SANS, Measure.CAPTION);
        String text = words.apply(cell.value());
        if (textWidth(text, font) > w - 4 || font.getSize() > h) return;
        g.setFont(font);
        g.setFill(ink().on(ink().get(Role.SHEET).interpolate(ink().get(Role.DANGER), tint.getOpacity())));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, x + w / 2, y + h / 2);
    }

    private void cross(GraphicsContext g, double x, double y, double arm) {
        g.setStroke(ink().get(Role.DANGER));
        g.setLineWidth(1.5);
        g.strokeLine(x - arm, y - arm, x + arm, y + arm);
        g.strokeLine(x - arm, y + arm, x + arm, y - arm);
    }

    private String value(Cell cell) {
        if (cell.value() >= 0) return words.apply(cell.value());
        return cell.failed().isEmpty() ? "–" : cell.failed();
    }

    private void tag(GraphicsContext g, double width, double height) {
        Cell cell = cells.get(pointed);
        HoverTag.paint(
                g,
                ink(),
                left + cellWidth * (cell.column() + 0.5),
                Math.max(top, top + cellHeight * cell.row() - 20),
                width,
                height,
                cell.name().lines().collect(Collectors.joining(" ")),
                List.of(new HoverTag.Line("", value(cell))));
    }
}
