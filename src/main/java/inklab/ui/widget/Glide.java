package inklab.ui.widget;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;

/** Numbers that move to new values in a short, interruptible, eased motion. */
final class Glide {
    private final DoubleProperty progress = new SimpleDoubleProperty(1);
    private final Runnable moved;
    private double[] from = {};
    private double[] to = {};
    private Timeline timeline = new Timeline();

    /** @param moved run at every step of the motion */
    Glide(Runnable moved) {
        this.moved = moved;
        progress.addListener(o -> moved.run());
    }

    /** The numbers now. */
    double[] now() {
        double p = progress.get();
        double[] now = new double[to.length];
        for (int i = 0; i < now.length; i++) now[i] = p >= 1 ? to[i] : from[i] + p * (to[i] - from[i]);
        return now;
    }

    /** Number i now. */
    double now(int i) {
        double p = progress.get();
        return p >= 1 ? to[i] : from[i] + p * (to[i] - from[i]);
    }

    /** Jumps. */
    void set(double... values) {
        timeline.stop();
        to = values.clone();
        progress.set(1);
        moved.run();
    }

    /** Moves from wherever the numbers are; jumps where there is no time or another count of numbers. */
    void move(Duration time, double... values) {
        if (time.lessThanOrEqualTo(Duration.ZERO) || values.length != to.length) {
            set(values);
            return;
        }
        from = now();
        to = values.clone();
        timeline.stop();
        progress.set(0);
        timeline = new Timeline(new KeyFrame(time, new KeyValue(progress, 1, Interpolator.EASE_OUT)));
        timeline.play();
    }
}
