package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A net's output as a row of cells, one a class, each filled from below by its probability. */
public final class AnswerCells extends Painted {
    private static final double GAP = 6;

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private List<String> classes = List.of();
    private double[] shares = {};
    private IntConsumer onChosen = i -> {};
    private int hovered = -1;

    public AnswerCells() {
        super("answer-cells");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinSize(80, 24);
        setPrefSize(400, 32);
        selected.addListener(o -> {
            accessibleChanged();
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(at(e.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            // A scroll pane around it would take the focus, and with it the arrow keys.
            e.consume();
            int cell = at(e.getX());
            if (cell < 0) return;
            selected.set(cell);
            onChosen.accept(cell);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Shows these shares.
     *
     * @param names of the classes
     * @param values one for each, 0 to 1
     */
    public void show(List<String> names, double[] values) {
        classes = List.copyOf(names);
        shares = values.clone();
        if (selected.get() >= shares.length) selected.set(-1);
        accessibleChanged();
        repaint();
    }

    /** The chosen class; −1 for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Called with a class when it is clicked or Enter is pressed on it. */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }

    private void hover(int cell) {
        if (cell == hovered) return;
        hovered = cell;
        repaint();
    }

    private int at(double x) {
        if (shares.length == 0) return -1;
        int cell = (int) Math.floor((x - getInsets().getLeft()) / (getWidth() + GAP) * shares.length);
        return cell >= 0 && cell < shares.length ? cell : -1;
    }

    private void key(KeyEvent e) {
        int last = shares.length - 1;
        int now = selected.get();
        int to = switch (e.getCode()) {
            case LEFT -> Math.max(0, now - 1);
            case RIGHT -> Math.min(last, now + 1);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (to >= 0 && last >= 0) selected.set(to);
        if (e.getCode() == KeyCode.ENTER && now >= 0) onChosen.accept(now);
        if (to >= 0 || e.getCode() == KeyCode.ENTER) e.consume();
    }

    @Override
    protected String accessibleDetail() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++)
            if (shares[i] >= 0.005) parts.add(classes.get(i) + " " + Math.round(100 * shares[i]) + " %");
        return String.join(", ", parts);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        int n = shares.length;
        if (n == 0) return;
        double pitch = (width + GAP) / n;
        double cell = Math.max(4, pitch - GAP);
        double guide = ink().get(Measure.GUIDE);
        Font font = ink().font(Face.SEMIBOLD, Measure.BODY);
        double widest = 0;
        for (String name : classes) widest = Math.max(widest, textWidth(name, font));
        if (widest > cell - 4) font = Face.SEMIBOLD.at(Math.max(8, font.getSize() * (cell - 4) / widest));
        for (int i = 0; i < n; i++) {
            double x = Math.rint(i * pitch);
            g.setFill(ink().get(Role.WELL));
            g.fillRoundRect(x, 0, cell, height, 6, 6);
            double share = Math.max(0, Math.min(1, shares[i]));
            double high = Math.rint(share * height);
            boolean filled = share >= 0.01;
            if (filled) {
                g.setFill(ink().get(Role.ACCENT));
                g.fillRoundRect(x, height - Math.max(2, high), cell, Math.max(2, high), 6, 6);
            }
            double line = font.getSize() * 1.1;
            // The name stands in the middle of what is free: above the fill, or on it when it is nearly full.
            double free = height - high;
            boolean above = free >= line;
            double y = !filled ? height / 2 : above ? free / 2 : height - high / 2;
            g.setFont(font);
            g.setFill(ink().get(filled && !above ? Role.ON_ACCENT : Role.INK));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(classes.get(i), x + cell / 2, y, cell);
            if (i == selected.get() || i == hovered) {
                boolean chosen = i == selected.get();
                g.setStroke(ink().get(chosen ? Role.ACCENT : Role.INK_3));
                double line2 = chosen ? 2 * guide : 1;
                g.setLineWidth(line2);
                g.strokeRoundRect(x + line2 / 2, line2 / 2, cell - line2, height - line2, 6, 6);
            }
        }
    }
}
