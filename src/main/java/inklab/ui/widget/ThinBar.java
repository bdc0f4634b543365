package inklab.ui.widget;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.util.Duration;

/** A thin bar with round ends: progress (6 px), a share in a list (8 px), or a hair bar under a number (4 px). */
public final class ThinBar extends Painted {
    private static final double GLIDE_MILLIS = 160;
    /** A change of less, px, is not drawn. */
    private static final double FINEST = 0.5;

    private static final double SWEEP_MILLIS = 1400;

    private final Role fill;
    private Role bed;
    private final double thickness;
    private final Glide share = new Glide(this::repaint);
    private final DoubleProperty sweep = new SimpleDoubleProperty();
    private final Timeline sweeping = new Timeline(
            new KeyFrame(Duration.ZERO, new KeyValue(sweep, -0.35)),
            new KeyFrame(Duration.millis(SWEEP_MILLIS), new KeyValue(sweep, 1, Interpolator.EASE_BOTH)));
    private double target;

    private ThinBar(String styleClass, Role fill, Role bed, double thickness) {
        super(styleClass);
        this.fill = fill;
        this.bed = bed;
        this.thickness = thickness;
        share.set(0);
        sweeping.setCycleCount(Animation.INDEFINITE);
        sweep.addListener(o -> repaint());
        sceneProperty().addListener(o -> run());
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setMinWidth(20);
        setPrefWidth(80);
    }

    /** Progress, 6 px, accent on the frame's track. */
    public static ThinBar progress() {
        return new ThinBar("progress-thin", Role.ACCENT, Role.TRACK, 6);
    }

    /** Progress within a card, 4 px. */
    public static ThinBar progressInCard() {
        return new ThinBar("progress-thin", Role.ACCENT, Role.WELL, 4);
    }

    /** A share in a list, 8 px. */
    public static ThinBar inList(Role fill) {
        return beside(new ThinBar("list-bar", fill, Role.WELL, 8));
    }

    /** Under a number on a card, 4 px. */
    public static ThinBar hair() {
        return beside(new ThinBar("hair-bar", Role.INK_2, Role.WELL, 4));
    }

    /** A bar of other colours and thickness. */
    public static ThinBar of(Role fill, Role bed, double thickness) {
        return beside(new ThinBar("thin-bar", fill, bed, thickness));
    }

    /** It only repeats the number that it stands by. */
    private static ThinBar beside(ThinBar bar) {
        bar.setMouseTransparent(true);
        return bar;
    }

    /** Another colour for the bed, for where the bar lies on another ground. */
    public void setBed(Role role) {
        if (role == bed) return;
        bed = role;
        repaint();
    }

    /** Shows a share from 0 to 1 at once; a negative one is work of unknown length. */
    public void show(double value) {
        double held = Math.min(1, Math.max(0, value));
        boolean known = value > 0 && value < 1 && target > 0 && getWidth() > 0;
        if (known && Math.abs(held - target) * getWidth() < FINEST) return;
        target = value;
        share.set(held);
        run();
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    /** Moves to a share in 160 ms. */
    public void glideTo(double value) {
        target = value;
        share.move(ink().motion(GLIDE_MILLIS), Math.min(1, Math.max(0, value)));
        run();
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private void run() {
        boolean moving = target < 0 && getScene() != null && ink().get(Measure.MOTION) > 0;
        if (moving) sweeping.play();
        else sweeping.stop();
        repaint();
    }

    private double thick() {
        return thickness * (ink().get(Measure.GUIDE) > 1 ? 1.5 : 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return thick() + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> target;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 1.0;
            case INDETERMINATE -> target < 0;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double high = Math.min(height, thick());
        double top = (height - high) / 2;
        g.setFill(ink().get(bed));
        g.fillRoundRect(0, top, width, high, high, high);
        g.setFill(ink().get(fill));
        if (target < 0) {
            double from = Math.max(0, sweep.get()) * width;
            double to = Math.min(1, sweep.get() + 0.35) * width;
            if (to > from) g.fillRoundRect(from, top, to - from, high, high, high);
        } else if (share.now(0) > 0) {
            g.fillRoundRect(0, top, Math.max(high / 2, share.now(0) * width), high, high, high);
        }
    }
}
