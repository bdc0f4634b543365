package inklab.ui.widget;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A picture for each pair of two values, tinted by how bad it is there, with some cells framed. A click or an arrow key chooses a cell. */
public final class PictureSheet extends Painted {
    /** A framed cell. */
    public record Frame(int row, int column, Role role) {}

    /** Told of a cell. */
    @FunctionalInterface
    public interface OnCell {
        void chosen(int row, int column);
    }

    private static final double GAP = 2;
    private static final double RADIUS = 8;
    private static final double DEEPEST = 0.34;

    private final List<String> rows;
    private final List<String> columns;
    private List<Picture> pictures = List.of();
    private List<Double> tints = List.of();
    private List<Frame> frames = List.of();
    private OnCell onCell = (row, column) -> {};
    private int hovered = -1;
    private double left;
    private double cell = 1;
    private InkCanvas pixels = new InkCanvas(1, 1);

    /**
     * An empty sheet.
     *
     * @param rows what stands beside each row, from the top
     * @param columns what stands under each column
     */
    public PictureSheet(List<String> rows, List<String> columns) {
        super("picture-sheet");
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(120, 120);
        setPrefSize(240, 244);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(at(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            int at = at(e);
            if (at >= 0) onCell.chosen(at / this.columns.size(), at % this.columns.size());
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The pictures, row by row. */
    public void setPictures(List<Picture> shown) {
        pictures = List.copyOf(shown);
        repaint();
    }

    /** How bad it is in each cell, row by row, 0 to 1; empty for no tint. */
    public void setTints(List<Double> shown) {
        if (shown.equals(tints)) return;
        tints = List.copyOf(shown);
        repaint();
    }

    /** As set last. */
    public List<Double> tints() {
        return tints;
    }

    /** The framed cells, the one that arrow keys move first. */
    public void setFrames(List<Frame> shown) {
        if (shown.equals(frames)) return;
        frames = List.copyOf(shown);
        repaint();
    }

    public void setOnCell(OnCell action) {
        onCell = action;
    }

    private void hover(int at) {
        if (at == hovered) return;
        hovered = at;
        repaint();
    }

    private int at(MouseEvent e) {
        int column = (int) Math.floor((e.getX() - left) / (cell + GAP));
        int row = (int) Math.floor(e.getY() / (cell + GAP));
        boolean inside = column >= 0 && column < columns.size() && row >= 0 && row < rows.size();
        return inside ? row * columns.size() + column : -1;
    }

    private void key(KeyEvent e) {
        if (frames.isEmpty()) return;
        int dx = switch (e.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        int dy = switch (e.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        if (dx == 0 && dy == 0) return;
        Frame from = frames.get(0);
        onCell.chosen(
                Math.max(0, Math.min(rows.size() - 1, from.row() + dy)),
                Math.max(0, Math.min(columns.size() - 1, from.column() + dx)));
        e.consume();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        double labels = 0;
        for (String row : rows) labels = Math.max(labels, textWidth(row, font));
        labels = Math.ceil(labels) + 8;
        double foot = Math.ceil(font.getSize() * 1.6);
        double across = (width - labels + GAP) / columns.size() - GAP;
        double down = (height - foot + GAP) / rows.size() - GAP;
        cell = Math.max(8, Math.floor(Math.min(across, down)));
        double block = labels + columns.size() * (cell + GAP) - GAP;
        left = Math.floor((width - block) / 2) + labels;
        paintGrounds(g);
        paintPictures(g, width, height);
        paintFrames(g);
        g.setFont(font);
        g.setFill(ink().get(Role.INK_3));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int row = 0; row < rows.size(); row++) g.fillText(rows.get(row), left - 8, y(row) + cell / 2);
        g.setTextAlign(TextAlignment.CENTER);
        for (int column = 0; column < columns.size(); column++)
            g.fillText(columns.get(column), x(column) + cell / 2, y(rows.size()) - GAP + foot / 2 + 2);
        g.setTextAlign(TextAlignment.LEFT);
    }

    private double x(int column) {
        return left + column * (cell + GAP);
    }

    private double y(int row) {
        return row * (cell + GAP);
    }

    private void paintGrounds(GraphicsContext g) {
        for (int i = 0; i < rows.size() * columns.size(); i++) {
            double x = x(i % columns.size());
            double y = y(i / columns.size());
            double bad = i < tints.size() ? tints.get(i) : 0;
            if (i == hovered && !(bad > 0)) {
                g.setFill(ink().get(Role.WELL));
                g.fillRoundRect(x, y, cell, cell, RADIUS, RADIUS);
            }
            if (!(bad > 0)) continue;
            g.setFill(ink().get(Role.DANGER, DEEPEST * Math.min(1, bad)));
            g.fillRoundRect(x, y, cell, cell, RADIUS, RADIUS);
        }
    }

    private void paintPictures(GraphicsContext g, double width, double height) {
        double out = outputScale();
        int deviceWidth = Math.max(1, (int) Math.round(width * out));
        int deviceHeight = Math.max(1, (int) Math.round(height * out));
        if (!pixels.fits(deviceWidth, deviceHeight)) pixels = new InkCanvas(deviceWidth, deviceHeight);
        pixels.begin();
        double size = (cell - 4) * out;
        for (int i = 0; i < Math.min(pictures.size(), rows.size() * columns.size()); i++)
            pixels.draw(
                    pictures.get(i),
                    (x(i % columns.size()) + 2) * out,
                    (y(i / columns.size()) + 2) * out,
                    size,
                    size,
                    ink().get(Role.INK),
                    1,
                    true);
        g.drawImage(pixels.end(), 0, 0, deviceWidth / out, deviceHeight / out);
    }

    private void paintFrames(GraphicsContext g) {
        double line = 2 * ink().get(Measure.GUIDE);
        g.setLineWidth(line);
        // The first lies on top.
        for (int i = frames.size() - 1; i >= 0; i--) {
            Frame frame = frames.get(i);
            g.setStroke(ink().get(frame.role()));
            g.strokeRoundRect(x(frame.column()), y(frame.row()), cell, cell, RADIUS, RADIUS);
        }
    }
}
