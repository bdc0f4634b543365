package inklab.ui.widget;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Mean image, count and filter in one: a column for each class, chosen by a click and let go by another. */
public final class ClassBand extends Painted {
    /**
     * One class.
     *
     * @param mean the mean of its images; null while unknown
     */
    public record Entry(String name, Picture mean, int count) {}

    /** Height without the words: the mean image, the bar, and the space between, px. */
    private static final double LEAST = 75;

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private List<Entry> entries = List.of();
    private IntFunction<String> format = Integer::toString;
    private IntConsumer onChosen = i -> {};
    private int hovered = -1;
    private InkCanvas pixels = new InkCanvas(1, 1);

    public ClassBand() {
        super("class-band");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinWidth(200);
        setPrefWidth(860);
        selected.addListener(o -> {
            accessibleChanged();
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(at(e)));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            if (at(e) >= 0) choose(at(e) == selected.get() ? -1 : at(e));
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public void setEntries(List<Entry> classes) {
        entries = List.copyOf(classes);
        if (selected.get() >= entries.size()) selected.set(-1);
        requestLayout();
        repaint();
    }

    /** How a count is written. */
    public void setFormat(IntFunction<String> countAsText) {
        format = countAsText;
        repaint();
    }

    /** The class that filters; −1 for all of them. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Called with the chosen class, or −1, when the user changes it. */
    public void setOnChosen(IntConsumer action) {
        onChosen = action;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Names that do not fit beside their counts take a line of their own. */
    @Override
    protected double computePrefHeight(double width) {
        double across = width < 0 ? getPrefWidth() : width;
        return LEAST * (ink().get(Measure.GUIDE) > 1 ? 1.3 : 1) + line() * (stacked(across) ? 2 : 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double line() {
        return Math.ceil(ink().get(Measure.NOTE) * 1.4);
    }

    private boolean stacked(double width) {
        double room = width / Math.max(1, entries.size()) - 6;
        Font name = ink().font(Face.SEMIBOLD, Measure.NOTE);
        Font count = ink().font(Face.SANS, Measure.CAPTION);
        for (Entry entry : entries)
            if (textWidth(entry.name(), name) + 5 + textWidth(format.apply(entry.count()), count) > room) return true;
        return false;
    }

    private void choose(int index) {
        selected.set(index);
        onChosen.accept(index);
    }

    private void hover(int index) {
        if (index == hovered) return;
        hovered = index;
        repaint();
    }

    private int at(MouseEvent e) {
        double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
        int index = (int) Math.floor((e.getX() - getInsets().getLeft()) / width * entries.size());
        return index >= 0 && index < entries.size() ? index : -1;
    }

    private void key(KeyEvent e) {
        int last = entries.size() - 1;
        int now = selected.get();
        boolean used = last >= 0;
        switch (e.getCode()) {
            case LEFT -> choose(now <= 0 ? last : now - 1);
            case RIGHT -> choose(now == last ? 0 : now + 1);
            case HOME -> choose(0);
            case END -> choose(last);
            case ESCAPE -> {
                used = now >= 0;
                if (used) choose(-1);
            }
            default -> used = false;
        }
        if (used) e.consume();
    }

    @Override
    protected String accessibleDetail() {
        int i = selected.get();
        return i < 0
                ? ""
                : entries.get(i).name() + ", " + format.apply(entries.get(i).count());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        if (entries.isEmpty()) return;
        int most = 1;
        for (Entry entry : entries) most = Math.max(most, entry.count());
        Font name = ink().font(Face.SEMIBOLD, Measure.NOTE);
        Font count = ink().font(Face.SANS, Measure.CAPTION);
        double pitch = width / entries.size();
        double line = line() * (stacked(width) ? 2 : 1);
        double bar = 6;
        double side = Math.max(12, Math.min(pitch - 14, height - line - bar - 12));
        double out = outputScale();
        int deviceWidth = Math.max(1, (int) Math.round(width * out));
        int deviceHeight = Math.max(1, (int) Math.round(height * out));
        if (!pixels.fits(deviceWidth, deviceHeight)) pixels = new InkCanvas(deviceWidth, deviceHeight);
        pixels.begin();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double left = i * pitch;
            boolean chosen = i == selected.get();
            boolean faded = selected.get() >= 0 && !chosen;
            if (chosen || i == hovered) {
                g.setFill(ink().get(chosen ? Role.ACCENT_SOFT : Role.WELL));
                g.fillRoundRect(left + 2, 0, pitch - 4, height, 16, 16);
            }
            if (entry.mean() != null)
                pixels.draw(
                        entry.mean(),
                        (left + (pitch - side) / 2) * out,
                        3 * out,
                        side * out,
                        side * out,
                        ink().get(Role.INK),
                        faded ? 0.45 : 1,
                        true);
            double full = pitch - 24;
            double y = side + 7;
            g.setFill(ink().get(chosen ? Role.SHEET : Role.WELL));
            g.fillRoundRect(left + 12, y, full, bar, bar, bar);
            g.setFill(ink().get(chosen ? Role.ACCENT : faded ? Role.INK_3 : Role.INK_2));
            if (entry.count() > 0)
                g.fillRoundRect(left + 12, y, Math.max(bar, full * entry.count() / most), bar, bar, bar);
            words(g, entry, left + pitch / 2, y + bar + 4, pitch - 6, name, count, chosen);
        }
        g.drawImage(pixels.end(), 0, 0, deviceWidth / out, deviceHeight / out);
    }

    private void words(
            GraphicsContext g,
            Entry entry,
            double middle,
            double top,
            double room,
            Font name,
            Font count,
            boolean chosen) {
        String number = format.apply(entry.count());
        double numberWidth = textWidth(number, count);
        Color strong = ink().get(chosen ? Role.ACCENT : Role.INK);
        Color quiet = ink().get(chosen ? Role.ACCENT : Role.INK_3);
        g.setFont(name);
        g.setFill(strong);
        if (stacked(getWidth() - getInsets().getLeft() - getInsets().getRight())) {
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(shortened(entry.name(), name, room), middle, top + line() / 2);
            g.setFont(count);
            g.setFill(quiet);
            g.fillText(number, middle, top + line() * 1.5 - 1);
            return;
        }
        double nameWidth = textWidth(entry.name(), name);
        double left = middle - (nameWidth + 5 + numberWidth) / 2;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(entry.name(), left, top + line() / 2);
        g.setFont(count);
        g.setFill(quiet);
        g.fillText(number, left + nameWidth + 5, top + line() / 2);
    }

    private static String shortened(String words, Font font, double room) {
        if (textWidth(words, font) <= room) return words;
        int end = words.length() - 1;
        while (end > 1 && textWidth(words.substring(0, end).strip() + "…", font) > room) end--;
        return words.substring(0, end).strip() + "…";
    }
}
