package inklab.ui.widget;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Images in one row, each over two bars: what was answered, and what it truly is, with the share that each was given. What does not fit is
 * reached by arrow keys and the wheel.
 */
public final class MistakeStrip extends Painted {
    /**
     * One image.
     *
     * @param answer the class that was answered
     * @param answerShare its share, 0 to 1
     * @param truth the true class
     * @param truthShare its share, 0 to 1
     * @param wrong whether the two differ; a right answer has one bar
     * @param caption under the bars
     * @param name what a screen reader says
     */
    public record Item(
            Picture picture,
            String answer,
            double answerShare,
            String truth,
            double truthShare,
            boolean wrong,
            String caption,
            String name) {}

    /** Below the captions, for the line that says that there are more. */
    private static final double FOOT = 8;

    /** A longer name stands over its bar, not beside it. */
    private static final int LETTERS = 2;

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private List<Item> items = List.of();
    private IntConsumer onChosen = i -> {};
    private double leastCell = 72;
    private int first;
    private int hovered = -1;
    private double pitch = 1;
    private int fitting = 1;
    private InkCanvas pixels = new InkCanvas(1, 1);

    public MistakeStrip() {
        super("mistake-strip");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinSize(80, 90);
        setPrefSize(480, 136);
        selected.addListener(o -> {
            accessibleChanged();
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(at(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            // A scroll pane around it would take the focus, and with it the arrow keys.
            e.consume();
            choose(at(e));
        });
        addEventHandler(ScrollEvent.SCROLL, e -> {
            int before = first;
            first -= (int) Math.signum(e.getDeltaY() + e.getDeltaX());
            hold();
            if (first == before) return;
            e.consume();
            repaint();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows these images from the first on. */
    public void setItems(List<Item> shown) {
        if (items.equals(shown)) return;
        boolean others = items.size() != shown.size();
        items = List.copyOf(shown);
        if (others) first = 0;
        if (selected.get() >= items.size()) selected.set(-1);
        hold();
        accessibleChanged();
        repaint();
    }

    public List<Item> items() {
        return items;
    }

    /** How wide an image's place is at least, px. */
    public void setLeastCell(double px) {
        leastCell = px;
        repaint();
    }

    /** The chosen image's index; −1 for none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Called with an image's index when it is clicked, or reached by the arrow keys. */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }

    private void choose(int index) {
        if (index < 0 || index >= items.size()) return;
        selected.set(index);
        onChosen.accept(index);
    }

    private void hover(int index) {
        if (index == hovered) return;
        hovered = index;
        repaint();
    }

    private int at(MouseEvent e) {
        int place = (int) Math.floor((e.getX() - getInsets().getLeft()) / pitch);
        int index = first + place;
        return place < 0 || place >= fitting || index >= items.size() ? -1 : index;
    }

    private void key(KeyEvent e) {
        int last = items.size() - 1;
        int now = selected.get();
        int to = switch (e.getCode()) {
            case LEFT, UP -> Math.max(0, now - 1);
            case RIGHT, DOWN -> Math.min(last, now + 1);
            case PAGE_UP -> Math.max(0, now - fitting);
            case PAGE_DOWN -> Math.min(last, now + fitting);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        boolean enter = e.getCode() == KeyCode.ENTER;
        if (to >= 0 && last >= 0) {
            choose(to);
            reveal();
        } else if (enter) choose(now);
        if (to >= 0 || enter) e.consume();
    }

    private void reveal() {
        int now = selected.get();
        if (now < 0) return;
        if (now < first) first = now;
        else if (now >= first + fitting) first = now - fitting + 1;
    }

    private void hold() {
        first = Math.max(0, Math.min(items.size() - fitting, first));
    }

    @Override
    protected String accessibleDetail() {
        int now = selected.get();
        return now < 0 || now >= items.size() ? "" : items.get(now).name();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        Font figure = ink().font(Face.SANS, Measure.CAPTION);
        double line = Math.ceil(figure.getSize() * 1.35);
        double high = height - FOOT - 3 * line - 14;
        double least = leastCell * ink().get(Measure.CAPTION) / Measure.CAPTION.normal();
        // High pictures want wide places.
        int fit = Math.max(1, (int) Math.floor(width / Math.max(least, 0.95 * high)));
        pitch = width / fit;
        if (fit != fitting) {
            fitting = fit;
            hold();
        }
        boolean more = items.size() > fitting;
        double size = Math.max(20, Math.min(pitch - 12, high));
        int last = Math.min(items.size(), first + fitting);
        for (int i = first; i < last; i++) paintGround(g, i, (i - first) * pitch, size);
        paintPictures(g, width, size, last);
        for (int i = first; i < last; i++) paintBars(g, items.get(i), i, (i - first) * pitch, size, line);
        if (more) paintScroll(g, width, height);
    }

    private void paintGround(GraphicsContext g, int index, double x, double size) {
        boolean chosen = index == selected.get();
        if (!chosen && index != hovered) return;
        double side = size + 8;
        double left = x + (pitch - side) / 2;
        g.setFill(ink().get(chosen ? Role.ACCENT_SOFT : Role.WELL));
        g.fillRoundRect(left, 0, side, side, 12, 12);
        if (!chosen) return;
        double line = 2 * ink().get(Measure.GUIDE);
        g.setStroke(ink().get(Role.ACCENT));
        g.setLineWidth(line);
        g.strokeRoundRect(left + line / 2, line / 2, side - line, side - line, 12, 12);
    }

    private void paintPictures(GraphicsContext g, double width, double size, int last) {
        double out = outputScale();
        int deviceWidth = Math.max(1, (int) Math.round(width * out));
        int deviceHeight = Math.max(1, (int) Math.round((size + 8) * out));
        if (!pixels.fits(deviceWidth, deviceHeight)) pixels = new InkCanvas(deviceWidth, deviceHeight);
        pixels.begin();
        for (int i = first; i < last; i++) {
            double x = (i - first) * pitch + (pitch - size) / 2;
            pixels.draw(items.get(i).picture(), x * out, 4 * out, size * out, size * out, ink().get(Role.INK), 1, true);
        }
        g.drawImage(pixels.end(), 0, 0, deviceWidth / out, deviceHeight / out);
    }

    private void paintBars(GraphicsContext g, Item item, int index, double x, double size, double line) {
        double top = size + 8 + 4;
        bar(g, item.answer(), item.answerShare(), x, top, line, item.wrong() ? Role.DANGER : Role.ACCENT);
        if (item.wrong()) bar(g, item.truth(), item.truthShare(), x, top + line, line, Role.INK);
        boolean chosen = index == selected.get();
        g.setFont(ink().font(chosen ? Face.SEMIBOLD : Face.SANS, Measure.CAPTION));
        g.setFill(ink().get(chosen ? Role.ACCENT : Role.INK_3));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(item.caption(), x + pitch / 2, top + 2 * line + line * 0.62, pitch);
    }

    private void bar(GraphicsContext g, String label, double share, double x, double top, double line, Role role) {
        Font font = ink().font(Face.SEMIBOLD, Measure.CAPTION);
        double margin = Math.min(10, pitch * 0.1);
        if (label.length() > LETTERS) {
            underlined(g, label, font, share, x + margin, top, line, role);
            return;
        }
        double names = Math.max(font.getSize() * 1.15, textWidth(label, font) + 6);
        double from = x + margin + names;
        double full = Math.max(8, pitch - 2 * margin - names);
        double thick = Math.max(5, Math.rint(line * 0.36));
        double middle = top + line / 2;
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(ink().get(role));
        g.fillText(label, x + margin, middle, names - 4);
        g.setFill(ink().get(Role.WELL));
        g.fillRoundRect(from, middle - thick / 2, full, thick, thick, thick);
        if (share < 0.004) return;
        g.setFill(ink().get(role));
        g.fillRoundRect(from, middle - thick / 2, Math.max(thick / 2, share * full), thick, thick, thick);
    }

    /** A name that leaves no room beside it has its bar below. */
    private void underlined(
            GraphicsContext g, String label, Font font, double share, double x, double top, double line, Role role) {
        double full = pitch - 2 * Math.min(10, pitch * 0.1);
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(ink().get(role));
        g.fillText(label, x, top + line / 2 - 2, full);
        g.setFill(ink().get(Role.WELL));
        g.fillRoundRect(x, top + line - 3, full, 2, 2, 2);
        if (share < 0.004) return;
        g.setFill(ink().get(role));
        g.fillRoundRect(x, top + line - 3, Math.max(2, share * full), 2, 2, 2);
    }

    private void paintScroll(GraphicsContext g, double width, double height) {
        double length = Math.max(24, width * fitting / items.size());
        double at = (double) first / (items.size() - fitting) * (width - length);
        g.setFill(ink().get(Role.TRACK));
        g.fillRoundRect(at, height - 3, length, 3, 3, 3);
    }
}
