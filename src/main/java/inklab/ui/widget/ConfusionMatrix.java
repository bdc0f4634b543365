package inklab.ui.widget;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Counts of truth (rows) against answer (columns). Mistakes are danger, stronger the more there are: opacity
 * 0.12 + 0.88·(n / largest)^0.9; the diagonal is only a number. A cell is chosen by click, arrow keys and Enter; its index is
 * {@code row · classes + column}.
 */
public final class ConfusionMatrix extends Painted {
    /** What a screen reader says of a cell. */
    @FunctionalInterface
    public interface Describer {
        String describe(int truth, int answer, int count);
    }

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private List<String> classes;
    private int[][] counts;
    private IntConsumer onChosen = cell -> {};
    private Describer describer = (truth, answer, count) -> truth + " → " + answer + ": " + count;
    private int hovered = -1;
    private double left;
    private double top;
    private double pitch = 1;

    /** A matrix of zeros. */
    public ConfusionMatrix(List<String> classes) {
        super("confusion-matrix");
        this.classes = List.copyOf(classes);
        counts = new int[classes.size()][classes.size()];
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        setMinSize(160, 160);
        setPrefSize(360, 350);
        selected.addListener(o -> {
            accessibleChanged();
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(cellAt(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            // A scroll pane around it would take the focus, and with it the arrow keys.
            e.consume();
            int cell = cellAt(e);
            if (cell < 0) return;
            selected.set(cell);
            onChosen.accept(cell);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Shows counts.
     *
     * @param counts {@code [truth][answer]}
     */
    public void setCounts(List<String> classes, int[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = new int[classes.size()][];
        for (int row = 0; row < classes.size(); row++) this.counts[row] = counts[row].clone();
        if (selected.get() >= classes.size() * classes.size()) selected.set(-1);
        accessibleChanged();
        repaint();
    }

    /** The chosen cell: truth · classes + answer; −1 for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Called with a cell when it is clicked or Enter is pressed on it. */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }

    public void setDescriber(Describer words) {
        describer = words;
    }

    /** How strongly danger fills the cell of n mistakes when the largest count of mistakes is {@code largest}. */
    static double opacity(int n, int largest) {
        return n == 0 ? 0 : 0.12 + 0.88 * Math.pow((double) n / largest, 0.9);
    }

    private void hover(int cell) {
        if (cell == hovered) return;
        hovered = cell;
        repaint();
    }

    private int cellAt(MouseEvent e) {
        int n = classes.size();
        int column = (int) Math.floor((e.getX() - getInsets().getLeft() - left) / pitch);
        int row = (int) Math.floor((e.getY() - getInsets().getTop() - top) / pitch);
        return column < 0 || row < 0 || column >= n || row >= n ? -1 : row * n + column;
    }

    private void key(KeyEvent e) {
        int n = classes.size();
        int at = Math.max(0, selected.get());
        int row = at / n;
        int column = at % n;
        boolean used = true;
        switch (e.getCode()) {
            case LEFT -> column = Math.max(0, column - 1);
            case RIGHT -> column = Math.min(n - 1, column + 1);
            case UP -> row = Math.max(0, row - 1);
            case DOWN -> row = Math.min(n - 1, row + 1);
            default -> used = false;
        }
        if (used) selected.set(selected.get() < 0 ? 0 : row * n + column);
        else if (e.getCode() == KeyCode.ENTER && selected.get() >= 0) onChosen.accept(selected.get());
        if (used || e.getCode() == KeyCode.ENTER) e.consume();
    }

    @Override
    protected String accessibleDetail() {
        int cell = selected.get();
        int n = classes.size();
        return cell < 0 ? "" : describer.describe(cell / n, cell % n, counts[cell / n][cell % n]);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        int n = classes.size();
        boolean digits = classes.stream().allMatch(name -> name.length() == 1);
        Font head = digits ? ink().font(Face.MEDIUM, Measure.BODY) : ink().font(Face.SANS, Measure.CAPTION);
        double widest = 0;
        for (String name : classes) widest = Math.max(widest, textWidth(name, head));
        left = digits ? 34 : Math.ceil(Math.min(widest, 110)) + 10;
        top = digits ? Math.ceil(head.getSize() * 1.6) : Math.ceil(Math.min(widest, 80)) + 8;
        pitch = Math.floor(Math.min((width - left) / n, (height - top) / n));
        if (pitch < 4) return;
        // What is left over stands on both sides.
        left += Math.floor(Math.max(0, width - left - pitch * n) / 2) * (digits ? 1 : 0);
        if (head.getSize() > 0.85 * pitch) head = Font.font(head.getFamily(), 0.85 * pitch);
        g.setFont(head);
        for (int k = 0; k < n; k++) {
            double middle = pitch * (k + 0.5);
            g.setFill(ink().get(Role.INK_2));
            g.setTextAlign(digits ? TextAlignment.CENTER : TextAlignment.RIGHT);
            g.fillText(classes.get(k), digits ? left - 15 : left - 8, top + middle - 1, 110);
            if (digits) g.fillText(classes.get(k), left + middle - 1, top - head.getSize() * 0.9);
            else upright(g, classes.get(k), left + middle - 1, top - 6);
        }
        int largest = IntStream.range(0, n * n)
                .filter(cell -> cell / n != cell % n)
                .map(cell -> counts[cell / n][cell % n])
                .max()
                .orElse(0);
        for (int cell = 0; cell < n * n; cell++) paintCell(g, cell, n, largest);
    }

    private void upright(GraphicsContext g, String name, double x, double y) {
        g.save();
        g.translate(x, y);
        g.rotate(-90);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(name, 0, 0, 80);
        g.restore();
    }

    private void paintCell(GraphicsContext g, int cell, int n, int largest) {
        int row = cell / n;
        int column = cell % n;
        int count = counts[row][column];
        double x = left + column * pitch;
        double y = top + row * pitch;
        double size = pitch - 2;
        boolean right = row == column;
        Color well = ink().get(Role.WELL);
        Color ground = right || count == 0
                ? right ? ink().get(Role.SHEET) : well
                : Contrast.over(ink().get(Role.DANGER, opacity(count, largest)), well);
        if (!right || count == 0) {
            g.setFill(right ? well : ground);
            g.fillRoundRect(x, y, size, size, 5, 5);
        }
        if (cell == hovered && cell != selected.get()) ring(g, x, y, size, Role.INK_3, 1);
        if (cell == selected.get()) ring(g, x, y, size, Role.INK, 2 * ink().get(Measure.GUIDE));
        if (count == 0 || pitch < 14) return;
        Font font = ink().font(Face.SEMIBOLD, Measure.NOTE);
        if (right) font = ink().font(Face.SANS, Measure.CAPTION);
        double wide = textWidth(Integer.toString(count), font);
        double fitting = Math.min(font.getSize() * (size - 2) / wide, 0.72 * size);
        if (fitting < font.getSize()) font = Font.font(font.getFamily(), fitting);
        g.setFont(font);
        g.setFill(right ? ink().get(Role.INK_3) : ink().on(ground));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Integer.toString(count), x + size / 2, y + size / 2);
    }

    private void ring(GraphicsContext g, double x, double y, double size, Role role, double line) {
        g.setStroke(ink().get(role));
        g.setLineWidth(line);
        g.strokeRoundRect(x, y, size, size, 6, 6);
    }
}
