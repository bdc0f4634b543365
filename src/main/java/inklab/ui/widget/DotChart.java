package inklab.ui.widget;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Dots in a plane, and a stair through some of them: what cannot be had cheaper, or the best until then. */
public final class DotChart extends Painted {
    /**
     * A dot.
     *
     * @param marked whether it stands on the stair
     * @param name for the tag
     */
    public record Dot(double x, double y, boolean marked, String name) {}

    private List<Dot> dots = List.of();
    private List<Point2D> stair = List.of();
    private boolean logX;
    private boolean logY = true;
    private DoubleFunction<String> xWords = Double::toString;
    private DoubleFunction<String> yWords = Double::toString;
    private double[] px = {};
    private double[] py = {};
    private int pointed = -1;
    private int chosen = -1;
    private final IntegerProperty picked = new SimpleIntegerProperty(this, "picked", -1);

    /** @param name the style class */
    public DotChart(String name) {
        super(name);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(140, 120);
        setPrefSize(300, 280);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(at(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            press(at(e));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** @param logX whether equal steps across are equal factors; so are those upwards unless a value is zero */
    public void setScale(boolean logX, DoubleFunction<String> xWords, DoubleFunction<String> yWords) {
        this.logX = logX;
        this.xWords = xWords;
        this.yWords = yWords;
        repaint();
    }

    /**
     * Shows dots.
     *
     * @param stair corners, from left to right; between two it runs level, then down
     * @param chosen the dot that is ringed; −1 for none
     */
    public void show(List<Dot> dots, List<Point2D> stair, int chosen) {
        this.dots = List.copyOf(dots);
        this.stair = List.copyOf(stair);
        this.chosen = chosen;
        logY = dots.stream().allMatch(dot -> dot.y() > 0);
        pointed = Math.min(pointed, dots.size() - 1);
        accessibleChanged();
        repaint();
    }

    /** The dot that was pressed last; −1 for none. */
    public IntegerProperty pickedProperty() {
        return picked;
    }

    private int at(MouseEvent e) {
        double mx = e.getX() - getInsets().getLeft();
        double my = e.getY() - getInsets().getTop();
        int best = -1;
        double least = 14;
        for (int i = 0; i < px.length; i++) {
            double away = Math.hypot(px[i] - mx, py[i] - my);
            if (away >= least) continue;
            least = away;
            best = i;
        }
        return best;
    }

    private void point(int dot) {
        if (dot == pointed) return;
        pointed = dot;
        accessibleChanged();
        repaint();
    }

    private void press(int dot) {
        picked.set(-1);
        picked.set(dot);
    }

    private void key(KeyEvent e) {
        if (dots.isEmpty()) return;
        boolean used = true;
        switch (e.getCode()) {
            case LEFT, UP -> point(Math.max(0, pointed - 1));
            case RIGHT, DOWN -> point(Math.min(dots.size() - 1, pointed + 1));
            case ENTER, SPACE -> press(pointed);
            default -> used = false;
        }
        if (used) e.consume();
    }

    @Override
    protected String accessibleDetail() {
        return pointed < 0
                ? ""
                : dots.get(pointed).name() + " "
                        + yWords.apply(dots.get(pointed).y());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        px = new double[dots.size()];
        py = new double[dots.size()];
        if (dots.isEmpty()) return;
        Axis across = axis(dots.stream().mapToDouble(Dot::x).toArray(), logX);
        Axis up = axis(dots.stream().mapToDouble(Dot::y).toArray(), logY);
        Font font = ink().font(Face.SANS, Measure.CAPTION);
        g.setFont(font);
        double gutter = 0;
        for (double at : up.ticks(5)) gutter = Math.max(gutter, textWidth(yWords.apply(at), font));
        double left = Math.ceil(gutter) + 10;
        double top = Math.ceil(font.getSize() * 0.7);
        double high = height - top - Math.ceil(font.getSize() * 1.5) - 8;
        double wide = width - left - 16;
        g.setLineWidth(1);
        for (double at : up.ticks(5)) {
            double y = Math.floor(top + (1 - up.fraction(at)) * high) + 0.5;
            g.setStroke(ink().get(Role.HAIRLINE));
            g.strokeLine(left, y, left + wide, y);
            g.setFill(ink().get(Role.INK_3));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(yWords.apply(at), left - 8, y);
        }
        g.setTextAlign(TextAlignment.CENTER);
        double free = left;
        for (double at : across.ticks(4)) {
            double x = left + across.fraction(at) * wide;
            double half = textWidth(xWords.apply(at), font) / 2;
            x = Math.min(x, width - half);
            if (x - half < free) continue;
            g.fillText(xWords.apply(at), x, height - font.getSize() * 0.7);
            free = x + half + 8;
        }
        stair(g, across, up, left, top, wide, high);
        for (int i = 0; i < px.length; i++) {
            px[i] = left + across.fraction(dots.get(i).x()) * wide;
            py[i] = top + (1 - up.fraction(dots.get(i).y())) * high;
            dot(g, i);
        }
        if (pointed >= 0)
            HoverTag.paint(
                    g,
                    ink(),
                    px[pointed],
                    Math.max(top, py[pointed] - 20),
                    width,
                    height,
                    dots.get(pointed).name(),
                    List.of(new HoverTag.Line(
                            xWords.apply(dots.get(pointed).x()),
                            yWords.apply(dots.get(pointed).y()))));
    }

    private void stair(GraphicsContext g, Axis across, Axis up, double left, double top, double wide, double high) {
        if (stair.isEmpty()) return;
        g.setStroke(ink().get(Role.ACCENT));
        g.setLineWidth(2 * ink().get(Measure.CURVE));
        g.beginPath();
        double before = 0;
        for (int i = 0; i < stair.size(); i++) {
            double x = left + across.fraction(stair.get(i).getX()) * wide;
            double y = top + (1 - up.fraction(stair.get(i).getY())) * high;
            if (i == 0) g.moveTo(x, y);
            else {
                g.lineTo(x, before);
                g.lineTo(x, y);
            }
            before = y;
        }
        g.lineTo(left + wide, before);
        g.stroke();
    }

    private void dot(GraphicsContext g, int i) {
        double r = dots.get(i).marked() ? 5 : 3.5;
        g.setFill(dots.get(i).marked() ? ink().get(Role.ACCENT) : ink().get(Role.INK_2, 0.7));
        g.fillOval(px[i] - r, py[i] - r, 2 * r, 2 * r);
        if (i != pointed && i != chosen) return;
        g.setStroke(ink().get(Role.ACCENT));
        g.setLineWidth(2);
        g.strokeOval(px[i] - r - 3, py[i] - r - 3, 2 * r + 6, 2 * r + 6);
    }

    private static Axis axis(double[] values, boolean log) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return Axis.around(min, max, log && min > 0);
    }
}
