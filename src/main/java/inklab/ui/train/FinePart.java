package inklab.ui.train;

import inklab.net.Optimizer;
import inklab.net.Optimizer.Adam;
import inklab.net.Optimizer.Momentum;
import inklab.net.Optimizer.Nesterov;
import inklab.net.Optimizer.RmsProp;
import inklab.recipe.Schedule;
import inklab.recipe.Schedule.Cosine;
import inklab.recipe.Schedule.Exponential;
import inklab.recipe.Schedule.Linear;
import inklab.recipe.Schedule.Plateau;
import inklab.recipe.Schedule.StepDown;
import inklab.recipe.TrainingSettings;
import java.util.OptionalDouble;

/** A number that only some schedules or optimisers have. */
enum FinePart {
    /** What the rate is multiplied by. */
    FACTOR("factor"),
    /** After how many epochs it steps down. */
    EVERY("every"),
    /** How many epochs without a better validation error it waits for. */
    WAIT("wait"),
    /** The rate that it falls to. */
    LAST("last"),
    /** The rate that it never falls below. */
    FLOOR("floor"),
    MOMENTUM("momentum"),
    /** How much of a running mean of squares is kept at a step. */
    DECAY("decay"),
    BETA1("beta1"),
    BETA2("beta2"),
    EPSILON("epsilon");

    private final String key;

    FinePart(String key) {
        this.key = key;
    }

    /** Its name among the texts. */
    String key() {
        return key;
    }

    boolean isOfSchedule() {
        return compareTo(MOMENTUM) < 0;
    }

    /** Whether it is a count of epochs. */
    boolean isWhole() {
        return this == EVERY || this == WAIT;
    }

    /** Its value; none where the schedule or the optimiser has no such number. */
    OptionalDouble of(TrainingSettings t) {
        double value = isOfSchedule() ? of(t.schedule()) : of(t.optimizer());
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** These settings with another value. */
    TrainingSettings in(TrainingSettings t, double value) {
        return isOfSchedule()
                ? Schedules.with(t, in(t.schedule(), value))
                : Schedules.with(t, in(t.optimizer(), value));
    }

    private double of(Schedule s) {
        if (s instanceof Exponential e) return this == FACTOR ? e.factor() : this == FLOOR ? e.floor() : Double.NaN;
        if (s instanceof StepDown d) return this == FACTOR ? d.factor() : this == EVERY ? d.every() : Double.NaN;
        if (s instanceof Linear l) return this == LAST ? l.last() : Double.NaN;
        if (s instanceof Cosine c) return this == LAST ? c.last() : Double.NaN;
        if (!(s instanceof Plateau p)) return Double.NaN;
        return switch (this) {
            case FACTOR -> p.factor();
            case WAIT -> p.patience();
            case FLOOR -> p.floor();
            default -> Double.NaN;
        };
    }

    private double of(Optimizer o) {
        if (o instanceof Momentum m) return this == MOMENTUM ? m.momentum() : Double.NaN;
        if (o instanceof Nesterov n) return this == MOMENTUM ? n.momentum() : Double.NaN;
        if (o instanceof RmsProp r) return this == DECAY ? r.decay() : this == EPSILON ? r.epsilon() : Double.NaN;
        if (!(o instanceof Adam a)) return Double.NaN;
        return switch (this) {
            case BETA1 -> a.beta1();
            case BETA2 -> a.beta2();
            case EPSILON -> a.epsilon();
            default -> Double.NaN;
        };
    }

    private Schedule in(Schedule s, double v) {
        if (s instanceof Exponential e)
            return new Exponential(e.rate(), this == FACTOR ? v : e.factor(), this == FLOOR ? v : e.floor());
        if (s instanceof StepDown d)
            return new StepDown(d.rate(), this == FACTOR ? v : d.factor(), this == EVERY ? whole(v) : d.every());
        if (s instanceof Linear l) return new Linear(l.rate(), this == LAST ? v : l.last());
        if (s instanceof Cosine c) return new Cosine(c.rate(), this == LAST ? v : c.last());
        if (s instanceof Plateau p)
            return new Plateau(
                    p.rate(),
                    this == FACTOR ? v : p.factor(),
                    this == WAIT ? whole(v) : p.patience(),
                    this == FLOOR ? v : p.floor());
        return s;
    }

    private Optimizer in(Optimizer o, double v) {
        if (o instanceof Momentum m) return new Momentum(this == MOMENTUM ? v : m.momentum());
        if (o instanceof Nesterov n) return new Nesterov(this == MOMENTUM ? v : n.momentum());
        if (o instanceof RmsProp r)
            return new RmsProp(this == DECAY ? v : r.decay(), this == EPSILON ? v : r.epsilon());
        if (o instanceof Adam a)
            return new Adam(
                    this == BETA1 ? v : a.beta1(), this == BETA2 ? v : a.beta2(), this == EPSILON ? v : a.epsilon());
        return o;
    }

    private static int whole(double value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.round(value)));
    }
}
