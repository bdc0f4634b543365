package inklab.ui.widget;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/** The track and knob of a slider: 4 px and 16 px, a ring of 2 px in accent, a mark where the recipe stands. */
final class SliderTrack extends Painted {
    /** Room beside and above the track for the knob and its halo, px. */
    static final double ROOM = 14;

    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private final DoubleProperty mark = new SimpleDoubleProperty(this, "mark", Double.NaN);
    private final BooleanProperty changing = new SimpleBooleanProperty(this, "changing");
    private final double min;
    private final double max;
    private final double step;

    SliderTrack(double min, double max, double step) {
        super("slider-track");
        this.min = min;
        this.max = max;
        this.step = step;
        getStyleClass().remove("painted");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setMinSize(60, 2 * ROOM);
        setPrefSize(160, 2 * ROOM);
        setMaxHeight(2 * ROOM);
        value.addListener(o -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            repaint();
        });
        mark.addListener(o -> repaint());
        changing.addListener(o -> repaint());
        focusVisibleProperty().addListener(o -> repaint());
        disabledProperty().addListener(o -> repaint());
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            requestFocus();
            changing.set(true);
            take(e);
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::take);
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> changing.set(false));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    DoubleProperty valueProperty() {
        return value;
    }

    DoubleProperty markProperty() {
        return mark;
    }

    BooleanProperty changingProperty() {
        return changing;
    }

    /** Sets the value, held within the limits and on a step. */
    void set(double wanted) {
        double held = Math.max(min, Math.min(max, wanted));
        double steps = Math.rint((held - min) / step);
        // Through a decimal, so that 0.1 · 3 is 0.3.
        double exact = Math.rint((min + steps * step) * 1e6) / 1e6;
        value.set(Math.min(max, exact));
    }

    private void take(MouseEvent e) {
        double length = getWidth() - 2 * ROOM;
        if (length <= 0) return;
        set(min + (e.getX() - ROOM) / length * (max - min));
        e.consume();
    }

    private void key(KeyEvent e) {
        double big = Math.max(step, Math.rint((max - min) / 10 / step) * step);
        double by = e.isShiftDown() ? big : step;
        boolean used = true;
        switch (e.getCode()) {
            case LEFT, DOWN -> set(value.get() - by);
            case RIGHT, UP -> set(value.get() + by);
            case PAGE_DOWN -> set(value.get() - big);
            case PAGE_UP -> set(value.get() + big);
            case HOME -> set(min);
            case END -> set(max);
            default -> used = false;
        }
        if (used) e.consume();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double length = width - 2 * ROOM;
        double y = height / 2;
        double x = ROOM + length * fraction(value.get());
        double guide = ink().get(Measure.GUIDE) > 1 ? 1.5 : 1;
        boolean off = value.get() == min || isDisabled();
        g.setFill(ink().get(Role.TRACK));
        g.fillRoundRect(ROOM, y - 2 * guide, length, 4 * guide, 4 * guide, 4 * guide);
        Color active = ink().get(isDisabled() ? Role.INK_3 : Role.ACCENT);
        g.setFill(active);
        if (x > ROOM) g.fillRoundRect(ROOM, y - 2 * guide, x - ROOM, 4 * guide, 4 * guide, 4 * guide);
        if (!Double.isNaN(mark.get())) {
            g.setFill(ink().get(Role.INK_3));
            g.fillRect(Math.rint(ROOM + length * fraction(mark.get())) - 1, y - 8 * guide, 2, 16 * guide);
        }
        double r = 8 * guide;
        if (changing.get()) {
            g.setFill(ink().get(Role.ACCENT_SOFT));
            g.fillOval(x - r - 6, y - r - 6, 2 * r + 12, 2 * r + 12);
        }
        g.setFill(off ? ink().get(Role.INK_3) : active);
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.setFill(ink().get(Role.SHEET));
        double hole = r - 2 * guide;
        g.fillOval(x - hole, y - hole, 2 * hole, 2 * hole);
        if (!isFocusVisible()) return;
        g.setStroke(ink().get(Role.ACCENT));
        g.setLineWidth(2);
        g.strokeOval(x - r - 3, y - r - 3, 2 * r + 6, 2 * r + 6);
    }

    private double fraction(double at) {
        return Math.max(0, Math.min(1, (at - min) / (max - min)));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> value.get();
            case MIN_VALUE -> min;
            case MAX_VALUE -> max;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> set(value.get() + step);
            case DECREMENT -> set(value.get() - step);
            case SET_VALUE -> set(((Number) parameters[0]).doubleValue());
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
