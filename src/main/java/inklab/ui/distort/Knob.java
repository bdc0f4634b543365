package inklab.ui.distort;

import inklab.distort.Distortion;
import inklab.distort.Elastic;

/** A number of a distortion that a slider turns, with the range and step of its slider. */
enum Knob {
    /** σ of the smoothing, pixels. */
    SIGMA(1, 16, 0.5) {
        @Override
        double of(Distortion d) {
            return d.elastic().sigma();
        }

        @Override
        Distortion in(Distortion d, double value) {
            Elastic e = d.elastic();
            return withElastic(d, new Elastic(value, e.alpha(), e.noise(), e.field()));
        }
    },
    /** α, pixels. */
    ALPHA(0, 80, 1) {
        @Override
        double of(Distortion d) {
            return d.elastic().alpha();
        }

        @Override
        Distortion in(Distortion d, double value) {
            Elastic e = d.elastic();
            return withElastic(d, new Elastic(e.sigma(), value, e.noise(), e.field()));
        }
    },
    /** Degrees either way. */
    ROTATION(0, 30, 1) {
        @Override
        double of(Distortion d) {
            return d.rotation();
        }

        @Override
        Distortion in(Distortion d, double value) {
            return affine(d, value, d.scaleX(), d.scaleY(), d.shear(), d.shift(), d.noise());
        }
    },
    /** A share either way, horizontally. */
    SCALE_X(0, 0.3, 0.01) {
        @Override
        double of(Distortion d) {
            return d.scaleX();
        }

        @Override
        Distortion in(Distortion d, double value) {
            return affine(d, d.rotation(), value, d.scaleY(), d.shear(), d.shift(), d.noise());
        }
    },
    /** The same, vertically. */
    SCALE_Y(0, 0.3, 0.01) {
        @Override
        double of(Distortion d) {
            return d.scaleY();
        }

        @Override
        Distortion in(Distortion d, double value) {
            return affine(d, d.rotation(), d.scaleX(), value, d.shear(), d.shift(), d.noise());
        }
    },
    /** Degrees of slant either way. */
    SHEAR(0, 30, 1) {
        @Override
        double of(Distortion d) {
            return d.shear();
        }

        @Override
        Distortion in(Distortion d, double value) {
            return affine(d, d.rotation(), d.scaleX(), d.scaleY(), value, d.shift(), d.noise());
        }
    },
    /** Pixels either way on each axis. */
    SHIFT(0, 6, 0.5) {
        @Override
        double of(Distortion d) {
            return d.shift();
        }

        @Override
        Distortion in(Distortion d, double value) {
            return affine(d, d.rotation(), d.scaleX(), d.scaleY(), d.shear(), value, d.noise());
        }
    },
    /** σ of the pixel noise, where 1 is full ink. */
    NOISE(0, 0.5, 0.01) {
        @Override
        double of(Distortion d) {
            return d.noise();
        }

        @Override
        Distortion in(Distortion d, double value) {
            return affine(d, d.rotation(), d.scaleX(), d.scaleY(), d.shear(), d.shift(), value);
        }
    };

    private final double min;
    private final double max;
    private final double step;

    Knob(double min, double max, double step) {
        this.min = min;
        this.max = max;
        this.step = step;
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
    abstract double of(Distortion d);

    /** The distortion with this number instead. */
    abstract Distortion in(Distortion d, double value);

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
