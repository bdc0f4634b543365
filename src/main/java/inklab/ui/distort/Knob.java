package inklab.ui.distort;

import inklab.distort.Distortion;
import inklab.distort.Elastic;
import java.util.function.ToDoubleFunction;

/** A number of a distortion that a slider turns, with the range and step of its slider. */
enum Knob {
    /** σ of the smoothing, pixels. */
    SIGMA(
            1,
            16,
            0.5,
            d -> d.elastic().sigma(),
            (d, v) -> elastic(d, v, d.elastic().alpha())),
    /** α, pixels. */
    ALPHA(0, 80, 1, d -> d.elastic().alpha(), (d, v) -> elastic(d, d.elastic().sigma(), v)),
    /** Degrees either way. */
    ROTATION(
            0,
            30,
            1,
            Distortion::rotation,
            (d, v) -> affine(d, v, d.scaleX(), d.scaleY(), d.shear(), d.shift(), d.noise())),
    /** A share either way, horizontally. */
    SCALE_X(
            0,
            0.3,
            0.01,
            Distortion::scaleX,
            (d, v) -> affine(d, d.rotation(), v, d.scaleY(), d.shear(), d.shift(), d.noise())),
    /** The same, vertically. */
    SCALE_Y(
            0,
            0.3,
            0.01,
            Distortion::scaleY,
            (d, v) -> affine(d, d.rotation(), d.scaleX(), v, d.shear(), d.shift(), d.noise())),
    /** Degrees of slant either way. */
    SHEAR(
            0,
            30,
            1,
            Distortion::shear,
            (d, v) -> affine(d, d.rotation(), d.scaleX(), d.scaleY(), v, d.shift(), d.noise())),
    /** Pixels either way on each axis. */
    SHIFT(
            0,
            6,
            0.5,
            Distortion::shift,
            (d, v) -> affine(d, d.rotation(), d.scaleX(), d.scaleY(), d.shear(), v, d.noise())),
    /** σ of the pixel noise, where 1 is full ink. */
    NOISE(
            0,
            0.5,
            0.01,
            Distortion::noise,
            (d, v) -> affine(d, d.rotation(), d.scaleX(), d.scaleY(), d.shear(), d.shift(), v));

    private interface Turn {
        Distortion to(Distortion d, double value);
    }

    private final double min;
    private final double max;
    private final double step;
    private final ToDoubleFunction<Distortion> of;
    private final Turn turn;

    Knob(double min, double max, double step, ToDoubleFunction<Distortion> of, Turn turn) {
        this.min = min;
        this.max = max;
        this.step = step;
        this.of = of;
        this.turn = turn;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    double step() {
        return step;
    }

    /** This number in a distortion. */
    double of(Distortion d) {
        return of.applyAsDouble(d);
    }

    /** The distortion with this number instead. */
    Distortion in(Distortion d, double value) {
        return turn.to(d, value);
    }

    private static Distortion elastic(Distortion d, double sigma, double alpha) {
        return withElastic(
                d, new Elastic(sigma, alpha, d.elastic().noise(), d.elastic().field()));
    }

    static Distortion withElastic(Distortion d, Elastic elastic) {
        return new Distortion(
                elastic,
                d.rotation(),
                d.scaleX(),
                d.scaleY(),
                d.shear(),
                d.shift(),
                d.pixelShift(),
                d.noise(),
                d.flip());
    }

    private static Distortion affine(
            Distortion d, double rotation, double scaleX, double scaleY, double shear, double shift, double noise) {
        return new Distortion(d.elastic(), rotation, scaleX, scaleY, shear, shift, d.pixelShift(), noise, d.flip());
    }
}
