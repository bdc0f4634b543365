package inklab.ui.widget;

import inklab.ui.widget.PadStroke.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/**
 * A square of paper to draw on with a mouse, a finger or a pen. Every point is drawn the moment it comes, on top of what is there: only
 * undoing, clearing and another size draw everything again. JavaFX reports no pen pressure; a fast stroke is a little thinner, as with a
 * soft pen, and that is kept as the points' pressure.
 *
 * <p>Without a pointer: the arrow keys move the pen by a tenth of the guide box (with Shift by a quarter of that), Space puts it down and
 * lifts it, Backspace or Ctrl/Cmd+Z undoes, Ctrl/Cmd+Shift+Z or Ctrl/Cmd+Y does it again, Delete clears.
 */
public final class DrawingPad extends Region implements Inked {
    /** Pad units along each side. */
    public static final double UNITS = 280;

    /** The guide box's share of a side: the 20 of 28 pixels that a prepared digit fills. */
    private static final double GUIDE = 20.0 / 28;

    private static final List<CssMetaData<? extends Styleable, ?>> PROPERTIES = InkStyle.with(getClassCssMetaData());
    private static final double LEAST_MOVE = 0.6;
    private static final double FAST_UNITS_PER_MS = 1.6;

    private final InkStyle ink = new InkStyle(this, this::restyle);
    private final DoubleProperty penWidth = new SimpleDoubleProperty(this, "penWidth", 17);
    private final BooleanProperty guide = new SimpleBooleanProperty(this, "guide", true);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(this, "blank", true);
    /** The guide box's sides, each by itself: of a rectangle all dots would be drawn again with every stroke inside it. */
    private final List<Line> box = List.of(new Line(), new Line(), new Line(), new Line());

    private final InkTiles paper = new InkTiles();
    private final Line tail = new Line();
    private final Circle pen = new Circle();
    private final List<PadStroke> strokes = new ArrayList<>();
    private final Deque<List<PadStroke>> past = new ArrayDeque<>();
    private final Deque<List<PadStroke>> future = new ArrayDeque<>();
    private final List<Point> current = new ArrayList<>();
    private Consumer<List<PadStroke>> onInk = strokes -> {};
    private long firstNanos;
    private boolean down;
    private double keyX = UNITS / 2;
    private double keyY = UNITS * 0.3;
    private double pixels;

    public DrawingPad() {
        getStyleClass().addAll("inked", "drawing-pad");
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
        setMinSize(140, 140);
        setPrefSize(488, 488);
        setCursor(Cursor.CROSSHAIR);
        for (Line line : box) line.visibleProperty().bind(guide);
        getChildren().addAll(box);
        getChildren().addAll(tail, pen);
        for (Node shape : getChildren()) {
            shape.setManaged(false);
            shape.setMouseTransparent(true);
        }
        getChildren().add(box.size(), paper);
        pen.setFill(null);
        pen.setVisible(false);
        tail.setVisible(false);
        tail.setStrokeLineCap(StrokeLineCap.ROUND);
        penWidth.addListener(o -> redraw());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> lift());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener(o -> {
            if (!isFocused()) lift();
            showPen();
        });
    }

    /** The width of a plain line, pad units. */
    public DoubleProperty penWidthProperty() {
        return penWidth;
    }

    /** Whether the dotted box is shown that a digit should about fill. */
    public BooleanProperty guideProperty() {
        return guide;
    }

    /** Whether there is something to take back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Whether there is something to do again. */
    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** Whether nothing is drawn. */
    public ReadOnlyBooleanProperty blankProperty() {
        return blank.getReadOnlyProperty();
    }

    /** Called with all strokes after every added point and every other change. */
    public void setOnInk(Consumer<List<PadStroke>> listener) {
        onInk = listener;
    }

    /** All strokes, the unfinished one last. */
    public List<PadStroke> strokes() {
        List<PadStroke> all = new ArrayList<>(strokes);
        if (!current.isEmpty()) all.add(new PadStroke(current));
        return List.copyOf(all);
    }

    /** Shows these strokes instead of what is there; can be undone. */
    public void setStrokes(List<PadStroke> shown) {
        lift();
        past.push(List.copyOf(strokes));
        future.clear();
        put(shown);
    }

    /** Whether nothing is drawn. */
    public boolean isBlank() {
        return strokes.isEmpty() && current.isEmpty();
    }

    /** Takes the last stroke back, or the last clearing; does nothing where there is nothing to take back. */
    public void undo() {
        lift();
        if (past.isEmpty()) return;
        future.push(List.copyOf(strokes));
        put(past.pop());
    }

    /** Does again what was undone last. */
    public void redo() {
        lift();
        if (future.isEmpty()) return;
        past.push(List.copyOf(strokes));
        put(future.pop());
    }

    /** Blank paper; can be undone. */
    public void clear() {
        lift();
        if (!strokes.isEmpty()) setStrokes(List.of());
    }

    private void put(List<PadStroke> shown) {
        strokes.clear();
        strokes.addAll(shown);
        redraw();
        changed();
    }

    private void changed() {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
        blank.set(isBlank());
        onInk.accept(strokes());
    }

    private void press(MouseEvent e) {
        requestFocus();
        // A scroll pane around the pad would take the focus at every press that reaches it, and with it the pen.
        e.consume();
        if (e.getButton() != MouseButton.PRIMARY) return;
        putDown(units(e.getX()), units(e.getY()));
    }

    private void drag(MouseEvent e) {
        if (down) moveTo(units(e.getX()), units(e.getY()));
    }

    private double units(double px) {
        return Math.max(0, Math.min(UNITS, px / scale()));
    }

    private double scale() {
        return Math.max(1, Math.min(getWidth(), getHeight())) / UNITS;
    }

    private void putDown(double x, double y) {
        lift();
        if (strokes.isEmpty()) firstNanos = System.nanoTime();
        past.push(List.copyOf(strokes));
        future.clear();
        down = true;
        add(new Point(x, y, millis(), 0.5));
    }

    private void moveTo(double x, double y) {
        Point last = current.get(current.size() - 1);
        double way = Math.hypot(x - last.x(), y - last.y());
        if (way < LEAST_MOVE) return;
        double now = millis();
        double speed = way / Math.max(1, now - last.millis());
        double wanted = 0.5 - 0.2 * Math.min(1, speed / FAST_UNITS_PER_MS);
        add(new Point(x, y, now, last.pressure() + 0.25 * (wanted - last.pressure())));
    }

    private double millis() {
        return (System.nanoTime() - firstNanos) / 1e6;
    }

    private void add(Point point) {
        current.add(point);
        painter().added(current, current.size() - 1);
        showTail();
        keyX = point.x();
        keyY = point.y();
        showPen();
        changed();
    }

    private void lift() {
        if (!down) return;
        down = false;
        painter().tail(current);
        strokes.add(new PadStroke(current));
        current.clear();
        tail.setVisible(false);
        showPen();
    }

    private StrokePainter painter() {
        return new StrokePainter(paper, ink.get(Role.INK), scale(), penWidth.get());
    }

    /** The piece from the last middle to the pen changes with the next point, so it is a line of its own. */
    private void showTail() {
        int n = current.size();
        tail.setVisible(n > 1);
        if (n < 2) return;
        double scale = scale();
        Point before = current.get(n - 2);
        Point last = current.get(n - 1);
        tail.setStartX((before.x() + last.x()) / 2 * scale);
        tail.setStartY((before.y() + last.y()) / 2 * scale);
        tail.setEndX(last.x() * scale);
        tail.setEndY(last.y() * scale);
        tail.setStrokeWidth(StrokePainter.width(penWidth.get(), (before.pressure() + last.pressure()) / 2) * scale);
    }

    private void showPen() {
        pen.setVisible(down || isFocusVisible());
        pen.setCenterX(keyX * scale());
        pen.setCenterY(keyY * scale());
        pen.setRadius((penWidth.get() / 2 + 2.5) * scale());
    }

    private void key(KeyEvent e) {
        double step = GUIDE * UNITS / (e.isShiftDown() ? 40 : 10);
        boolean used = true;
        switch (e.getCode()) {
            case LEFT -> keyMove(-step, 0);
            case RIGHT -> keyMove(step, 0);
            case UP -> keyMove(0, -step);
            case DOWN -> keyMove(0, step);
            case SPACE -> {
                if (down) lift();
                else putDown(keyX, keyY);
            }
            case BACK_SPACE -> undo();
            case DELETE -> clear();
            case Z -> {
                used = e.isShortcutDown();
                if (used && e.isShiftDown()) redo();
                else if (used) undo();
            }
            case Y -> {
                used = e.isShortcutDown();
                if (used) redo();
            }
            default -> used = false;
        }
        if (used) e.consume();
    }

    private void keyMove(double dx, double dy) {
        double x = Math.max(0, Math.min(UNITS, keyX + dx));
        double y = Math.max(0, Math.min(UNITS, keyY + dy));
        if (down) add(new Point(x, y, millis(), 0.5));
        keyX = x;
        keyY = y;
        showPen();
    }

    private void redraw() {
        paper.clear();
        StrokePainter painter = painter();
        for (PadStroke stroke : strokes) painter.whole(stroke.points());
        for (int i = 0; i < current.size(); i++) painter.added(current, i);
        if (current.isEmpty()) tail.setVisible(false);
        else showTail();
        showPen();
    }

    private void restyle() {
        // Style sheets speak once while the fields are still being made.
        if (pen == null) return;
        double rings = ink.get(Measure.GUIDE);
        pen.setStroke(ink.get(Role.ACCENT));
        pen.setStrokeWidth(2 * rings);
        tail.setStroke(ink.get(Role.INK));
        for (Line line : box) {
            line.setStroke(ink.get(Role.INK_3, 0.7));
            line.setStrokeWidth(1.25 * rings);
            line.setStrokeLineCap(StrokeLineCap.ROUND);
            line.getStrokeDashArray().setAll(0.1, 6.0 * Math.sqrt(rings));
        }
        redraw();
    }

    @Override
    public InkStyle ink() {
        return ink;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return PROPERTIES;
    }

    @Override
    protected void layoutChildren() {
        double side = Math.floor(Math.min(getWidth(), getHeight()));
        if (side == pixels) return;
        pixels = side;
        paper.resizeTo(side);
        double inner = Math.rint(side * GUIDE);
        double edge = Math.rint((side - inner) / 2) + 0.5;
        double far = edge + inner;
        double[][] corners = {{edge, edge}, {far, edge}, {far, far}, {edge, far}};
        for (int i = 0; i < box.size(); i++) {
            Line line = box.get(i);
            line.setStartX(corners[i][0]);
            line.setStartY(corners[i][1]);
            line.setEndX(corners[(i + 1) % 4][0]);
            line.setEndY(corners[(i + 1) % 4][1]);
        }
        redraw();
    }
}
