package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Cards one below the other that can be dragged to another place, with plain mouse handlers. A slot marks where the card would go; the
 * others make room in 160 ms. Alt+Up and Alt+Down move the focused card. The first and last few can be held in their places.
 *
 * <p>The column only asks for a move: whoever owns the order changes it and calls {@link #setItems} again. Nodes that stay are moved, not
 * rebuilt, and keep the focus.
 */
public final class ReorderColumn extends Region implements Inked {
    /** Asks for the item at one index to stand at another, counted without the item itself. */
    @FunctionalInterface
    public interface Mover {
        void move(int from, int to);
    }

    private static final List<CssMetaData<? extends Styleable, ?>> PROPERTIES = InkStyle.with(getClassCssMetaData());
    private static final double MOVE_MILLIS = 160;
    private static final double FAR = 4;

    private final InkStyle ink = new InkStyle(this, () -> {});
    private final List<Node> items = new ArrayList<>();
    private final Region emptySlot = new Region();
    private Node slot = emptySlot;
    private int slotAt = -1;
    private double gap = 8;
    private int fixedAtTop;
    private int fixedAtBottom;
    private Mover onMove = (from, to) -> {};
    private Node pressed;
    private Node dragged;
    private double pressY;
    private double grabbed;

    public ReorderColumn() {
        getStyleClass().addAll("inked", "reorder-column");
        emptySlot.getStyleClass().add("empty-slot");
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows these nodes from top to bottom. */
    public void setItems(List<? extends Node> nodes) {
        boolean same = items.size() == nodes.size() && items.containsAll(nodes);
        items.clear();
        items.addAll(nodes);
        // Taken out and put back, a node would lose the focus and, for a moment, its style.
        if (same) for (Node item : items) item.toFront();
        else getChildren().setAll(items);
        if (slotAt >= 0 && getChildren().contains(slot)) slot.toFront();
        else if (slotAt >= 0) getChildren().add(slot);
        requestLayout();
    }

    public List<Node> items() {
        return List.copyOf(items);
    }

    /** Px between items; 8 if not told. */
    public void setGap(double px) {
        gap = px;
        requestLayout();
    }

    /** How many items at both ends stay where they are, as a net's input and output do. */
    public void setFixed(int atTop, int atBottom) {
        fixedAtTop = atTop;
        fixedAtBottom = atBottom;
    }

    public void setOnMove(Mover action) {
        onMove = action;
    }

    /** The index at which something dropped at a height in the scene would stand. */
    public int indexAt(double sceneY) {
        return slotFor(sceneToLocal(0, sceneY).getY(), null);
    }

    /** Opens a slot before the item at an index, for something that comes from outside; the strip says what would happen there. */
    public void showSlot(int index, Node strip) {
        if (slotAt >= 0 && slot != strip) getChildren().remove(slot);
        slot = strip;
        openSlot(index);
    }

    /** Closes the slot. */
    public void hideSlot() {
        slotAt = -1;
        getChildren().remove(slot);
        slot = emptySlot;
        requestLayout();
    }

    private void openSlot(int index) {
        if (!getChildren().contains(slot)) getChildren().add(slot);
        if (slotAt == index) return;
        slotAt = index;
        requestLayout();
    }

    private Node itemOf(Object target) {
        Node node = target instanceof Node n ? n : null;
        while (node != null && node.getParent() != this) node = node.getParent();
        return node != null && items.contains(node) ? node : null;
    }

    private boolean movable(Node item) {
        int at = items.indexOf(item);
        return at >= fixedAtTop && at < items.size() - fixedAtBottom;
    }

    private void press(MouseEvent e) {
        Node item = itemOf(e.getTarget());
        pressed = e.getButton() == MouseButton.PRIMARY && item != null && movable(item) ? item : null;
        pressY = e.getSceneY();
    }

    private void drag(MouseEvent e) {
        if (pressed == null) return;
        double y = sceneToLocal(0, e.getSceneY()).getY();
        if (dragged == null) {
            if (Math.abs(e.getSceneY() - pressY) < FAR) return;
            dragged = pressed;
            grabbed = sceneToLocal(0, pressY).getY() - dragged.getLayoutY();
            dragged.setViewOrder(-1);
            dragged.getStyleClass().add("dragged");
            emptySlot.setPrefHeight(heightOf(dragged));
            slot = emptySlot;
        }
        openSlot(slotFor(y, dragged));
        dragged.setTranslateY(y - grabbed - dragged.getLayoutY());
        e.consume();
    }

    private void release(MouseEvent e) {
        pressed = null;
        if (dragged == null) return;
        Node item = dragged;
        dragged = null;
        item.setViewOrder(0);
        item.getStyleClass().remove("dragged");
        int from = items.indexOf(item);
        int to = slotAt > from ? slotAt - 1 : slotAt;
        hideSlot();
        if (to >= 0 && to != from) onMove.move(from, to);
        settle(item);
        e.consume();
    }

    /** From where it was let go, a card moves to its place. */
    private void settle(Node item) {
        double away = item.getTranslateY();
        double before = item.getLayoutY();
        applyCss();
        layout();
        glide(item, before + away - item.getLayoutY());
    }

    private void key(KeyEvent e) {
        if (!e.isAltDown() || (e.getCode() != KeyCode.UP && e.getCode() != KeyCode.DOWN)) return;
        Node item = itemOf(e.getTarget());
        if (item == null || !movable(item)) return;
        int from = items.indexOf(item);
        int to = from + (e.getCode() == KeyCode.UP ? -1 : 1);
        e.consume();
        if (to >= fixedAtTop && to < items.size() - fixedAtBottom) onMove.move(from, to);
    }

    /** Before which item a card whose pointer is at y would stand, within what can be moved. */
    private int slotFor(double y, Node without) {
        int index = fixedAtTop;
        for (int i = fixedAtTop; i < items.size() - fixedAtBottom; i++) {
            Node item = items.get(i);
            if (item == without) continue;
            if (y > item.getLayoutY() + heightOf(item) / 2) index = i + 1;
        }
        return index;
    }

    private double heightOf(Node item) {
        return snapSizeY(item.prefHeight(getWidth()));
    }

    private void glide(Node item, double from) {
        Duration time = ink.motion(MOVE_MILLIS);
        if (time.lessThanOrEqualTo(Duration.ZERO) || Math.abs(from) < 1) {
            item.setTranslateY(0);
            return;
        }
        item.setTranslateY(from);
        if (item.getProperties().get(TranslateTransition.class) instanceof TranslateTransition running) running.stop();
        TranslateTransition motion = new TranslateTransition(time, item);
        motion.setToY(0);
        motion.setInterpolator(Interpolator.EASE_OUT);
        item.getProperties().put(TranslateTransition.class, motion);
        motion.play();
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
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node item : items) width = Math.max(width, item.prefWidth(-1));
        return width + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = getInsets().getTop() + getInsets().getBottom();
        for (Node item : items) height += snapSizeY(item.prefHeight(width)) + gap;
        if (slotAt >= 0 && dragged == null) height += snapSizeY(slot.prefHeight(width)) + gap;
        return Math.max(0, height - (items.isEmpty() ? 0 : gap));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double y = getInsets().getTop();
        double left = getInsets().getLeft();
        double width = getWidth() - left - getInsets().getRight();
        for (int i = 0; i <= items.size(); i++) {
            if (i == slotAt) {
                double high = snapSizeY(slot.prefHeight(width));
                slot.resizeRelocate(left, y, width, high);
                y += high + gap;
            }
            if (i == items.size()) break;
            Node item = items.get(i);
            double high = heightOf(item);
            if (item == dragged) {
                item.resize(width, high);
                continue;
            }
            double was = item.getLayoutY() + item.getTranslateY();
            boolean placed = item.getLayoutBounds().getHeight() > 0
                    && item.getProperties().containsKey(ReorderColumn.class);
            boolean moves = item.getLayoutY() != y;
            item.resizeRelocate(left, y, width, high);
            item.getProperties().put(ReorderColumn.class, true);
            if (placed && moves) glide(item, was - y);
            y += high + gap;
        }
    }
}
